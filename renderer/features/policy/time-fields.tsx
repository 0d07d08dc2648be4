import type { ReactNode } from 'react';
import { WEEKDAYS } from '../../../shared/policy.ts';
import type { Weekday } from '../../../shared/policy.ts';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { TimeInput } from '../../ui/form/time-input.tsx';
import { Part } from './form-part.tsx';
import type { FieldsProps } from './form-part.tsx';

/** Asks for working hours, the last day, and how often a sub-key gets a new secret. */
export function TimeFields({
  draft,
  isKey,
  timeZone,
  onChange,
}: FieldsProps & { readonly isKey: boolean; readonly timeZone: string }): ReactNode {
  const { hasHours, days, from, to, lastDay, rotateDays } = draft;
  const toggle = (day: Weekday): readonly Weekday[] =>
    days.includes(day)
      ? days.filter((one) => one !== day)
      : WEEKDAYS.filter((one) => one === day || days.includes(one));
  return (
    <Part title={say.policy.times} says={hasHours || lastDay + rotateDays !== ''}>
      <div className="form-pair">
        <Field
          label={say.policy.lastDay}
          type="date"
          value={lastDay}
          hint={say.policy.lastDayHint}
          onText={(text) => onChange({ lastDay: text })}
        />
        {isKey && (
          <Field
            label={say.policy.rotateDays}
            inputMode="numeric"
            value={rotateDays}
            placeholder={say.policy.never}
            hint={say.policy.rotateDaysHint}
            onText={(text) => onChange({ rotateDays: text })}
          />
        )}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={hasHours}
          onChange={(event) => onChange({ hasHours: event.currentTarget.checked })}
        />
        {say.policy.hours}
      </label>
      {hasHours && (
        <>
          <fieldset className="choices">
            <legend className="visually-hidden">{say.policy.workingDays}</legend>
            {WEEKDAYS.map((day) => (
              <label key={day} className="check">
                <input type="checkbox" checked={days.includes(day)} onChange={() => onChange({ days: toggle(day) })} />
                {say.policy.days[day]}
              </label>
            ))}
          </fieldset>
          <div className="form-pair">
            <TimeInput label={say.policy.from} value={from} onText={(text) => onChange({ from: text })} />
            <TimeInput
              label={say.policy.to}
              value={to}
              hint={say.policy.toHint(timeZone)}
              onText={(text) => onChange({ to: text })}
            />
          </div>
        </>
      )}
    </Part>
  );
}
