import { agentHues } from '../../../shared/agent-colors.ts';
import { capLevel } from '../../../shared/cap-level.ts';
import type { AgentView, StateView } from '../../../shared/contract/views.ts';
import { subtractMoney } from '../../../shared/money.ts';
import { clippedName } from '../../../shared/visible-text.ts';
import type { AgentDot } from './agent-dot.ts';
import { tightestCap } from './tray-caps.ts';
import type { ScopedCap } from './tray-caps.ts';
import { button, SEPARATOR, text } from './tray-items.ts';
import type { TrayItem } from './tray-items.ts';
import { words } from '../words/words.ts';

/** A menu longer than this runs off a small screen; the dashboard lists every agent. */
const MOST_AGENTS = 12;
const LONGEST_NAME = 32;

/** One line per agent, the biggest spender of today first; behind each line what can be done with it. */
export function agentItems({ agents, keys, everythingPaused }: StateView, now: number): readonly TrayItem[] {
  if (agents.length === 0) return [text(words.agents.none)];
  const hues = agentHues(agents);
  const hidden = agents.length - MOST_AGENTS;
  return [
    ...agents
      .toSorted(bySpendThenName)
      .slice(0, MOST_AGENTS)
      .map((agent) =>
        agentItem(agent, { hue: hues.get(agent.id), hollow: everythingPaused || agent.paused }, keys, now),
      ),
    ...(hidden > 0 ? [text(words.agents.more(hidden))] : []),
  ];
}

function agentItem(agent: AgentView, dot: AgentDot, keys: StateView['keys'], now: number): TrayItem {
  const tightest = tightestCap(agent, keys, now);
  return {
    kind: 'submenu',
    label: lineOf(agent, tightest),
    dot,
    items: choices(agent, tightest, usableKeys(keys, agent)),
  };
}

/** How many sub-keys are not revoked yet, of one agent or of all; paused ones count, for they can be resumed. */
export function usableKeys(keys: StateView['keys'], agent?: Pick<AgentView, 'id'>): number {
  return keys.filter((key) => key.state !== 'revoked' && (agent === undefined || key.agentId === agent.id)).length;
}

function lineOf(agent: AgentView, tightest: ScopedCap | undefined): string {
  const name = clippedName(agent.name, LONGEST_NAME);
  const { today, ofCap, standing } = words.agents;
  const line = tightest
    ? ofCap(name, tightest.cap.spent, tightest.cap.amount, words.during(tightest.cap))
    : today(name, agent.spentToday);
  if (agent.paused) return standing.paused(line);
  const level = tightest ? capLevel(tightest.cap) : 'calm';
  return level === 'calm' ? line : standing[level](line);
}

/**
 * A tick means "may spend". Native menus have no line that is both a toggle and a submenu, so it is the first choice.
 */
function choices(agent: AgentView, tightest: ScopedCap | undefined, subKeys: number): readonly TrayItem[] {
  const { id } = agent;
  const params = { agent: id };
  return [
    {
      kind: 'checkbox',
      label: words.agents.maySpend,
      checked: !agent.paused,
      action: { kind: agent.paused ? 'resume-agent' : 'pause-agent', id },
    },
    ...(tightest ? [raiseItem(tightest)] : []),
    SEPARATOR,
    button(words.agents.open, { kind: 'open-dashboard', route: { page: 'agents', params } }),
    ...(subKeys > 0
      ? [
          button(words.agents.rotate, { kind: 'open-dashboard', route: { page: 'agents', params } }),
          SEPARATOR,
          button(words.agents.revoke, { kind: 'revoke-agent', id }),
        ]
      : []),
  ];
}

function raiseItem({ scope, cap }: ScopedCap): TrayItem {
  const { window, rolling, amount, raisedBy } = cap;
  const extra = subtractMoney(amount, raisedBy);
  return button(words.agents.raise(words.cap(cap), extra), { kind: 'raise-cap', scope, window, rolling, extra });
}

function bySpendThenName(left: AgentView, right: AgentView): number {
  return right.spentToday - left.spentToday || left.name.localeCompare(right.name);
}
