import { useId, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { describeCap } from '../../../shared/cap.ts';
import type { AgentView } from '../../../shared/contract/views.ts';
import { agentNameSchema } from '../../../shared/ids.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Problem } from '../../ui/notice.tsx';
import type { Issued } from './issued.ts';
import { readCaps } from './read-caps.ts';

interface IssueFormProps {
  readonly agents: readonly AgentView[];
  readonly agent: string | undefined;
  onIssued(issued: Issued): void;
  onCancel(): void;
}

/** Asks for whom and how much. A name nobody has yet makes a new agent. */
export function IssueForm({ agents, agent, onIssued, onCancel }: IssueFormProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run, say } = useAction();
  const [name, setName] = useState(agent ?? '');
  const [day, setDay] = useState('5');
  const [total, setTotal] = useState('');
  const listId = useId();
  const known = agents.some((existing) => existing.name === name.trim());

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const checked = agentNameSchema.safeParse(name);
    if (!checked.success) return say(checked.error.issues[0]?.message);
    const read = readCaps({ day, total });
    if ('problem' in read) return say(read.problem);
    void run(async () => {
      if (!known) await call((gateway) => gateway.agents.add({ name: checked.data }));
      const answer = await call((gateway) => gateway.keys.issue({ agent: checked.data, caps: [...read.caps] }));
      onIssued({ agent: answer.agent, key: answer.key, caps: answer.caps.map(describeCap).join(', ') });
    });
  }

  return (
    <form className="form" onSubmit={submit}>
      <Field
        label="Agent"
        value={name}
        list={listId}
        data-first-focus={agent === undefined ? true : undefined}
        placeholder="Claude Code"
        hint={known || name.trim() === '' ? 'The tool or script that will hold this sub-key.' : `Makes a new agent called “${name.trim()}”.`}
        onText={setName}
      />
      <datalist id={listId}>
        {agents.map((existing) => (
          <option key={existing.id} value={existing.name} />
        ))}
      </datalist>
      <div className="form-pair">
        <Field label="Cap a day" prefix="$" inputMode="decimal" value={day} placeholder="none" data-first-focus={agent === undefined ? undefined : true} onText={setDay} />
        <Field label="Cap in total" prefix="$" inputMode="decimal" value={total} placeholder="none" onText={setTotal} />
      </div>
      <p className="faint">Purser refuses the request that would pass a cap, before it is sent.</p>
      <Problem sentence={problem} />
      <div className="form-end">
        <Button onClick={onCancel}>Cancel</Button>
        <Button kind="primary" type="submit" busy={busy}>
          Issue sub-key
        </Button>
      </div>
    </form>
  );
}
