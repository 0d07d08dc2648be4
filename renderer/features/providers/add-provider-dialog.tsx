import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { providerNameSchema } from '../../../shared/ids.ts';
import { PROVIDER_KINDS } from '../../../shared/contract/views.ts';
import type { ProviderKind } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { PROVIDER_TEXT } from './provider-names.ts';

const KINDS = PROVIDER_KINDS.map((kind) => ({ value: kind, text: PROVIDER_TEXT[kind].name }));

/** Takes a provider key. It goes to the secret store and never comes back to this page. */
export function AddProviderDialog({ onClose }: { onClose(): void }): ReactNode {
  const { call } = useSession();
  const { busy, problem, run, say } = useAction();
  const [kind, setKind] = useState<ProviderKind>('openai');
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [baseUrl, setBaseUrl] = useState('');
  const text = PROVIDER_TEXT[kind];

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const checkedName = name.trim() === '' ? undefined : providerNameSchema.safeParse(name.trim());
    if (key.trim() === '' && text.keyExample !== undefined) return say('Paste the provider key first.');
    if (baseUrl.trim() === '' && text.ownAddress) return say(`${text.name} has a different address for everyone. Give yours.`);
    if (checkedName?.success === false) return say(checkedName.error.issues[0]?.message);
    if (baseUrl.trim() !== '' && !URL.canParse(baseUrl.trim())) return say('The base URL is no URL. It begins with https:// or http://.');
    void run(async () => {
      await call(({ providers }) =>
        providers.add({
          kind,
          ...(key.trim() !== '' && { key }),
          ...(checkedName?.success === true && { name: checkedName.data }),
          ...(baseUrl.trim() !== '' && { baseUrl: baseUrl.trim() }),
        }),
      );
      onClose();
    });
  }

  return (
    <Dialog title="Add provider key" onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Select<ProviderKind> label="Provider" options={KINDS} value={kind} onPick={setKind} />
        {text.hint !== undefined && <p className="field-hint">{text.hint}</p>}
        <Field
          label={text.keyExample === undefined ? `${text.name} key, if it wants one` : `${text.name} key`}
          type="password"
          autoFocus
          value={key}
          placeholder={text.keyExample ?? ''}
          hint="Kept in the secret store of this computer. Tools get sub-keys instead."
          onText={setKey}
        />
        <details className="form-more" open={text.ownAddress}>
          <summary>Other name or address</summary>
          <div className="form">
            <Field label="Name" value={name} placeholder={kind} hint="The first part of its path on the gateway." onText={setName} />
            <Field
              label="Base URL"
              type="url"
              value={baseUrl}
              placeholder={text.baseUrlExample}
              hint={`As the ${text.name} SDK takes it.`}
              onText={setBaseUrl}
            />
          </div>
        </details>
        <Problem sentence={problem} />
        <div className="form-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={busy}>
            Add key
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
