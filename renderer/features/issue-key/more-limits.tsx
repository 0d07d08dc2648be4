import type { ReactNode } from 'react';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EXPIRY_CHOICES } from './read-limits.ts';
import type { ExpiryChoice, LimitTexts } from './read-limits.ts';

interface MoreLimitsProps {
  readonly limits: LimitTexts;
  onLimits(limits: LimitTexts): void;
}

/** What few sub-keys need, folded away: an end, and a list of models. */
export function MoreLimits({ limits, onLimits }: MoreLimitsProps): ReactNode {
  const change = (changes: Partial<LimitTexts>): void => onLimits({ ...limits, ...changes });
  return (
    <details className="form-more">
      <summary>Expiry and models</summary>
      <div className="form">
        <div className="form-pair">
          <Select<ExpiryChoice> label="Expires" options={EXPIRY_CHOICES} value={limits.expiry} onPick={(expiry) => change({ expiry })} />
          {limits.expiry === 'date' && <Field label="Last day" type="date" value={limits.lastDay} onText={(lastDay) => change({ lastDay })} />}
        </div>
        <Field
          label="Only these models"
          value={limits.models}
          placeholder="all models"
          hint="With commas between them; * stands for anything, as in claude-*, gpt-5*."
          onText={(models) => change({ models })}
        />
      </div>
    </details>
  );
}
