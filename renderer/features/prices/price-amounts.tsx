import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import type { PriceTexts } from './read-price.ts';

interface PriceAmountsProps {
  readonly texts: PriceTexts;
  /** The dialog begins with the first amount, where the model is known. */
  readonly startsHere: boolean;
  onChange(changes: Partial<PriceTexts>): void;
}

const AMOUNTS = ['input', 'output', 'cacheRead', 'cacheWrite'] as const;
/** A cache without a price of its own costs what input does. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['cacheRead', 'cacheWrite'] satisfies (typeof AMOUNTS)[number][]);

/** The four amounts of a price. */
export function PriceAmounts({ texts, startsHere, onChange }: PriceAmountsProps): ReactNode {
  return (
    <div className="form-pair">
      {AMOUNTS.map((name, index) => (
        <Field
          key={name}
          label={say.prices[name]}
          autoFocus={startsHere && index === 0}
          prefix="$"
          inputMode="decimal"
          value={texts[name]}
          {...(MAY_BE_EMPTY.has(name) && { placeholder: say.prices.asInput })}
          onText={(text) => onChange({ [name]: text })}
        />
      ))}
    </div>
  );
}
