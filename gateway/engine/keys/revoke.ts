import type { AgentId, SubKeyId } from '../../../shared/ids.ts';
import type { NotYetStored } from '../../../shared/not-yet-stored.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { Engine } from '../engine.ts';
import { notYetStored, recordCut } from './record-cut.ts';
import type { About, Cut } from './record-cut.ts';

type RevokeDeps = Pick<Engine, 'directory' | 'running' | 'stops' | 'clock'>;

/**
 * Ends sub-keys for good: refuses them at once, cuts their running requests, then waits for the ledger.
 * @returns how many worked until now, how many requests were cut and within how many milliseconds
 */
export async function revokeKeys(
  engine: RevokeDeps,
  keys: readonly SubKeyRecord[],
  about: About,
): Promise<Cut & NotYetStored & { readonly revoked: number }> {
  const { directory, running } = engine;
  const ids = new Set(keys.map((key) => key.id));
  const working = keys.filter((key) => key.revokedAt === null).length;
  const written = Promise.all(keys.map((key) => directory.revoke(key.id)));
  const cut = running.cut((request) => ids.has(request.subKeyId), {
    code: 'sub-key-revoked',
    message: 'This sub-key was revoked in Purser.',
  });
  const [, done] = await Promise.all([written, cut]);
  await recordCut(engine, done, about);
  return {
    revoked: working,
    ...done,
    ...notYetStored(
      engine,
      [...ids].map((id) => scopeOf('key', id)),
    ),
  };
}

/** Revokes every sub-key of an agent. @throws PurserError `NOT_FOUND` */
export function revokeAgent(engine: RevokeDeps, id: AgentId): ReturnType<typeof revokeKeys> {
  const { directory } = engine;
  const agent = directory.agent(id);
  const keys = directory.keys().filter((key) => key.agentId === agent.id);
  return revokeKeys(engine, keys, { agentId: agent.id });
}

/** Revokes one sub-key. @throws PurserError `NOT_FOUND` */
export async function revokeKey(
  engine: RevokeDeps,
  id: SubKeyId,
): Promise<Cut & NotYetStored & { readonly id: SubKeyId }> {
  const record = engine.directory.key(id);
  const about = { agentId: record.agentId, subKeyId: id };
  const { revoked: _revoked, ...done } = await revokeKeys(engine, [record], about);
  return { id, ...done };
}
