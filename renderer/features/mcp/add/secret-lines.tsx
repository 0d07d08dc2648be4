import { useRef } from 'react';
import type { ReactNode } from 'react';
import { say } from '../../../strings/say.ts';
import { Field } from '../../../ui/form/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { AddedKind, SecretLine } from './read-server.ts';

interface SecretLinesProps {
  readonly kind: Exclude<AddedKind, 'openapi'>;
  readonly lines: readonly SecretLine[];
  onLines(lines: readonly SecretLine[]): void;
}

const EXAMPLES = { command: 'GITHUB_TOKEN', url: 'Authorization' } as const;

/** Secrets of a server, a line each: what is typed as a value is not shown. */
export function SecretLines({ kind, lines, onLines }: SecretLinesProps): ReactNode {
  const adder = useRef<HTMLButtonElement>(null);
  const words = say.mcp;
  const change = (id: number, changes: Partial<SecretLine>): void =>
    onLines(lines.map((line) => (line.id === id ? { ...line, ...changes } : line)));
  const nextId = Math.max(-1, ...lines.map(({ id }) => id)) + 1;
  return (
    <fieldset className="mcp-secrets">
      <legend>{kind === 'command' ? words.variables : words.headers}</legend>
      {lines.map(({ id, name, value }, index) => (
        <div key={id} className="mcp-secret">
          <Field
            label={words.secretName[kind](index + 1)}
            hidesLabel
            autoFocus
            value={name}
            placeholder={EXAMPLES[kind]}
            onText={(text) => change(id, { name: text })}
          />
          <Field
            label={words.secretValue(index + 1)}
            hidesLabel
            type="password"
            value={value}
            onText={(text) => change(id, { value: text })}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={words.removeSecret[kind](index + 1)}
            onClick={() => {
              onLines(lines.filter((line) => line.id !== id));
              adder.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button
        ref={adder}
        type="button"
        className="text-button"
        onClick={() => onLines([...lines, { id: nextId, name: '', value: '' }])}
      >
        {words.addSecret[kind]}
      </button>
      <p className="field-hint">{words.secretsHint}</p>
    </fieldset>
  );
}
