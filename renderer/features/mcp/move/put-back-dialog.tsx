import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { PlainServers } from '../../../../shared/mcp/mcp-moves.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import { useRead } from '../../../state/live/use-read.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { useToast } from '../../../ui/toasts.ts';
import { FileChanges } from './file-changes.tsx';

interface PutBackDialogProps {
  readonly of: PlainServers;
  onDone(): void;
  onClose(): void;
}

/** Shows what putting servers back changes, and does it. */
export function PutBackDialog({ of: { tool, title, project }, onDone, onClose }: PutBackDialogProps): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run } = useAction();
  const read = useRead(
    useCallback(
      ({ mcp }: GatewayClient) => mcp.putBack({ tool, ...(project !== null && { project }), dryRun: true }),
      [tool, project],
    ),
  );
  const putBack = (): Promise<void> =>
    run(async () => {
      const { back } = await call(({ mcp }) => mcp.putBack({ tool, ...(project !== null && { project }) }));
      toast({ text: say.mcpMoves.donePutBack(back) });
      onDone();
      onClose();
    });
  return (
    <Dialog wide title={say.mcpMoves.putBackTitle(title)} holds={busy} onClose={onClose}>
      <div className="form">
        <p className="soft">{say.mcpMoves.putBackMeans}</p>
        {read.data && <FileChanges files={read.data.files} />}
        <Problem sentence={problem ?? read.problem} />
        <div className="form-end">
          <Button disabled={busy} onClick={onClose}>
            {say.common.cancel}
          </Button>
          <Button kind="primary" busy={busy} disabled={read.data === undefined} onClick={() => void putBack()}>
            {say.mcpMoves.submitPutBack}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
