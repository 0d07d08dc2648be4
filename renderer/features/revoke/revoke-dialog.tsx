import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AgentView, StateView } from '../../../shared/contract/views.ts';
import { durationText } from '../../state/time-and-money/format.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
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
      const done = await call(({ agents, everything }) =>
        agent === undefined ? everything.revoke() : agents.revoke({ id: agent.id }),
      );
      setResult(say.revoke.done(done.revoked, done.cutRequests, durationText(done.cutMs)));
    });

  if (result !== undefined) {
    return (
      <Dialog
        key="result"
        title={agent === undefined ? say.revoke.everythingDone : say.revoke.agentDone(agent.name)}
        onClose={onClose}
      >
        <div className="form">
          <p data-testid="revoked">{result}</p>
          <p className="soft">{say.revoke.next}</p>
          <div className="form-end">
            <Button kind="primary" autoFocus onClick={onClose}>
              {say.common.done}
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
          {what} <strong>{say.revoke.final}</strong> {say.revoke.finalBecause}
        </p>
        <p className="soft">{agent === undefined ? say.revoke.pauseEverything : say.revoke.pauseAgent(agent.name)}</p>
        <Problem sentence={problem} />
        <div className="form-end">
          <Button autoFocus disabled={busy} onClick={onClose}>
            {say.common.cancel}
          </Button>
          <Button kind="danger-filled" busy={busy} onClick={() => void revoke()}>
            {button}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
