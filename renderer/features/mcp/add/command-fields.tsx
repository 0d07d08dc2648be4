import type { ReactNode } from 'react';
import { say } from '../../../strings/say.ts';
import { Field } from '../../../ui/form/field.tsx';
import type { ServerTexts } from './read-server.ts';
import { SecretLines } from './secret-lines.tsx';

interface CommandFieldsProps {
  readonly texts: ServerTexts;
  /** The command is only written down to be copied: no secret is asked for. */
  readonly isElsewhere: boolean;
  onChange(changes: Partial<ServerTexts>): void;
}

/** Asks for a command of this machine. */
export function CommandFields({ texts, isElsewhere, onChange }: CommandFieldsProps): ReactNode {
  const { command, folder, variables } = texts;
  return (
    <>
      <Field
        label={say.mcp.command}
        value={command}
        placeholder="npx -y @modelcontextprotocol/server-memory"
        hint={say.mcp.commandHint}
        onText={(text) => onChange({ command: text })}
      />
      {!isElsewhere && (
        <details className="form-more">
          <summary>{say.mcp.more}</summary>
          <div className="form">
            <Field
              label={say.mcp.folder}
              value={folder}
              hint={say.mcp.folderHint}
              onText={(text) => onChange({ folder: text })}
            />
            <SecretLines kind="command" lines={variables} onLines={(lines) => onChange({ variables: lines })} />
          </div>
        </details>
      )}
    </>
  );
}
