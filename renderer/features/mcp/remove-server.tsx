import type { ReactNode } from 'react';
import type { McpServerView } from '../../../shared/mcp/mcp-views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';

interface RemoveServerProps extends Pick<McpServerView, 'name'> {
  onKeep(): void;
  onRemoved(): void;
}

/** Asks once more: its secrets would have to be found again, and its calls are cut. */
export function RemoveServer({ name, onKeep, onRemoved }: RemoveServerProps): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run } = useAction();
  const remove = (): Promise<void> =>
    run(async () => {
      await call(({ mcp }) => mcp.remove({ name }));
      toast({ text: say.mcp.removed(name) });
      onRemoved();
    });
  return (
    <div className="mcp-ask" role="group" aria-label={say.mcp.removeQuestion(name)}>
      <span>{say.mcp.removeMeans(name)}</span>
      <Button kind="danger" busy={busy} onClick={() => void remove()}>
        {say.mcp.remove}
      </Button>
      <Button autoFocus kind="quiet" onClick={onKeep}>
        {say.mcp.keep}
      </Button>
      <Problem sentence={problem} />
    </div>
  );
}
