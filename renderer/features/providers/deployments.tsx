import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { DEPLOYMENT_TYPES } from '../../../shared/providers/deployments.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/form/field.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { Problem } from '../../ui/notice.tsx';

const TYPES = ['unknown', ...DEPLOYMENT_TYPES] as const;

interface DeploymentsProps {
  readonly name: ProviderView['name'];
  readonly deployments: NonNullable<ProviderView['deployments']>;
}

/** The models behind deployments, as replies have told or a person says, and where these run. */
export function Deployments({ name, deployments: { models, type } }: DeploymentsProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const [deployment, setDeployment] = useState('');
  const [model, setModel] = useState('');
  const words = say.providers.deployments;
  const keep = (named: string, meant: string | null): Promise<void> =>
    run(
      async () =>
        void (await call(({ providers }) => providers.set({ name, deployment: { name: named, model: meant } }))),
    );
  const pick = (picked: (typeof TYPES)[number]): void => {
    const deploymentType = picked === 'unknown' ? null : picked;
    void run(async () => void (await call(({ providers }) => providers.set({ name, deploymentType }))));
  };
  return (
    <details className="provider-deployments">
      <summary>{words.title}</summary>
      {models.length === 0 && <p className="faint">{words.none}</p>}
      <ul>
        {models.map((known) => (
          <li key={known.name}>
            {plainText(words.has(known.name, known.model))}{' '}
            <span className="faint">{known.learned ? words.learned : words.said}</span>{' '}
            <button
              type="button"
              className="text-button"
              aria-label={words.forget(known.name)}
              onClick={() => void keep(known.name, null)}
            >
              {words.forgetShort}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="provider-deployment"
        onSubmit={(event) => {
          event.preventDefault();
          void keep(deployment, model);
        }}
      >
        <Field label={words.name} value={deployment} onText={setDeployment} />
        <Field label={words.model} value={model} onText={setModel} />
        <Button type="submit" busy={busy}>
          {words.set}
        </Button>
      </form>
      <Segmented
        label={words.typeOf(name)}
        options={TYPES.map((value) => ({ value, text: words.types[value] }))}
        value={type ?? 'unknown'}
        onPick={pick}
      />
      <p className="faint">{words.surcharge}</p>
      <Problem sentence={problem} />
    </details>
  );
}
