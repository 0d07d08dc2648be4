import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { RequestView } from '../../../../shared/contract/views.ts';
import { usdText } from '../../../../shared/money.ts';
import { moneyText, readMoney } from '../../../state/time-and-money/money-text.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { useToast } from '../../../ui/toasts.ts';
import { SettleDay } from './settle-day.tsx';

interface CorrectCostDialogProps {
  readonly request: Pick<RequestView, 'id' | 'cost' | 'provider' | 'startedAt' | 'certainty'>;
  onClose(): void;
}

/** Asks what a request really cost: somebody who has the provider's bill knows better than any estimate. */
export function CorrectCostDialog({ request, onClose }: CorrectCostDialogProps): ReactNode {
  const { id, cost: counted } = request;
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run, setProblem } = useAction();
  const [typed, setTyped] = useState(() => usdText(counted).replace(/\.00$/, ''));
  const words = say.requests;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const cost = readMoney(typed);
    if (cost === undefined) return setProblem(words.noCost);
    void run(async () => {
      await call(({ usage }) => usage.correct({ id, cost }));
      toast({ text: words.counts(moneyText(cost)) });
      onClose();
    });
  }

  return (
    <Dialog title={words.correctTitle} onClose={onClose}>
      <SettleDay request={request} onDone={onClose} />
      <form className="form" onSubmit={submit}>
        <Field
          label={words.correctCost}
          autoFocus
          prefix="$"
          inputMode="decimal"
          value={typed}
          hint={words.correctHint}
          onText={setTyped}
        />
        <Problem sentence={problem} />
        <div className="form-end">
          <Button onClick={onClose}>{say.common.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {words.setCost}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
