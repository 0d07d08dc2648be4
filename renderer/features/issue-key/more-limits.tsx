import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { Select } from '../../ui/form/select.tsx';
import { EXPIRY_CHOICES } from './read-limits.ts';
import type { ExpiryChoice, LimitTexts } from './read-limits.ts';

interface MoreLimitsProps {
  readonly limits: LimitTexts;
  /** More fields that few need. */
  readonly children: ReactNode;
  onLimits(limits: LimitTexts): void;
}

/** Limits that few sub-keys need, folded away: an end, a list of models, and more. */
export function MoreLimits({ limits, children, onLimits }: MoreLimitsProps): ReactNode {
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
        {children}
      </div>
    </details>
  );
}
