/** A colour on a light and on a dark ground, as `#rrggbb`. */
export interface Hue {
  readonly light: string;
  readonly dark: string;
}

/**
 * The steady colours of agents: told apart in both themes and with colour blindness. The dashboard has them as
 * `--agent-1` and on (renderer/styles/tokens.css; a test keeps them the same), the tray draws them itself.
 */
export const AGENT_HUES: readonly Hue[] = [
  { light: '#2a78d6', dark: '#3987e5' },
  { light: '#1baf7a', dark: '#199e70' },
  { light: '#eda100', dark: '#c98500' },
  { light: '#4a3aa7', dark: '#9085e9' },
  { light: '#eb6834', dark: '#d95926' },
  { light: '#e87ba4', dark: '#d55181' },
  { light: '#008300', dark: '#4f9d3a' },
  { light: '#e34948', dark: '#e66767' },
];

/** Past the palette, agents share this one instead of lying with a repeated hue. */
export const OTHER_HUE: Hue = { light: '#8b8d97', dark: '#7c7f89' };

/**
 * Which of {@link AGENT_HUES} each agent has, by id; undefined for the shared one. An agent keeps its colour for life:
 * hues go by age, and agents are never deleted.
 */
export function agentHues(
  agents: readonly { readonly id: string; readonly createdAt: number }[],
): ReadonlyMap<string, number | undefined> {
  const byAge = agents.toSorted((left, right) => left.createdAt - right.createdAt || (left.id < right.id ? -1 : 1));
  return new Map(byAge.map(({ id }, index) => [id, index < AGENT_HUES.length ? index : undefined]));
}
