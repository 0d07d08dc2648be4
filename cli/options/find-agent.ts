import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { AgentView, FormerAgentView } from '../../shared/contract/views.ts';
import { PurserError } from '../../shared/errors.ts';

/** The agent of this name. @throws PurserError `NOT_FOUND` */
export async function findAgent(gateway: GatewayClient, name: string): Promise<AgentView> {
  const found = (await gateway.agents.list()).find((agent) => agent.name === name);
  if (found) return found;
  throw new PurserError('NOT_FOUND', `There is no agent named "${name}". See \`purser agent list\`.`);
}

/** The archived agent of this name. @throws PurserError `NOT_FOUND` */
export async function findArchivedAgent(gateway: GatewayClient, name: string): Promise<FormerAgentView> {
  const found = (await archivedAgents(gateway)).find((agent) => agent.name === name);
  if (found) return found;
  throw new PurserError('NOT_FOUND', `No archived agent is named "${name}". See \`purser agent list --all\`.`);
}

/** The agent of this name, also one that is archived. @throws PurserError `NOT_FOUND` */
export async function findAnyAgent(gateway: GatewayClient, name: string): Promise<Pick<AgentView, 'id' | 'name'>> {
  const archived = (await archivedAgents(gateway)).find((agent) => agent.name === name);
  return archived ?? (await findAgent(gateway, name));
}

async function archivedAgents(gateway: GatewayClient): Promise<readonly FormerAgentView[]> {
  const former = await gateway.agents.former();
  return former.filter(({ deletedAt, mergedInto }) => deletedAt === null && mergedInto === null);
}
