import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { PriceView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Problem } from '../../ui/notice.tsx';
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
  const { busy, problem, run, say } = useAction();
  const [texts, setTexts] = useState(() => textsOf(price));
  const change = (changes: Partial<PriceTexts>): void => setTexts({ ...texts, ...changes });

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readPrice(texts);
    if ('problem' in read) return say(read.problem);
    void run(async () => {
      await call(({ prices }) => prices.set(read.price));
      onSaved();
    });
  }

  return (
    <Dialog title={price === undefined ? 'Set a price' : `Price of ${price.model}`} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {price === undefined && <Field label="Model" autoFocus value={texts.model} placeholder="my-model" hint="As the tool names it." onText={(model) => change({ model })} />}
        <div className="form-pair">
          <Field label="Input" autoFocus={price !== undefined} prefix="$" inputMode="decimal" value={texts.input} onText={(input) => change({ input })} />
          <Field label="Output" prefix="$" inputMode="decimal" value={texts.output} onText={(output) => change({ output })} />
          <Field label="Cache read" prefix="$" inputMode="decimal" value={texts.cacheRead} placeholder="as input" onText={(cacheRead) => change({ cacheRead })} />
          <Field label="Cache write" prefix="$" inputMode="decimal" value={texts.cacheWrite} placeholder="as input" onText={(cacheWrite) => change({ cacheWrite })} />
        </div>
        <p className="faint">Dollars per million tokens. It works from the next request on; what was settled keeps the price it had.</p>
        <Problem sentence={problem} />
        <div className="form-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={busy}>
            Save price
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
