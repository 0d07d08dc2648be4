import type { ReactNode } from 'react';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';

/** Asks before history is deleted, which nobody can undo. */
export function DeleteHistoryDialog({ onClose }: { onClose(): void }): ReactNode {
  const words = say.settings.history;
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const toast = useToast();
  const remove = (): Promise<void> =>
    run(async () => {
      const { requests } = await call(({ settings }) => settings.deleteHistory({ confirm: true }));
      toast({ text: words.deleted(requests) });
      onClose();
    });
  return (
    <Dialog title={words.question} onClose={onClose}>
      <div className="form">
        <p>{words.whatGoes}</p>
        <p className="soft">{words.whatStays}</p>
        <Problem sentence={problem} />
        <div className="form-end">
          <Button autoFocus onClick={onClose}>
            {say.common.cancel}
          </Button>
          <Button kind="danger-filled" busy={busy} onClick={() => void remove()}>
            {words.deleteAll}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
