import type { ReactNode } from 'react';
import { ENVIRONMENTS, WEEKDAYS } from '../../../shared/policy.ts';
import type { Weekday } from '../../../shared/policy.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { BrakeChoice, EnvironmentChoice, OnCapChoice, PolicyDraft } from './draft.ts';

interface FieldsProps {
  readonly draft: PolicyDraft;
  onChange(changes: Partial<PolicyDraft>): void;
}

/** A part of the form, open when it says something. */
function Part({ title, says, children }: { readonly title: string; readonly says: boolean; readonly children: ReactNode }): ReactNode {
  return (
    <details className="form-more policy-part" open={says}>
      <summary>{title}</summary>
      <div className="form">{children}</div>
    </details>
  );
}

/** What becomes of a request that no cap has room for. */
export function OnCapField({ draft, onChange }: FieldsProps): ReactNode {
  return (
    <Select<OnCapChoice>
      label="When a request does not fit"
      options={[
        { value: '', text: 'As set for what is above it' },
        { value: 'refuse', text: 'Refuse it' },
        { value: 'ask', text: 'Let it wait and ask me' },
      ]}
      value={draft.onCap}
      onPick={(onCap) => onChange({ onCap })}
    />
  );
}

/** Which models, providers and endpoints, and for what. */
export function ReachFields({ draft, providers, onChange }: FieldsProps & { readonly providers: readonly string[] }): ReactNode {
  const { allow, deny, endpoints, environment, folder } = draft;
  const says = allow + deny + endpoints + environment + folder !== '' || draft.providers.length > 0;
  const toggle = (name: string): readonly string[] => (draft.providers.includes(name) ? draft.providers.filter((one) => one !== name) : [...draft.providers, name]);
  return (
    <Part title="Models and providers" says={says}>
      <div className="form-pair">
        <Field label="Only these models" value={allow} placeholder="all models" hint="Commas between them; * stands for anything." onText={(text) => onChange({ allow: text })} />
        <Field label="Never these models" value={deny} placeholder="none" hint="Wins over the other list." onText={(text) => onChange({ deny: text })} />
      </div>
      {providers.length > 0 && (
        <fieldset className="choices">
          <legend>Only at these providers</legend>
          {[...new Set([...providers, ...draft.providers])].map((name) => (
            <label key={name} className="check">
              <input type="checkbox" checked={draft.providers.includes(name)} onChange={() => onChange({ providers: toggle(name) })} />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <div className="form-pair">
        <Field label="Only these endpoints" value={endpoints} placeholder="all endpoints" hint="Such as chat/completions." onText={(text) => onChange({ endpoints: text })} />
        <Select<EnvironmentChoice>
          label="Environment"
          options={[{ value: '', text: 'Any' }, ...ENVIRONMENTS.map((value) => ({ value, text: value }))]}
          value={environment}
          onPick={(picked) => onChange({ environment: picked })}
        />
      </div>
      <Field label="Only from this folder" value={folder} placeholder="anywhere" hint="The whole path of a project, such as /home/me/shop." onText={(text) => onChange({ folder: text })} />
    </Part>
  );
}

/** How much at once, and how much one request may be. */
export function LimitFields({ draft, onChange }: FieldsProps): ReactNode {
  const { requestsPerMinute, tokensPerMinute, parallelRequests, maxCost, maxOutput } = draft;
  return (
    <Part title="Rates and size" says={requestsPerMinute + tokensPerMinute + parallelRequests + maxCost + maxOutput !== ''}>
      <div className="form-pair">
        <Field label="Requests a minute" inputMode="numeric" value={requestsPerMinute} placeholder="no limit" onText={(text) => onChange({ requestsPerMinute: text })} />
        <Field label="Tokens a minute" inputMode="numeric" value={tokensPerMinute} placeholder="no limit" onText={(text) => onChange({ tokensPerMinute: text })} />
        <Field label="Requests at a time" inputMode="numeric" value={parallelRequests} placeholder="no limit" onText={(text) => onChange({ parallelRequests: text })} />
        <Field label="Most for one request" prefix="$" inputMode="decimal" value={maxCost} placeholder="no limit" onText={(text) => onChange({ maxCost: text })} />
        <Field label="Longest output in tokens" inputMode="numeric" value={maxOutput} placeholder="no limit" hint="A larger limit of a request is lowered to it." onText={(text) => onChange({ maxOutput: text })} />
      </div>
    </Part>
  );
}

const DAY_NAMES: Readonly<Record<Weekday, string>> = { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' };

/** When it works, until when, and how often a sub-key gets a new secret. */
export function TimeFields({ draft, isKey, timeZone, onChange }: FieldsProps & { readonly isKey: boolean; readonly timeZone: string }): ReactNode {
  const { hasHours, days, from, to, lastDay, rotateDays } = draft;
  const toggle = (day: Weekday): readonly Weekday[] => (days.includes(day) ? days.filter((one) => one !== day) : WEEKDAYS.filter((one) => one === day || days.includes(one)));
  return (
    <Part title="Expiry and working hours" says={hasHours || lastDay + rotateDays !== ''}>
      <div className="form-pair">
        <Field label="Last day" type="date" value={lastDay} hint="Every request is refused afterwards." onText={(text) => onChange({ lastDay: text })} />
        {isKey && <Field label="A new secret every so many days" inputMode="numeric" value={rotateDays} placeholder="never" hint="Purser says when it is due." onText={(text) => onChange({ rotateDays: text })} />}
      </div>
      <label className="check">
        <input type="checkbox" checked={hasHours} onChange={(event) => onChange({ hasHours: event.currentTarget.checked })} />
        Only in working hours
      </label>
      {hasHours && (
        <>
          <fieldset className="choices">
            <legend className="visually-hidden">Working days</legend>
            {WEEKDAYS.map((day) => (
              <label key={day} className="check">
                <input type="checkbox" checked={days.includes(day)} onChange={() => onChange({ days: toggle(day) })} />
                {DAY_NAMES[day]}
              </label>
            ))}
          </fieldset>
          <div className="form-pair">
            <Field label="From" type="time" value={from} onText={(text) => onChange({ from: text })} />
            <Field label="To" type="time" value={to} hint={`In ${timeZone}. Before “from” means over midnight.`} onText={(text) => onChange({ to: text })} />
          </div>
        </>
      )}
    </Part>
  );
}

const BRAKES = [
  { value: '', text: 'As set for what is above it' },
  { value: 'off', text: 'Nothing' },
  { value: 'warn', text: 'Warn' },
  { value: 'pause', text: 'Pause the agent' },
] as const satisfies readonly { readonly value: BrakeChoice; readonly text: string }[];

/** What happens when an agent may be out of hand. */
export function BrakeFields({ draft: { velocity, loop }, onChange }: FieldsProps): ReactNode {
  return (
    <Part title="Brake" says={velocity + loop !== ''}>
      <div className="form-pair">
        <Select<BrakeChoice> label="When it spends much faster than it used to" options={BRAKES} value={velocity} onPick={(picked) => onChange({ velocity: picked })} />
        <Select<BrakeChoice> label="When it repeats one request" options={BRAKES} value={loop} onPick={(picked) => onChange({ loop: picked })} />
      </div>
      <p className="faint">Where nothing is said anywhere, Purser warns.</p>
    </Part>
  );
}
