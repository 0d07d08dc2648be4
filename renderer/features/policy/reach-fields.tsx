import type { ReactNode } from 'react';
import { ENVIRONMENTS } from '../../../shared/policy.ts';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { Select } from '../../ui/form/select.tsx';
import type { EnvironmentChoice } from './draft.ts';
import { Part } from './form-part.tsx';
import type { FieldsProps } from './form-part.tsx';

/** Asks for models, providers, endpoints, environment and folder. */
export function ReachFields({
  draft,
  providers,
  onChange,
}: FieldsProps & { readonly providers: readonly string[] }): ReactNode {
  const { allow, deny, denyTools, endpoints, environment, folder } = draft;
  const says = allow + deny + denyTools + endpoints + environment + folder !== '' || draft.providers.length > 0;
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
        label={say.policy.denyTools}
        value={denyTools}
        placeholder={say.policy.denyNone}
        hint={say.policy.denyToolsHint}
        onText={(text) => onChange({ denyTools: text })}
      />
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
