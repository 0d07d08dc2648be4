import type { AgentId } from '../../../shared/ids.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import type { Emitter } from '../../platform/emitter.ts';
import type { Clock } from '../../platform/ports.ts';

/** Clients tell their model provider which conversation a request is of, and MCP servers nothing. */
export interface LastSessions {
  /** The conversation that an agent was last heard in, where that is not long ago; else null. */
  of(agentId: AgentId): string | null;
}

/** An agent calls the tools that a model asks for at once; a person who is asked first takes minutes. */
const MOST_AGE_MS = 10 * 60_000;

/** @see LastSessions */
export function watchSessions(settled: Pick<Emitter<RequestView>, 'on'>, clock: Clock): LastSessions {
  const last = new Map<AgentId, { readonly session: string; readonly at: number }>();
  settled.on(({ agentId, session }) => {
    if (session !== null) last.set(agentId, { session, at: clock.now() });
  });
  return {
    of(agentId) {
      const heard = last.get(agentId);
      return heard && Math.abs(clock.now() - heard.at) <= MOST_AGE_MS ? heard.session : null;
    },
  };
}
