import type { AgentId, SubKeyId } from '../../../shared/ids.ts';
import type { NotYetStored } from '../../../shared/not-yet-stored.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { Authority } from '../../accounts/life/revoked-lately.ts';
import type { EndReason, SubKeyRecord } from '../../ledger/records.ts';
import type { Engine } from '../engine.ts';
import { notYetStored, recordCut } from './record-cut.ts';
import type { About, Cut } from './record-cut.ts';

type RevokeDeps = Pick<Engine, 'directory' | 'running' | 'stops' | 'revokedLately' | 'clock'>;

/** Why sub-keys end. */
interface Ending {
  readonly reason: EndReason;
  /** Who may take it back for a few seconds; left out: nobody. */
  readonly by?: Authority | undefined;
}

/** What can be taken back, and until when. */
interface Undoable {
  readonly undo: { readonly ids: SubKeyId[]; readonly until: number } | null;
}

/**
 * Ends sub-keys for good: refuses them at once, cuts their running requests, then waits for the ledger.
 * @returns how many worked until now, how many requests were cut and within how many milliseconds
 */
export async function revokeKeys(
  engine: RevokeDeps,
  keys: readonly SubKeyRecord[],
  about: About,
  { reason, by }: Ending,
): Promise<Cut & NotYetStored & Undoable & { readonly revoked: number }> {
  const { directory, running, revokedLately } = engine;
  const ids = new Set(keys.map((key) => key.id));
  const working = keys.filter(({ id }) => directory.key(id).revokedAt === null).map(({ id }) => id);
  revokedLately.forget([...ids], by);
  const written = Promise.all(keys.map((key) => directory.revoke(key.id, reason)));
  const cut = running.cut((request) => ids.has(request.subKeyId), {
    code: 'sub-key-revoked',
    message: 'This sub-key was revoked in Purser.',
  });
  const [, done] = await Promise.all([written, cut]);
  await recordCut(engine, done, about);
  return {
    revoked: working.length,
    ...done,
    undo: by === undefined ? null : revokedLately.offer([...ids], working, by),
    ...notYetStored(
      engine,
      [...ids].map((id) => scopeOf('key', id)),
    ),
  };
}

/** Revokes every sub-key of an agent. @throws PurserError `NOT_FOUND` */
export function revokeAgent(
  engine: RevokeDeps,
  id: AgentId,
  ending: Ending = { reason: 'agent-revoked' },
): ReturnType<typeof revokeKeys> {
  const { directory } = engine;
  const agent = directory.agent(id);
  const keys = directory.keys().filter((key) => directory.agent(key.agentId).id === agent.id);
  return revokeKeys(engine, keys, { agentId: agent.id }, ending);
}

/** Revokes one sub-key. @throws PurserError `NOT_FOUND` */
export async function revokeKey(
  engine: RevokeDeps,
  id: SubKeyId,
  by?: Authority,
): Promise<Cut & NotYetStored & Undoable & { readonly id: SubKeyId }> {
  const record = engine.directory.key(id);
  const about = { agentId: record.agentId, subKeyId: id };
  const { revoked: _revoked, ...done } = await revokeKeys(engine, [record], about, { reason: 'revoked', by });
  return { id, ...done };
}

/**
 * Takes a revocation back, within a few seconds and for whoever made it. What was cut stays cut.
 * @throws PurserError `CONFLICT` when it is too late, or somebody else's
 */
export async function undoRevoke(
  { directory, revokedLately }: Pick<Engine, 'directory' | 'revokedLately'>,
  ids: readonly SubKeyId[],
  by: Authority,
): Promise<{ readonly restored: SubKeyId[] }> {
  revokedLately.claim(ids, by);
  const keys = await Promise.all(ids.map((id) => directory.restore(id)));
  return { restored: keys.flatMap(({ id, revokedAt }) => (revokedAt === null ? [id] : [])) };
}
