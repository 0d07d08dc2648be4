import type { AgentId } from '../../../shared/ids.ts';
import type { AgentRecord } from '../../ledger/records.ts';
import { revokeAgent } from '../keys/revoke.ts';

/**
 * Revokes all sub-keys of an agent, cuts its running requests, and deletes it. Its history stays under its name, which
 * is free for another agent.
 * @throws PurserError `NOT_FOUND`
 */
export async function deleteAgent(
  engine: Parameters<typeof revokeAgent>[0],
  id: AgentId,
): Promise<{ readonly agent: AgentRecord } & Awaited<ReturnType<typeof revokeAgent>>> {
  const done = await revokeAgent(engine, id, { reason: 'agent-deleted' });
  return { ...done, agent: await engine.directory.deleteAgent(id) };
}
