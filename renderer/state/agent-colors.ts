import type { AgentView } from '../../shared/contract/views.ts';

/** How many hues the palette in styles/tokens.css has. They are told apart in both themes and with colour blindness. */
const HUES = 8;

/**
 * The colour of every agent, as a CSS value. An agent keeps its colour for life: hues go by age, and agents are
 * never deleted. Past the palette, agents share a neutral tone instead of lying with a repeated hue.
 */
export function agentColors(agents: readonly AgentView[]): ReadonlyMap<string, string> {
  const byAge = agents.toSorted((left, right) => left.createdAt - right.createdAt || left.id.localeCompare(right.id));
  return new Map(byAge.map((agent, index) => [agent.id, hue(index)]));
}

/** Colours of models or providers, in the order of their names: the same while nothing new appears. */
export function groupColors(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.toSorted().map((name, index) => [name, hue(index)]));
}

function hue(index: number): string {
  return index < HUES ? `var(--agent-${index + 1})` : 'var(--agent-other)';
}
