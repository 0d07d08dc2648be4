import type { ReactNode } from 'react';
import { ON_CAP } from '../../../shared/policy.ts';
import { say } from '../../strings/say.ts';
import { Select } from '../../ui/form/select.tsx';
import type { OnCapChoice } from './draft.ts';
import type { FieldsProps } from './form-part.tsx';

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
