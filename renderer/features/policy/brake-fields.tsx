import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Select } from '../../ui/form/select.tsx';
import type { BrakeChoice } from './draft.ts';
import { Part } from './form-part.tsx';
import type { FieldsProps } from './form-part.tsx';

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
