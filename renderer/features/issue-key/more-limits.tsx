import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { Select } from '../../ui/form/select.tsx';
import { EXPIRY_CHOICES } from './read-limits.ts';
import type { ExpiryChoice, LimitTexts } from './read-limits.ts';

interface MoreLimitsProps {
  readonly limits: LimitTexts;
  /** Names of those whose keys are there. */
  readonly providers: readonly string[];
  /** More fields that few need. */
  readonly children: ReactNode;
  onLimits(limits: LimitTexts): void;
}

/** Limits that few sub-keys need, folded away: an end, models, providers, a project, and more. */
export function MoreLimits({ limits, providers, children, onLimits }: MoreLimitsProps): ReactNode {
  const change = (changes: Partial<LimitTexts>): void => onLimits({ ...limits, ...changes });
  return (
    <details className="form-more">
      <summary>{say.issueKey.more}</summary>
      <div className="form">
        <div className="form-pair">
          <Select<ExpiryChoice>
            label={say.issueKey.expires}
            options={EXPIRY_CHOICES.map(({ value }) => ({ value, text: say.issueKey.expiries[value] }))}
            value={limits.expiry}
            onPick={(expiry) => change({ expiry })}
          />
          {limits.expiry === 'date' && (
            <Field
              label={say.issueKey.lastDay}
              type="date"
              value={limits.lastDay}
              onText={(lastDay) => change({ lastDay })}
            />
          )}
        </div>
        <Field
          label={say.issueKey.models}
          value={limits.models}
          placeholder={say.issueKey.allModels}
          hint={say.issueKey.modelsHint}
          onText={(models) => change({ models })}
        />
        {providers.length > 1 && (
          <fieldset className="choices">
            <legend>{say.policy.providers}</legend>
            {providers.map((name) => (
              <label key={name} className="check">
                <input
                  type="checkbox"
                  checked={limits.providers.includes(name)}
                  onChange={() => change({ providers: toggled(limits.providers, name) })}
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
        <div className="form-pair">
          <Field
            label={say.issueKey.project}
            value={limits.project}
            placeholder={say.issueKey.noProject}
            hint={say.issueKey.projectHint}
            onText={(project) => change({ project })}
          />
          <Field
            label={say.policy.rotateDays}
            inputMode="numeric"
            value={limits.rotateDays}
            placeholder={say.issueKey.neverRotates}
            hint={say.policy.rotateDaysHint}
            onText={(rotateDays) => change({ rotateDays })}
          />
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={limits.asks}
            onChange={(event) => change({ asks: event.currentTarget.checked })}
          />
          {say.issueKey.asks}
        </label>
        {children}
      </div>
    </details>
  );
}

function toggled(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
}
