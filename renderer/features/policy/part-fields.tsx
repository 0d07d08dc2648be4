import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { Select } from '../../ui/form/select.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CALENDAR_CHOICES, ROLLING_CHOICES } from '../caps/cap-row.ts';
import type { CapChoiceValue } from '../caps/cap-row.ts';
import { CapRows } from '../caps/cap-rows.tsx';
import type { ModelCapRow } from './draft.ts';
import { Part } from './form-part.tsx';
import type { FieldsProps } from './form-part.tsx';

interface PartFieldsProps extends FieldsProps {
  /** A provider knows no conversations. */
  readonly hasConversations: boolean;
  /** Groups there are, for an agent, which alone can be in one. */
  readonly groups: readonly string[] | undefined;
}

/** Asks for caps on a part of the spending: on models, on each conversation; and for the group of an agent. */
export function PartFields({ draft, hasConversations, groups, onChange }: PartFieldsProps): ReactNode {
  const { modelCaps, conversationCaps, group } = draft;
  const words = say.policy;
  const listId = useId();
  return (
    <Part title={words.parts} says={modelCaps.length + conversationCaps.length > 0 || group !== ''}>
      <ModelCapRows rows={modelCaps} onRows={(rows) => onChange({ modelCaps: rows })} />
      {hasConversations && (
        <div>
          <CapRows
            rows={conversationCaps}
            startsHere={false}
            mayBeNone
            names={words.conversationCaps}
            onRows={(rows) => onChange({ conversationCaps: rows })}
          />
          <p className="field-hint">{words.conversationHint}</p>
        </div>
      )}
      {groups !== undefined && (
        <>
          <Field
            label={words.group}
            value={group}
            list={listId}
            placeholder={words.noGroup}
            hint={words.groupHint}
            onText={(text) => onChange({ group: text })}
          />
          <datalist id={listId}>
            {groups.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Part>
  );
}

interface ModelCapRowsProps {
  readonly rows: readonly ModelCapRow[];
  onRows(rows: readonly ModelCapRow[]): void;
}

/** Caps for models, a line each: which, how much, and per what. */
function ModelCapRows({ rows, onRows }: ModelCapRowsProps): ReactNode {
  const adder = useRef<HTMLButtonElement>(null);
  const words = say.policy;
  const change = (id: number, changes: Partial<ModelCapRow>): void =>
    onRows(rows.map((row) => (row.id === id ? { ...row, ...changes } : row)));
  return (
    <fieldset className="cap-rows">
      <legend>{words.modelCaps}</legend>
      {rows.map((row, index) => (
        <div key={row.id} className="model-cap-row">
          <Field
            label={words.modelCapModels(index + 1)}
            hidesLabel
            value={row.models}
            placeholder="claude-opus-*"
            autoFocus={row.models === ''}
            onText={(models) => change(row.id, { models })}
          />
          <Field
            label={words.modelCapAmount(index + 1)}
            hidesLabel
            prefix="$"
            inputMode="decimal"
            value={row.amount}
            onText={(amount) => change(row.id, { amount })}
          />
          <Select<CapChoiceValue>
            label={words.modelCapWindow(index + 1)}
            hidesLabel
            options={CALENDAR_CHOICES.map(toOption)}
            groups={[{ name: say.caps.rollingWindows, options: ROLLING_CHOICES.map(toOption) }]}
            value={row.choice}
            onPick={(choice) => change(row.id, { choice })}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={words.removeModelCap(index + 1)}
            onClick={() => {
              onRows(rows.filter(({ id }) => id !== row.id));
              adder.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button
        ref={adder}
        type="button"
        className="text-button"
        onClick={() =>
          onRows([...rows, { id: Math.max(0, ...rows.map(({ id }) => id)) + 1, models: '', amount: '', choice: 'day' }])
        }
      >
        {words.addModelCap}
      </button>
    </fieldset>
  );
}

function toOption({ value, window, rolling }: (typeof CALENDAR_CHOICES | typeof ROLLING_CHOICES)[number]): {
  readonly value: CapChoiceValue;
  readonly text: string;
} {
  return { value, text: say.caps.choice({ window, rolling }) };
}
