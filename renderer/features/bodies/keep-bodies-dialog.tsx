import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AgentView, StateView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { useToast } from '../../ui/toasts.ts';

interface KeepBodiesDialogProps {
  readonly state: StateView;
  readonly agent: AgentView;
  onClose(): void;
}

const CHOICES = ['1', '7', '30'] as const;
type Choice = (typeof CHOICES)[number];
const USUAL: Choice = '7';

/** Asks whether prompts and replies of an agent are logged, and for how long; and says plainly what that means. */
export function KeepBodiesDialog({
  state,
  agent: { id, name, keepBodies },
  onClose,
}: KeepBodiesDialogProps): ReactNode {
  const words = say.bodies;
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run } = useAction();
  const isKept = keepBodies !== null;
  // Another number of days, from the command line, is none of these.
  const [choice, setChoice] = useState<Choice | undefined>(
    isKept ? CHOICES.find((one) => Number(one) === keepBodies.days) : USUAL,
  );

  const set = (days: number | null): Promise<void> =>
    run(async () => {
      const { deleted } = await call(({ agents }) => agents.keepBodies({ id, days }));
      if (days === null) toast({ text: words.isDeleted(name, deleted) });
      else toast({ text: deleted === 0 ? words.isKept(name, days) : words.isShorter(name, days, deleted) });
      onClose();
    });

  return (
    <Dialog title={isKept ? words.titleKept(name) : words.title(name)} holds={busy} onClose={onClose}>
      <div className="form">
        {isKept ? <p>{words.isKept(name, keepBodies.days)}</p> : <p>{words.what}</p>}
        <p className="soft">{words.warning}</p>
        {state.gateway.secretStore === 'memory' && <p className="soft">{words.memory}</p>}
        <div className="keep-time">
          <p>{words.time}</p>
          <Segmented<Choice>
            label={words.time}
            options={CHOICES.map((value) => ({ value, text: words.choices[value] }))}
            value={choice}
            onPick={setChoice}
          />
        </div>
        {isKept && <p className="faint">{words.stopWhat}</p>}
        <Problem sentence={problem} />
        <div className="form-end">
          {isKept ? (
            <Button kind="danger-lined" busy={busy} onClick={() => void set(null)}>
              {words.stop}
            </Button>
          ) : (
            <Button disabled={busy} onClick={onClose}>
              {say.common.cancel}
            </Button>
          )}
          <Button
            kind="primary"
            busy={busy}
            disabled={choice === undefined || (isKept && Number(choice) === keepBodies.days)}
            onClick={() => void set(Number(choice))}
          >
            {isKept ? words.change : words.keep}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
