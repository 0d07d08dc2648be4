import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { AgentView } from '../../shared/contract/views.ts';
import { PurserError } from '../../shared/errors.ts';

/** The agent of this name. @throws PurserError `NOT_FOUND` */
export async function findAgent(gateway: GatewayClient, name: string): Promise<AgentView> {
  const found = (await gateway.agents.list()).find((agent) => agent.name === name);
  if (!found) throw new PurserError('NOT_FOUND', `There is no agent named "${name}". See \`purser agent list\`.`);
  return found;
}
