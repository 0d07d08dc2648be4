import { AGENT_HUES, agentHues } from '../../../shared/agent-colors.ts';
import type { AgentView } from '../../../shared/contract/views.ts';

/** The colour of every agent, as a CSS value: the same as in the tray. */
export function agentColors(agents: readonly AgentView[]): ReadonlyMap<string, string> {
  return new Map([...agentHues(agents)].map(([id, hue]) => [id, colorOf(hue)]));
}

/** Colours of models or providers, in the order of their names: the same while nothing new appears. */
export function groupColors(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.toSorted().map((name, index) => [name, colorOf(index < AGENT_HUES.length ? index : undefined)]));
}

function colorOf(hue: number | undefined): string {
  return hue === undefined ? 'var(--agent-other)' : `var(--agent-${hue + 1})`;
}
