import { useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView, SubKeyView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { IssuedKey } from '../issue-key/issued-key.tsx';
import type { Issued } from '../issue-key/issued.ts';
import { GRACE_CHOICES, graceMs, rotatedSentence } from './grace.ts';
import type { GraceChoice } from './grace.ts';

interface RotateKeyDialogProps {
  readonly state: StateView;
  readonly subKey: SubKeyView;
  onClose(): void;
}

/** Asks how long the old secret shall work; then shows the new one, this once. */
export function RotateKeyDialog({ state, subKey, onClose }: RotateKeyDialogProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const [grace, setGrace] = useState<GraceChoice>('day');
  const [issued, setIssued] = useState<Issued>();

  const rotate = (): Promise<void> =>
    run(async () => {
      const { agent, key, graceEndsAt } = await call(({ keys }) =>
        keys.rotate({ id: subKey.id, graceMs: graceMs(grace) }),
      );
      setIssued({ agent, key, sentence: rotatedSentence(graceEndsAt, Date.now(), state.gateway.timeZone) });
    });

  if (issued !== undefined) {
    return (
      <Dialog key="issued" title={say.rotateKey.newTitle(issued.agent)} holds onClose={onClose}>
        <IssuedKey issued={issued} providers={state.providers} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog key="form" title={say.rotateKey.title(subKey.hint, subKey.agent)} holds={busy} onClose={onClose}>
      <div className="form">
        <p className="soft">{say.rotateKey.what}</p>
        <div>
          <p className="rotate-question">{say.rotateKey.question}</p>
          <Segmented<GraceChoice>
            label={say.rotateKey.question}
            options={GRACE_CHOICES.map((value) => ({ value, text: say.rotateKey.choices[value] }))}
            value={grace}
            onPick={setGrace}
          />
        </div>
        <p className="faint">{grace === 'now' ? say.rotateKey.refusedUntil : say.rotateKey.timeToChange}</p>
        <Problem sentence={problem} />
        <div className="form-end">
          <Button disabled={busy} onClick={onClose}>
            {say.common.cancel}
          </Button>
          <Button kind="primary" autoFocus busy={busy} onClick={() => void rotate()}>
            {say.rotateKey.rotate}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
