import { useRef } from 'react';
import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/form/select.tsx';
import { withoutRow } from './hold-in-full.ts';
import { nextRow } from './read-caps.ts';
import { CALENDAR_CHOICES, ROLLING_CHOICES } from './cap-row.ts';
import type { CapChoice, CapChoiceValue, CapRow } from './cap-row.ts';
import './caps.css';

/** What the parts of a list of caps are called. */
export type CapNames = Pick<typeof say.caps, 'rows' | 'amount' | 'window' | 'remove' | 'add'>;

interface CapRowsProps {
  readonly rows: readonly CapRow[];
  /** The first amount is where the dialog begins. */
  readonly startsHere: boolean;
  /** A sub-key needs a cap; an agent, a provider and everything may have none. */
  readonly mayBeNone?: boolean;
  /** How its parts are called, where a form asks for more than one list of caps. */
  readonly names?: CapNames;
  onRows(rows: readonly CapRow[]): void;
}

/** Caps, a line each; one is enough for most. */
export function CapRows({ rows, startsHere, mayBeNone = false, names = say.caps, onRows }: CapRowsProps): ReactNode {
  const adder = useRef<HTMLButtonElement>(null);
  const change = (id: number, changes: Partial<CapRow>): void =>
    onRows(rows.map((row) => (row.id === id ? { ...row, ...changes } : row)));

  return (
    <fieldset className="cap-rows">
      <legend>{names.rows(rows.length)}</legend>
      {rows.map((row, index) => {
        const nth = index + 1;
        return (
          <div key={row.id} className="cap-row">
            <Field
              label={names.amount(nth)}
              hidesLabel
              prefix="$"
              inputMode="decimal"
              value={row.amount}
              autoFocus={index > 0 || startsHere}
              onText={(amount) => change(row.id, { amount })}
            />
            <Select<CapChoiceValue>
              label={names.window(nth)}
              hidesLabel
              options={CALENDAR_CHOICES.map(toOption)}
              groups={[{ name: say.caps.rollingWindows, options: ROLLING_CHOICES.map(toOption) }]}
              value={row.choice}
              onPick={(choice) => change(row.id, { choice })}
            />
            {(mayBeNone || rows.length > 1) && (
              <button
                type="button"
                className="icon-button"
                aria-label={names.remove(nth)}
                onClick={() => {
                  onRows(withoutRow(rows, row.id));
                  adder.current?.focus();
                }}
              >
                <Icon name="close" />
              </button>
            )}
          </div>
        );
      })}
      <button ref={adder} type="button" className="text-button" onClick={() => onRows([...rows, nextRow(rows)])}>
        {names.add(rows.length)}
      </button>
    </fieldset>
  );
}

function toOption({ value, window, rolling }: CapChoice<CapChoiceValue>): {
  readonly value: CapChoiceValue;
  readonly text: string;
} {
  return { value, text: say.caps.choice({ window, rolling }) };
}
