import { useId } from 'react';
import type { ReactNode } from 'react';
import { plainText } from '../../state/words/plain-text.ts';

interface SelectOption<T extends string> {
  readonly value: T;
  readonly text: string;
}

interface SelectGroup<T extends string> {
  readonly name: string;
  readonly options: readonly SelectOption<T>[];
}

interface SelectProps<T extends string> {
  readonly label: string;
  /** True where what stands beside it says the same; screen readers still hear the label. */
  readonly hidesLabel?: boolean;
  readonly options: readonly SelectOption<T>[];
  /** More options, under headings of their own; an empty group is left out. */
  readonly groups?: readonly SelectGroup<T>[];
  readonly value: T;
  onPick(value: T): void;
}

/** One choice out of many, in the browser's own list. */
export function Select<T extends string>({
  label,
  hidesLabel = false,
  options,
  groups = [],
  value,
  onPick,
}: SelectProps<T>): ReactNode {
  const id = useId();
  const all = [...options, ...groups.flatMap((group) => group.options)];
  return (
    <div className="field">
      <label htmlFor={id} className={hidesLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <div className="field-box">
        <select
          id={id}
          value={value}
          onChange={(event) => {
            const picked = all.find((option) => option.value === event.currentTarget.value);
            if (picked) onPick(picked.value);
          }}
        >
          {options.map(toOption)}
          {groups
            .filter((group) => group.options.length > 0)
            .map((group) => (
              <optgroup key={group.name} label={group.name}>
                {group.options.map(toOption)}
              </optgroup>
            ))}
        </select>
      </div>
    </div>
  );
}

function toOption({ value, text }: SelectOption<string>): ReactNode {
  return (
    <option key={value} value={value}>
      {plainText(text)}
    </option>
  );
}
