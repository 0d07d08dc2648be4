import { useId } from 'react';
import type { ReactNode } from 'react';
import { plainText } from '../../state/words/plain-text.ts';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  /** Undefined while none of them holds. */
  readonly value: T | undefined;
  onPick(value: T): void;
}

/** One choice out of a few, all of them visible. Radio buttons underneath, so arrow keys work. */
export function Segmented<T extends string>({ label, options, value, onPick }: SegmentedProps<T>): ReactNode {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          <span>{plainText(option.text)}</span>
        </label>
      ))}
    </fieldset>
  );
}
