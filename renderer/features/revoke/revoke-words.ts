import type { AgentView, StateView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';

/** The question before a click that cannot be undone. */
interface RevokeQuestion {
  readonly title: string;
  readonly what: string;
  readonly button: string;
}

/** Asks about everything, or about one agent. */
export function revokeQuestion({ keys, agents }: StateView, agent: AgentView | undefined): RevokeQuestion {
  const usable = keys.filter((key) => key.state !== 'revoked' && (agent === undefined || key.agentId === agent.id));
  const button = say.revoke.button(usable.length);
  if (agent !== undefined)
    return { title: say.revoke.agentTitle(agent.name), what: say.revoke.agentWhat(agent.name, usable.length), button };
  const holders = agents.filter(({ id }) => usable.some((key) => key.agentId === id)).length;
  return { title: say.revoke.everythingTitle, what: say.revoke.everythingWhat(usable.length, holders), button };
}
