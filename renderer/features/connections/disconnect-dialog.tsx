import type { ReactNode } from 'react';
import type { Disconnected } from '../../../shared/contract/connection-views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Diff } from './diff.tsx';
import { Instructions } from './instructions.tsx';
import { plainText } from '../../state/words/plain-text.ts';

interface DisconnectDialogProps {
  readonly title: string;
  /** The answer to a dry run. */
  readonly plan: Disconnected;
  onClose(): void;
  onDone(): void;
}

/**
 * Shows what becomes of each file before anything is put back, and what is left for the person to do: afterwards its
 * row is gone.
 */
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
    <Dialog wide title={say.connections.disconnectTitle(title)} holds={busy} onClose={onClose}>
      <div className="form">
        <p className="soft">{say.connections.endsSubKey}</p>
        {plan.files.map(({ file, how, diff, stays }) => (
          <div key={file}>
            <p>
              <code>{plainText(file)}</code> {say.connections.becomes[how]}
            </p>
            {diff !== '' && <Diff text={diff} />}
            {stays.map((left) => (
              <p key={left} className="faint">
                {plainText(say.told(left))}
              </p>
            ))}
          </div>
        ))}
        {plan.instructions !== null && (
          <>
            <p className="soft">{say.connections.leftToDo}</p>
            <Instructions text={plan.instructions} />
          </>
        )}
        <Problem sentence={problem} />
        <div className="form-end">
          <Button autoFocus disabled={busy} onClick={onClose}>
            {say.connections.keepIt}
          </Button>
          <Button kind="danger-filled" busy={busy} onClick={() => void disconnect()}>
            {say.connections.doDisconnect}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
