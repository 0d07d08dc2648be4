import type { AgentView, StateView } from '../../../shared/contract/views.ts';
import { countText } from '../../state/format.ts';

/** What the one click does, before it is done. */
interface RevokeQuestion {
  readonly title: string;
  readonly what: string;
  readonly button: string;
}

/** Asks about everything, or about one agent. */
export function revokeQuestion({ keys, agents }: StateView, agent: AgentView | undefined): RevokeQuestion {
  const usable = keys.filter((key) => key.state !== 'revoked' && (agent === undefined || key.agentId === agent.id));
  const count = countText(usable.length, 'sub-key');
  if (agent !== undefined) {
    const all = usable.length === 1 ? 'the one sub-key' : `all ${count}`;
    return { title: `Revoke all sub-keys of ${agent.name}?`, what: `Ends ${all} of ${agent.name} and cuts its running requests.`, button: `Revoke ${count}` };
  }
  const holders = agents.filter(({ id }) => usable.some((key) => key.agentId === id)).length;
  const all = usable.length === 1 ? 'the one sub-key there is' : `all ${count} of ${countText(holders, 'agent')}`;
  return { title: 'Revoke everything?', what: `Ends ${all} and cuts every running request.`, button: `Revoke ${count}` };
}
