import type { ReactNode } from 'react';
import { say } from '../../../strings/say.ts';
import { Field } from '../../../ui/form/field.tsx';
import { ApiFields } from './api-fields.tsx';
import { CommandFields } from './command-fields.tsx';
import { CommandInTerminal } from './command-in-terminal.tsx';
import type { ServerTexts } from './read-server.ts';
import { SecretLines } from './secret-lines.tsx';

interface WayFieldsProps {
  readonly texts: ServerTexts;
  /** A command that is added somewhere else. */
  readonly isElsewhere: boolean;
  onChange(changes: Partial<ServerTexts>): void;
}

/** Asks how a server is reached, by its kind. */
export function WayFields({ texts, isElsewhere, onChange }: WayFieldsProps): ReactNode {
  const { kind, url } = texts;
  return (
    <>
      {kind === 'url' && (
        <>
          <Field
            label={say.mcp.url}
            type="url"
            value={url}
            placeholder="https://mcp.example.com/mcp"
            onText={(text) => onChange({ url: text })}
          />
          <SecretLines kind="url" lines={texts.headers} onLines={(headers) => onChange({ headers })} />
        </>
      )}
      {kind === 'command' && <CommandFields texts={texts} isElsewhere={isElsewhere} onChange={onChange} />}
      {kind === 'openapi' && <ApiFields texts={texts} onChange={onChange} />}
      {isElsewhere && <CommandInTerminal texts={texts} />}
    </>
  );
}
