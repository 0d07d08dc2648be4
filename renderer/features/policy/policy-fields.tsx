import type { ReactNode } from 'react';
import { ENVIRONMENTS, ON_CAP, WEEKDAYS } from '../../../shared/policy.ts';
import type { Weekday } from '../../../shared/policy.ts';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { Select } from '../../ui/form/select.tsx';
import type { BrakeChoice, EnvironmentChoice, OnCapChoice, PolicyDraft } from './draft.ts';

interface FieldsProps {
  readonly draft: PolicyDraft;
  onChange(changes: Partial<PolicyDraft>): void;
}

/** A part of the form, open when it says something. */
function Part({
  title,
  says,
  children,
}: {
  readonly title: string;
  readonly says: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <details className="form-more policy-part" open={says}>
      <summary>{title}</summary>
      <div className="form">{children}</div>
    </details>
  );
}

/** Asks what becomes of a request that no cap has room for. */
export function OnCapField({ draft, onChange }: FieldsProps): ReactNode {
  return (
    <Select<OnCapChoice>
      label={say.policy.onCap}
      options={[
        { value: '', text: say.policy.inherited },
        ...ON_CAP.map((value) => ({ value, text: say.policy.onCapChoices[value] })),
      ]}
      value={draft.onCap}
      onPick={(onCap) => onChange({ onCap })}
    />
  );
}

/** Asks for models, providers, endpoints, environment and folder. */
export function ReachFields({
  draft,
  providers,
  onChange,
}: FieldsProps & { readonly providers: readonly string[] }): ReactNode {
  const { allow, deny, endpoints, environment, folder } = draft;
  const says = allow + deny + endpoints + environment + folder !== '' || draft.providers.length > 0;
  const toggle = (name: string): readonly string[] =>
    draft.providers.includes(name) ? draft.providers.filter((one) => one !== name) : [...draft.providers, name];
  return (
    <Part title={say.policy.reach} says={says}>
      <div className="form-pair">
        <Field
          label={say.policy.allow}
          value={allow}
          placeholder={say.policy.allowAll}
          hint={say.policy.allowHint}
          onText={(text) => onChange({ allow: text })}
        />
        <Field
          label={say.policy.deny}
          value={deny}
          placeholder={say.policy.denyNone}
          hint={say.policy.denyHint}
          onText={(text) => onChange({ deny: text })}
        />
      </div>
      {providers.length > 0 && (
        <fieldset className="choices">
          <legend>{say.policy.providers}</legend>
          {[...new Set([...providers, ...draft.providers])].map((name) => (
            <label key={name} className="check">
              <input
                type="checkbox"
                checked={draft.providers.includes(name)}
                onChange={() => onChange({ providers: toggle(name) })}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <div className="form-pair">
        <Field
          label={say.policy.endpoints}
          value={endpoints}
          placeholder={say.policy.endpointsAll}
          hint={say.policy.endpointsHint}
          onText={(text) => onChange({ endpoints: text })}
        />
        <Select<EnvironmentChoice>
          label={say.policy.environment}
          options={[
            { value: '', text: say.policy.anyEnvironment },
            ...ENVIRONMENTS.map((value) => ({ value, text: say.policy.environments[value] })),
          ]}
          value={environment}
          onPick={(picked) => onChange({ environment: picked })}
        />
      </div>
      <Field
        label={say.policy.folder}
        value={folder}
        placeholder={say.policy.anyFolder}
        hint={say.policy.folderHint}
        onText={(text) => onChange({ folder: text })}
      />
    </Part>
  );
}

/** Asks how much may go at once, and how large one request may be. */
export function LimitFields({ draft, onChange }: FieldsProps): ReactNode {
  const { requestsPerMinute, tokensPerMinute, parallelRequests, maxCost, maxOutput } = draft;
  return (
    <Part
      title={say.policy.limits}
      says={requestsPerMinute + tokensPerMinute + parallelRequests + maxCost + maxOutput !== ''}
    >
      <div className="form-pair">
        <Field
          label={say.policy.requestsPerMinute}
          inputMode="numeric"
          value={requestsPerMinute}
          placeholder={say.policy.noLimit}
          onText={(text) => onChange({ requestsPerMinute: text })}
        />
        <Field
          label={say.policy.tokensPerMinute}
          inputMode="numeric"
          value={tokensPerMinute}
          placeholder={say.policy.noLimit}
          onText={(text) => onChange({ tokensPerMinute: text })}
        />
        <Field
          label={say.policy.parallelRequests}
          inputMode="numeric"
          value={parallelRequests}
          placeholder={say.policy.noLimit}
          onText={(text) => onChange({ parallelRequests: text })}
        />
        <Field
          label={say.policy.maxCost}
          prefix="$"
          inputMode="decimal"
          value={maxCost}
          placeholder={say.policy.noLimit}
          onText={(text) => onChange({ maxCost: text })}
        />
        <Field
          label={say.policy.maxOutput}
          inputMode="numeric"
          value={maxOutput}
          placeholder={say.policy.noLimit}
          hint={say.policy.maxOutputHint}
          onText={(text) => onChange({ maxOutput: text })}
        />
      </div>
    </Part>
  );
}

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
            <Field label={say.policy.from} type="time" value={from} onText={(text) => onChange({ from: text })} />
            <Field
              label={say.policy.to}
              type="time"
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

const BRAKES = ['', 'off', 'warn', 'pause'] as const satisfies readonly BrakeChoice[];

/** Asks what happens when an agent may be out of hand. */
export function BrakeFields({ draft: { velocity, loop }, onChange }: FieldsProps): ReactNode {
  const choices = BRAKES.map((value) => ({
    value,
    text: value === '' ? say.policy.inherited : say.policy.brakeChoices[value],
  }));
  return (
    <Part title={say.policy.brake} says={velocity + loop !== ''}>
      <div className="form-pair">
        <Select<BrakeChoice>
          label={say.policy.velocity}
          options={choices}
          value={velocity}
          onPick={(picked) => onChange({ velocity: picked })}
        />
        <Select<BrakeChoice>
          label={say.policy.loop}
          options={choices}
          value={loop}
          onPick={(picked) => onChange({ loop: picked })}
        />
      </div>
      <p className="faint">{say.policy.brakeHint}</p>
    </Part>
  );
}
