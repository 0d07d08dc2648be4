import { useState } from 'react';
import type { Cap } from '../../../../shared/cap.ts';
import type { ToolView } from '../../../../shared/contract/connection-views.ts';
import type { AgentView } from '../../../../shared/contract/views.ts';
import { subtractMoney } from '../../../../shared/money.ts';
import type { Policy } from '../../../../shared/policy.ts';
import type { PresetId } from '../../../../shared/preset.ts';
import { useDashboard } from '../../../state/live/session-context.ts';
import { readCaps, rowsOf } from '../../caps/read-caps.ts';
import type { CapRow } from '../../caps/cap-row.ts';

interface PresetChoice {
  readonly presetId: PresetId;
  /** The rules of the preset. */
  readonly policy: Policy;
  /** The caps in the form: those that the agent has already, else the preset's, until the person chooses others. */
  readonly rows: readonly CapRow[];
  readonly read: ReturnType<typeof readCaps>;
  /** Whether the agent has caps already, which are those in the form. */
  readonly isShared: boolean;
  /** Whether the person has chosen other caps than those that hold by themselves. */
  readonly isChosen: boolean;
  /** Picks a preset, and its caps with it. */
  pick(presetId: PresetId): void;
  setRows(rows: readonly CapRow[]): void;
}

/** Keeps how much a tool gets: a preset, and caps that the person may change. */
export function usePreset(tool: ToolView, project: string): PresetChoice {
  const { state } = useDashboard();
  const [presetId, setPresetId] = useState<PresetId>(state?.settings.newKeys.preset ?? 'everyday');
  const [typed, setTyped] = useState<readonly CapRow[]>();
  const preset = tool.presets.find(({ id }) => id === presetId);
  const shared = rowsOf(capsOfAgent(state?.agents, agentNameOf(tool, project)));
  const capsOf = (id: PresetId): readonly CapRow[] =>
    rowsOf(tool.presets.find((one) => one.id === id)?.caps ?? tool.caps);
  const rows = typed ?? (shared.length > 0 ? shared : capsOf(presetId));
  return {
    presetId,
    policy: preset?.policy ?? {},
    rows,
    read: readCaps(rows),
    isShared: typed === undefined && shared.length > 0,
    isChosen: typed !== undefined,
    pick(picked) {
      setPresetId(picked);
      setTyped(shared.length > 0 ? capsOf(picked) : undefined);
    },
    setRows: setTyped,
  };
}

function capsOfAgent(agents: readonly AgentView[] | undefined, agent: string): readonly Cap[] {
  const caps = agents?.find(({ name }) => name === agent)?.caps ?? [];
  // Without what was added to them for today.
  return caps.map((cap) => ({ ...cap, amount: subtractMoney(cap.amount, cap.raisedBy) }));
}

/** As the gateway calls it: a tool in a project spends as an agent of its own. */
function agentNameOf({ title }: ToolView, project: string): string {
  const folder = project.split(/[\\/]/).findLast((part) => part !== '');
  return folder === undefined ? title : `${title} (${folder})`;
}
