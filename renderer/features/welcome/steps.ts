import type { RequestView, StateView, SubKeyView } from '../../../shared/contract/views.ts';

/** The progress of a newcomer. */
export interface Steps {
  readonly provider: boolean;
  readonly subKey: boolean;
  readonly request: boolean;
}

/** Tells which of the three first steps are done. */
export function stepsDone(state: StateView, recent: readonly RequestView[]): Steps {
  return {
    provider: state.providers.length > 0,
    subKey: state.keys.some((key) => key.state !== 'revoked'),
    request: recent.length > 0 || state.agents.some((agent) => agent.spentTotal > 0),
  };
}

/** Agents that may spend by now, each once. */
export function spenders({ keys }: StateView): readonly string[] {
  return [...new Set(keys.filter(({ state }) => state !== 'revoked').map(({ agent }) => agent))];
}

/** The newest request that was refused, of whichever sub-key. */
export function newestRefusal({
  keys,
}: StateView): ({ readonly agent: string } & NonNullable<SubKeyView['lastRefusal']>) | undefined {
  const refused = keys.flatMap(({ agent, lastRefusal }) => (lastRefusal === null ? [] : [{ agent, ...lastRefusal }]));
  return refused.toSorted((left, right) => right.at - left.at)[0];
}
