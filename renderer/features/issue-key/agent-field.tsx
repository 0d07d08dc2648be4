import { useId } from 'react';
import type { ReactNode } from 'react';
import type { AgentView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';

interface AgentFieldProps {
  readonly agents: readonly AgentView[];
  readonly name: string;
  /** Nobody has that name yet. */
  readonly isNew: boolean;
  /** It is where the dialog begins. */
  readonly startsHere: boolean;
  onName(name: string): void;
}

/** For whom: one of the agents there are, or a name that makes a new one. */
export function AgentField({ agents, name, isNew, startsHere, onName }: AgentFieldProps): ReactNode {
  const words = say.issueKey;
  const listId = useId();
  const wanted = name.trim();
  return (
    <>
      <Field
        label={words.agent}
        value={name}
        list={listId}
        autoFocus={startsHere}
        placeholder={words.agentExample}
        hint={isNew && wanted !== '' ? words.newAgent(wanted) : words.agentHint}
        onText={onName}
      />
      <datalist id={listId}>
        {agents.map((existing) => (
          <option key={existing.id} value={existing.name} />
        ))}
      </datalist>
    </>
  );
}
