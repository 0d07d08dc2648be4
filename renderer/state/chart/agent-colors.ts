import { AGENT_HUES, agentHues } from '../../../shared/agent-colors.ts';
import type { AgentView } from '../../../shared/contract/views.ts';

/** The colour of every agent, as a CSS value: the same as in the tray. */
export function agentColors(agents: readonly Pick<AgentView, 'id' | 'createdAt'>[]): ReadonlyMap<string, string> {
  return new Map([...agentHues(agents)].map(([id, hue]) => [id, colorOf(hue)]));
}

/** Where in the palette of groups each kind begins, so that one colour does not stand for several things. */
const FIRST_HUES = { model: 0, provider: 3, project: 6 } as const;

/**
 * Colours of models, providers or projects, in the order of their names: the same while nothing new appears, and none
 * of an agent's.
 */
export function groupColors(kind: keyof typeof FIRST_HUES, names: readonly string[]): ReadonlyMap<string, string> {
  const { length } = AGENT_HUES;
  return new Map(
    names
      .toSorted()
      .map((name, index) => [
        name,
        index < length ? `var(--group-${((FIRST_HUES[kind] + index) % length) + 1})` : colorOf(undefined),
      ]),
  );
}

function colorOf(hue: number | undefined): string {
  return hue === undefined ? 'var(--agent-other)' : `var(--agent-${hue + 1})`;
}
