import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { kindOfKey } from '../../../shared/providers/key-shapes.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/form/field.tsx';
import { Problem } from '../../ui/notice.tsx';
import { PickKind } from './pick-kind.tsx';
import { baseUrlExample, keyExample, needsKey, wantsAddress } from './provider-forms.ts';
import { providerName } from './provider-names.ts';
import { ReferenceField } from './reference-field.tsx';
import { RegionField } from './region-field.tsx';
import { readProvider } from './read-provider.ts';
import type { ProviderTexts } from './read-provider.ts';
import { useAdding } from './use-adding.ts';
import type { AddedProvider } from './use-adding.ts';
import './providers.css';

interface ProviderFormProps {
  readonly kind: ProviderKind | undefined;
  onAdded(added: AddedProvider): void;
  onCancel(): void;
}

/** Asks for a key, and for nothing else where that is enough: most keys say by how they begin whose they are. */
export function ProviderForm({ kind: first = 'openai', onAdded, onCancel }: ProviderFormProps): ReactNode {
  const { busy, problem, isRefused, add, setProblem } = useAdding(onAdded);
  const [texts, setTexts] = useState<ProviderTexts>({ kind: first, key: '', name: '', baseUrl: '', region: '' });
  const [isPicked, setPicked] = useState(false);
  const { kind, key, name, baseUrl, region = '', reference = '' } = texts;
  const [title, hint] = [providerName(kind), say.providers.hints[kind]];
  const change = (changes: Partial<ProviderTexts>): void => setTexts({ ...texts, ...changes });

  function submit(unchecked: boolean): void {
    const read = readProvider(texts);
    if ('problem' in read) setProblem(read.problem);
    else add({ ...read.provider, unchecked });
  }

  return (
    <form
      className="form"
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <PickKind
        kind={kind}
        onPick={(picked) => {
          setPicked(true);
          change({ kind: picked });
        }}
      />
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      <Field
        label={needsKey(kind) ? say.providers.key(title) : say.providers.keyIfAny(title)}
        type="password"
        autoFocus
        value={key}
        placeholder={keyExample(kind)}
        hint={say.providers.keyHint}
        onText={(typed) => change({ key: typed, ...(!isPicked && { kind: kindOfKey(typed) ?? kind }) })}
      />
      <ReferenceField reference={reference} onText={(typed) => change({ reference: typed })} />
      <RegionField kind={kind} region={region} onText={(typed) => change({ region: typed })} />
      <details className="form-more" open={wantsAddress(kind)}>
        <summary>{say.providers.more}</summary>
        <div className="form">
          <Field
            label={say.providers.name}
            value={name}
            placeholder={kind}
            hint={say.providers.nameHint}
            onText={(typed) => change({ name: typed })}
          />
          <Field
            label={say.providers.baseUrl}
            type="url"
            value={baseUrl}
            placeholder={baseUrlExample(kind)}
            hint={say.providers.baseUrlHint(title)}
            onText={(typed) => change({ baseUrl: typed })}
          />
        </div>
      </details>
      <Problem sentence={problem} />
      {isRefused && !busy && (
        <button type="button" className="text-button provider-keep" onClick={() => submit(true)}>
          {say.providers.keepAnyway}
        </button>
      )}
      <div className="form-end">
        <span className="provider-asking" role="status">
          {busy && say.providers.asking(title)}
        </span>
        <Button onClick={onCancel}>{say.common.cancel}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {say.providers.submit}
        </Button>
      </div>
    </form>
  );
}
