import type { ReactNode } from 'react';
import type { Disconnected } from '../../../shared/contract/connection-views.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Diff } from './diff.tsx';

interface DisconnectDialogProps {
  readonly title: string;
  /** What would happen. */
  readonly plan: Disconnected;
  onClose(): void;
  onDone(): void;
}

const HOW: Readonly<Record<Disconnected['files'][number]['how'], string>> = {
  restored: 'is put back byte for byte as it was',
  edited: 'was changed since: only Purser’s own values are taken out',
  deleted: 'is deleted: Purser made it',
  untouched: 'stays as it is',
};

/** Shows what becomes of each file before anything is put back. */
export function DisconnectDialog({ title, plan, onClose, onDone }: DisconnectDialogProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const disconnect = (): Promise<void> =>
    run(async () => {
      await call(({ connections }) => connections.disconnect({ id: plan.id }));
      onDone();
      onClose();
    });
  return (
    <Dialog wide title={`Disconnect ${title}?`} holds={busy} onClose={onClose}>
      <div className="form">
        <p className="soft">Its sub-key is revoked for good.</p>
        {plan.files.map(({ file, how, diff, stays }) => (
          <div key={file}>
            <p>
              <code>{file}</code> {HOW[how]}.
            </p>
            {diff !== '' && <Diff text={diff} />}
            {stays.map((left) => (
              <p key={left} className="faint">
                {left}
              </p>
            ))}
          </div>
        ))}
        <Problem sentence={problem} />
        <div className="form-end">
          <Button autoFocus disabled={busy} onClick={onClose}>
            Keep it
          </Button>
          <Button kind="danger-filled" busy={busy} onClick={() => void disconnect()}>
            Disconnect
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
