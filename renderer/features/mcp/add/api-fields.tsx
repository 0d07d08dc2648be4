import type { ReactNode } from 'react';
import { useDashboard } from '../../../state/live/session-context.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { useDialogs } from '../../../ui/dialogs.ts';
import { Field } from '../../../ui/form/field.tsx';
import { Select } from '../../../ui/form/select.tsx';
import type { ServerTexts } from './read-server.ts';

interface ApiFieldsProps {
  readonly texts: ServerTexts;
  onChange(changes: Partial<ServerTexts>): void;
}

/** Asks which HTTP API becomes tools, and where its description is. Its key is a provider's already. */
export function ApiFields({ texts, onChange }: ApiFieldsProps): ReactNode {
  const dialogs = useDialogs();
  const apis = (useDashboard().state?.providers ?? []).filter(({ kind }) => kind === 'http').map(({ name }) => name);
  const words = say.mcp;
  if (apis.length === 0)
    return (
      <div>
        <p className="soft">{words.noApi}</p>
        <Button onClick={() => dialogs.open({ kind: 'add-provider', provider: 'http' })}>{words.addApi}</Button>
      </div>
    );
  const { provider, descriptionUrl, file, allow } = texts;
  return (
    <>
      <Select<string>
        label={words.apiProvider}
        options={[{ value: '', text: words.pickApi }, ...apis.map((value) => ({ value, text: value }))]}
        value={provider}
        onPick={(picked) => onChange({ provider: picked })}
      />
      <Field
        label={words.descriptionUrl}
        // The name of a file is no address, and the browser would say so.
        type={file ? 'text' : 'url'}
        value={file?.name ?? descriptionUrl}
        placeholder="https://api.example.com/openapi.json"
        hint={words.descriptionHint}
        onText={(text) => onChange({ descriptionUrl: text, file: undefined })}
      />
      <label className="text-button mcp-file">
        {words.pickFile}
        <input
          type="file"
          accept=".json,.yaml,.yml"
          className="visually-hidden"
          onChange={({ target }) => onChange({ file: target.files?.[0] })}
        />
      </label>
      <Field
        label={words.apiAllow}
        value={allow}
        placeholder="GET /repos/*"
        hint={words.apiAllowHint}
        onText={(text) => onChange({ allow: text })}
      />
    </>
  );
}
