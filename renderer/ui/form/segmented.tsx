import { useId } from 'react';
import type { ReactNode } from 'react';
import { plainText } from '../../state/words/plain-text.ts';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  /** Undefined while none of them holds. */
  readonly value: T | undefined;
  /** The label is in sight, above it. */
  readonly captioned?: boolean;
  /** A sentence under it, such as what the picked one means. */
  readonly hint?: string | undefined;
  onPick(value: T): void;
}

/** One choice out of a few, all of them visible. Radio buttons underneath, so arrow keys work. */
export function Segmented<T extends string>({
  label,
  options,
  value,
  captioned = false,
  hint,
  onPick,
}: SegmentedProps<T>): ReactNode {
  const name = useId();
  const hintId = useId();
  const choices = (
    <fieldset className="segmented" aria-describedby={hint === undefined ? undefined : hintId}>
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
  if (!captioned && hint === undefined) return choices;
  return (
    <div>
      {captioned && (
        <p className="caption" aria-hidden="true">
          {label}
        </p>
      )}
      {choices}
      {hint !== undefined && (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
