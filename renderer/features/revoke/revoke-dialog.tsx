import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AgentView, StateView } from '../../../shared/contract/views.ts';
import { revokedText } from '../../../shared/revoked-text.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { revokeQuestion } from './revoke-words.ts';

interface RevokeDialogProps {
  readonly state: StateView;
  /** Undefined for everything. */
  readonly agent: AgentView | undefined;
  onClose(): void;
}

/** The panic button's one question, then its measured result. */
export function RevokeDialog({ state, agent, onClose }: RevokeDialogProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const [result, setResult] = useState<string>();
  const { title, what, button } = revokeQuestion(state, agent);

  const revoke = (): Promise<void> =>
    run(async () => {
      const done = await call(({ agents, everything }) => (agent === undefined ? everything.revoke() : agents.revoke({ id: agent.id })));
      setResult(revokedText(done));
    });

  if (result !== undefined) {
    return (
      <Dialog key="result" title={agent === undefined ? 'Everything is revoked' : `${agent.name} is revoked`} onClose={onClose}>
        <div className="form">
          <p data-testid="revoked">{result}</p>
          <p className="soft">A tool that needs to go on needs a new sub-key.</p>
          <div className="form-end">
            <Button kind="primary" autoFocus onClick={onClose}>
              Done
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog key="question" title={title} holds={busy} onClose={onClose}>
      <div className="form">
        <p>
          {what} <strong>This cannot be undone:</strong> each tool needs a new sub-key afterwards. Provider keys and the record of what was spent stay.
        </p>
        <p className="soft">To stop spending for a while only, pause {agent === undefined ? 'everything' : agent.name} instead.</p>
        <Problem sentence={problem} />
        <div className="form-end">
          <Button autoFocus disabled={busy} onClick={onClose}>
            Cancel
          </Button>
          <Button kind="danger-filled" busy={busy} onClick={() => void revoke()}>
            {button}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
