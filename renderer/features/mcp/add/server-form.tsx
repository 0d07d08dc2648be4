import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { McpServerView } from '../../../../shared/mcp/mcp-views.ts';
import { isInDesktop } from '../../../state/desktop/desktop.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { Segmented } from '../../../ui/form/segmented.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { readServer } from './read-server.ts';
import type { AddedKind, ServerTexts } from './read-server.ts';
import { useAddingServer } from './use-adding-server.ts';
import { WayFields } from './way-fields.tsx';

interface ServerFormProps {
  onAdded(added: McpServerView): void;
  onCancel(): void;
}

/** Asks how a server is reached. In a browser a command is not taken: then it says how to add it elsewhere. */
export function ServerForm({ onAdded, onCancel }: ServerFormProps): ReactNode {
  const { busy, problem, isUnreached, add, setProblem } = useAddingServer(onAdded);
  const [texts, setTexts] = useState<ServerTexts>(() => ({
    kind: isInDesktop() ? 'command' : 'url',
    name: '',
    command: '',
    folder: '',
    url: '',
    variables: [],
    headers: [],
    provider: '',
    descriptionUrl: '',
    file: undefined,
    allow: '',
  }));
  const { kind, name } = texts;
  const change = (changes: Partial<ServerTexts>): void => setTexts({ ...texts, ...changes });
  const isElsewhere = kind === 'command' && !isInDesktop();

  function submit(unchecked: boolean): void {
    const read = readServer(texts);
    if ('problem' in read) setProblem(read.problem);
    else add({ ...read.server, unchecked }, texts.file);
  }

  return (
    <form
      className="form"
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!isElsewhere) submit(false);
      }}
    >
      <Segmented<AddedKind>
        label={say.mcp.kind}
        options={(['command', 'url', 'openapi'] as const).map((value) => ({ value, text: say.mcp.kinds[value] }))}
        value={kind}
        onPick={(picked) => {
          setProblem(undefined);
          change({ kind: picked });
        }}
      />
      <Field
        label={say.mcp.name}
        autoFocus
        value={name}
        placeholder="github"
        hint={say.mcp.nameHint}
        onText={(text) => change({ name: text })}
      />
      <WayFields texts={texts} isElsewhere={isElsewhere} onChange={change} />
      <Problem sentence={problem} />
      {isUnreached && !busy && (
        <button type="button" className="text-button" onClick={() => submit(true)}>
          {say.mcp.keepAnyway}
        </button>
      )}
      <div className="form-end">
        <span className="mcp-progress" role="status">
          {busy && say.mcp.starting(name.trim())}
        </span>
        <Button onClick={onCancel}>{say.common.cancel}</Button>
        {!isElsewhere && (
          <Button kind="primary" type="submit" busy={busy}>
            {say.mcp.submit}
          </Button>
        )}
      </div>
    </form>
  );
}
