import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { Part } from './form-part.tsx';
import type { FieldsProps } from './form-part.tsx';

const LIMITS = ['requestsPerMinute', 'tokensPerMinute', 'parallelRequests', 'maxCost', 'maxOutput'] as const;

/** Asks how much may go at once, and how large one request may be. */
export function LimitFields({ draft, onChange }: FieldsProps): ReactNode {
  return (
    <Part title={say.policy.limits} says={LIMITS.some((name) => draft[name] !== '')}>
      <div className="form-pair">
        {LIMITS.map((name) => (
          <Field
            key={name}
            label={say.policy[name]}
            {...(name === 'maxCost' && { prefix: '$' })}
            {...(name === 'maxOutput' && { hint: say.policy.maxOutputHint })}
            inputMode={name === 'maxCost' ? 'decimal' : 'numeric'}
            value={draft[name]}
            placeholder={say.policy.noLimit}
            onText={(text) => onChange({ [name]: text })}
          />
        ))}
      </div>
    </Part>
  );
}
