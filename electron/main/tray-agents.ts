import { describeCap, windowWords } from '../../shared/cap.ts';
import { capLevel } from '../../shared/cap-level.ts';
import type { AgentView, StateView } from '../../shared/contract/views.ts';
import { formatUsd, subtractMoney } from '../../shared/money.ts';
import { tightestCap } from './tray-caps.ts';
import type { ScopedCap } from './tray-caps.ts';
import { button, SEPARATOR, shorten, text } from './tray-items.ts';
import type { TrayItem } from './tray-items.ts';

/** A menu longer than this runs off a small screen; the dashboard lists every agent. */
const MOST_AGENTS = 12;
const LONGEST_NAME = 32;

/** One line per agent, the biggest spender of today first; behind each line what can be done with it. */
export function agentItems({ agents, keys }: StateView): readonly TrayItem[] {
  if (agents.length === 0) return [text('No agents yet')];
  const hidden = agents.length - MOST_AGENTS;
  return [
    ...agents.toSorted(bySpendThenName).slice(0, MOST_AGENTS).map((agent) => agentItem(agent, keys)),
    ...(hidden > 0 ? [text(`${hidden} more in the dashboard`)] : []),
  ];
}

function agentItem(agent: AgentView, keys: StateView['keys']): TrayItem {
  const tightest = tightestCap(agent, keys);
  return { kind: 'submenu', label: lineOf(agent, tightest), items: choices(agent, tightest, usableKeys(keys, agent)) };
}

/** How many sub-keys are not revoked yet, of one agent or of all; paused ones count, for they can be resumed. */
export function usableKeys(keys: StateView['keys'], agent?: Pick<AgentView, 'id'>): number {
  return keys.filter((key) => key.state !== 'revoked' && (agent === undefined || key.agentId === agent.id)).length;
}

function lineOf(agent: AgentView, tightest: ScopedCap | undefined): string {
  const name = shorten(agent.name, LONGEST_NAME);
  if (!tightest) return `${name}: ${formatUsd(agent.spentToday)} today${agent.paused ? ' (paused)' : ''}`;
  const { cap } = tightest;
  const level = capLevel(cap);
  const sign = agent.paused ? ' (paused)' : level === 'full' ? ' (used up)' : level === 'high' ? ' (nearly used up)' : '';
  return `${name}: ${formatUsd(cap.spent)} of ${formatUsd(cap.amount)} ${windowWords(cap)}${sign}`;
}

/** A tick means "may spend". Native menus have no line that is both a toggle and a submenu, so it is the first choice. */
function choices(agent: AgentView, tightest: ScopedCap | undefined, subKeys: number): readonly TrayItem[] {
  const { id } = agent;
  const params = { agent: id };
  return [
    { kind: 'checkbox', label: 'May spend', checked: !agent.paused, action: { kind: agent.paused ? 'resume-agent' : 'pause-agent', id } },
    ...(tightest ? [raiseItem(tightest)] : []),
    SEPARATOR,
    button('Open in dashboard', { kind: 'open-dashboard', place: { page: 'agents', params } }),
    ...(subKeys > 0
      ? [button('Sub-key lost? Rotate it…', { kind: 'open-dashboard', place: { page: 'agents', params } }), SEPARATOR, button('Revoke…', { kind: 'revoke-agent', id })]
      : []),
  ];
}

function raiseItem({ scope, cap }: ScopedCap): TrayItem {
  const { window, rolling, amount, raisedBy } = cap;
  const extra = subtractMoney(amount, raisedBy);
  return button(`Raise ${describeCap(cap)} by ${formatUsd(extra)} for today`, { kind: 'raise-cap', scope, window, rolling, extra });
}

function bySpendThenName(left: AgentView, right: AgentView): number {
  return right.spentToday - left.spentToday || left.name.localeCompare(right.name);
}
