import { useId, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { AgentView } from '../../../shared/contract/views.ts';
import { agentNameSchema } from '../../../shared/ids.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/form/field.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { CapRows } from '../caps/cap-rows.tsx';
import { holdInFull, holdsInFull } from '../caps/hold-in-full.ts';
import { HoldSwitch } from '../caps/hold-switch.tsx';
import { issuedSentence } from './issued.ts';
import type { Issued } from './issued.ts';
import { MoreLimits } from './more-limits.tsx';
import { firstRows, readCaps } from '../caps/read-caps.ts';
import { PRESETS, presetOf } from './presets.ts';
import type { PresetId } from './presets.ts';
import type { CapRow } from '../caps/cap-row.ts';
import { NO_LIMITS, readLimits } from './read-limits.ts';

interface IssueFormProps {
  readonly agents: readonly AgentView[];
  readonly agent: string | undefined;
  readonly timeZone: string;
  onIssued(issued: Issued): void;
  onCancel(): void;
}

/** Asks for whom and how much. A name nobody has yet makes a new agent. */
export function IssueForm({ agents, agent, timeZone, onIssued, onCancel }: IssueFormProps): ReactNode {
  const { call } = useSession();
  const { state } = useDashboard();
  const { busy, problem, run, setProblem } = useAction();
  const [name, setName] = useState(agent ?? '');
  const [caps, setCaps] = useState<readonly CapRow[]>(() => firstRows(state?.settings.newKeys.caps));
  const [limits, setLimits] = useState(NO_LIMITS);
  const listId = useId();
  const known = agents.some((existing) => existing.name === name.trim());

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const checked = agentNameSchema.safeParse(name);
    if (!checked.success) return setProblem(checked.error.issues[0]?.message);
    const read = readCaps(caps);
    if ('problem' in read) return setProblem(read.problem);
    const limited = readLimits(limits, Date.now());
    if ('problem' in limited) return setProblem(limited.problem);
    const { policy } = limited;
    void run(async () => {
      if (!known) await call((gateway) => gateway.agents.add({ name: checked.data }));
      const answer = await call((gateway) => gateway.keys.issue({ agent: checked.data, caps: [...read.caps], policy }));
      onIssued({
        agent: answer.agent,
        key: answer.key,
        sentence: issuedSentence(answer.caps, policy, Date.now(), timeZone),
      });
    });
  }

  return (
    <form className="form" onSubmit={submit}>
      <Field
        label={say.issueKey.agent}
        value={name}
        list={listId}
        autoFocus={agent === undefined}
        placeholder={say.issueKey.agentExample}
        hint={known || name.trim() === '' ? say.issueKey.agentHint : say.issueKey.newAgent(name.trim())}
        onText={setName}
      />
      <datalist id={listId}>
        {agents.map((existing) => (
          <option key={existing.id} value={existing.name} />
        ))}
      </datalist>
      <Segmented<PresetId>
        label={say.issueKey.howMuch}
        options={PRESETS.map(({ value }) => ({ value, text: say.issueKey.presets[value] }))}
        value={presetOf(caps)}
        onPick={(picked) => {
          const rows = PRESETS.find(({ value }) => value === picked)?.rows ?? caps;
          setCaps(holdInFull(rows, holdsInFull(caps)));
        }}
      />
      <CapRows rows={caps} startsHere={agent !== undefined} onRows={setCaps} />
      <p className="faint">{say.issueKey.refusedBefore}</p>
      <MoreLimits limits={limits} onLimits={setLimits}>
        <HoldSwitch rows={caps} onRows={setCaps} />
      </MoreLimits>
      <Problem sentence={problem} />
      <div className="form-end">
        <Button onClick={onCancel}>{say.common.cancel}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {say.issueKey.issue}
        </Button>
      </div>
    </form>
  );
}
