import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { CapsOn } from '../../../shared/contract/key-calls.ts';
import type { AgentView } from '../../../shared/contract/views.ts';
import { agentNameSchema } from '../../../shared/ids.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { capText } from '../../state/time-and-money/cap-text.ts';
import { AgentField } from './agent-field.tsx';
import { AmountFields } from './amount-fields.tsx';
import { CapsFor } from './caps-for.tsx';
import { holdInFull, holdsInFull } from '../caps/hold-in-full.ts';
import { HoldSwitch } from '../caps/hold-switch.tsx';
import { issuedSentence } from './issued.ts';
import type { Issued } from './issued.ts';
import { MoreLimits } from './more-limits.tsx';
import { readCaps } from '../caps/read-caps.ts';
import { issuePresets } from './presets.ts';
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
  const presets = issuePresets(state?.settings.newKeys.caps);
  const [presetId, setPresetId] = useState<PresetId>('everyday');
  const preset = presets.find(({ id }) => id === presetId);
  const [typed, setTyped] = useState<readonly CapRow[]>();
  const [capsOn, setCapsOn] = useState<CapsOn>('agent');
  const [limits, setLimits] = useState(NO_LIMITS);
  const known = agents.find((existing) => existing.name === name.trim());
  const caps = typed ?? preset?.rows ?? [];
  const shared = capsOn === 'agent' && known !== undefined && known.caps.length > 0 ? known.caps : undefined;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const checked = agentNameSchema.safeParse(name);
    if (!checked.success) return setProblem(checked.error.issues[0]?.message);
    const read = shared ? { caps: [] } : readCaps(caps);
    if ('problem' in read) return setProblem(read.problem);
    const limited = readLimits(limits, Date.now());
    if ('problem' in limited) return setProblem(limited.problem);
    const policy = { ...(shared ? {} : preset?.policy), ...limited.policy };
    const { project } = limited;
    void run(async () => {
      if (!known) await call((gateway) => gateway.agents.add({ name: checked.data }));
      const answer = await call((gateway) =>
        gateway.keys.issue({
          agent: checked.data,
          caps: [...read.caps],
          capsOn,
          policy,
          ...(project !== undefined && { project }),
        }),
      );
      onIssued({
        agent: answer.agent,
        key: answer.key,
        sentence: issuedSentence(answer.caps, policy, Date.now(), timeZone),
      });
    });
  }

  return (
    <form className="form" onSubmit={submit}>
      <AgentField
        agents={agents}
        name={name}
        isNew={known === undefined}
        startsHere={agent === undefined}
        onName={setName}
      />
      <CapsFor value={capsOn} onPick={setCapsOn} />
      {shared ? (
        <p className="faint">{say.issueKey.shares(known?.name ?? '', shared.map(capText))}</p>
      ) : (
        <AmountFields
          presetId={presetId}
          caps={caps}
          startsHere={agent !== undefined}
          onPreset={(picked) => {
            setPresetId(picked);
            const rows = presets.find(({ id }) => id === picked)?.rows ?? caps;
            setTyped(holdInFull(rows, holdsInFull(caps)));
          }}
          onCaps={setTyped}
        />
      )}
      <MoreLimits limits={limits} providers={(state?.providers ?? []).map((one) => one.name)} onLimits={setLimits}>
        {!shared && <HoldSwitch rows={caps} onRows={setTyped} />}
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
