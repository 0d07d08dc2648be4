import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode } from 'react';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id' | 'onChange'> {
  readonly label: string;
  /** True where what stands beside it says the same; screen readers still hear the label. */
  readonly hidesLabel?: boolean;
  readonly hint?: ReactNode;
  readonly prefix?: string;
  readonly suffix?: string;
  onText(text: string): void;
}

/** A labelled text input with its hint. */
export function Field({ label, hidesLabel = false, hint, prefix, suffix, onText, ...input }: FieldProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={hidesLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <div className="field-box">
        {prefix !== undefined && <span aria-hidden="true">{prefix}</span>}
        <input
          {...input}
          id={id}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        {suffix !== undefined && <span aria-hidden="true">{suffix}</span>}
      </div>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
