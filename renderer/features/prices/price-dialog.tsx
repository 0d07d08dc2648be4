import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { PriceView } from '../../../shared/contract/views.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form/field.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Select } from '../../ui/form/select.tsx';
import { PriceAmounts } from './price-amounts.tsx';
import { readPrice, textsOf } from './read-price.ts';
import type { PriceTexts } from './read-price.ts';

interface PriceDialogProps {
  /** Undefined for a new one. */
  readonly price: PriceView | undefined;
  onClose(): void;
  onSaved(): void;
}

/** Asks what a model costs. */
export function PriceDialog({ price, onClose, onSaved }: PriceDialogProps): ReactNode {
  const { call } = useSession();
  const { state } = useDashboard();
  const { busy, problem, run, setProblem } = useAction();
  const [texts, setTexts] = useState(() => textsOf(price));
  const change = (changes: Partial<PriceTexts>): void => setTexts({ ...texts, ...changes });

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readPrice(texts);
    if ('problem' in read) return setProblem(read.problem);
    void run(async () => {
      await call(({ prices }) => prices.set(read.price));
      onSaved();
    });
  }

  return (
    <Dialog title={price === undefined ? say.prices.set : say.prices.priceOf(price.model)} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {price === undefined && (
          <Field
            label={say.prices.model}
            autoFocus
            value={texts.model}
            placeholder={say.prices.modelExample}
            hint={say.prices.modelHint}
            onText={(model) => change({ model })}
          />
        )}
        {price === undefined && state !== undefined && (
          <>
            <Select
              label={say.prices.provider}
              options={[
                { value: '', text: say.prices.everyProvider },
                ...state.providers.map(({ name }) => ({ value: String(name), text: String(name) })),
              ]}
              value={texts.provider}
              onPick={(provider) => change({ provider })}
            />
            <p className="field-hint">{say.prices.providerHint}</p>
          </>
        )}
        <PriceAmounts texts={texts} startsHere={price !== undefined} onChange={change} />
        <p className="faint">{say.prices.worksFrom}</p>
        <Problem sentence={problem} />
        <div className="form-end">
          <Button onClick={onClose}>{say.common.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {say.prices.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
