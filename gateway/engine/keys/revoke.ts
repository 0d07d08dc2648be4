import type { Cap } from '../../../shared/cap.ts';
import type { AgentId, SubKeyId } from '../../../shared/ids.ts';
import type { NotYetStored } from '../../../shared/not-yet-stored.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { AgentRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { Engine } from '../engine.ts';

interface Cut {
  readonly cutRequests: number;
  readonly cutMs: number;
}

type About = Pick<AuditEntry, 'agentId' | 'subKeyId'>;

/**
 * Ends sub-keys for good: they stop at once, what runs is cut, then the ledger is waited for.
 * @returns how many worked until now, how many requests were cut and within how many milliseconds
 */
export async function revokeKeys(
  engine: Pick<Engine, 'directory' | 'running' | 'stops' | 'clock'>,
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

/** What an answer says of a stop that holds and is not on disk. */
export function notYetStored({ stops }: Pick<Engine, 'stops'>, about: readonly PolicyScope[]): NotYetStored {
  return about.some((scope) => stops.isWaiting(scope)) ? { notYetStored: true } : {};
}

/** How long a stop took to reach the last running request is on record beside the stop itself. */
export async function recordCut(
  { stops, clock }: Pick<Engine, 'stops' | 'clock'>,
  cut: Cut,
  about: About,
): Promise<void> {
  if (cut.cutRequests === 0) return;
  await stops.hold({
    about: [],
    statements: [],
    entries: [{ at: clock.now(), kind: 'requests-cut', ...about, detail: { ...cut } }],
  });
}

/** Stops an agent: it is refused at once, what runs is cut, then the ledger is waited for. */
export async function pauseAgent(
  engine: Pick<Engine, 'directory' | 'running' | 'stops' | 'clock'>,
  id: AgentId,
  reason?: string,
): Promise<AgentRecord> {
  const { directory, running } = engine;
  const message = `${directory.agent(id).name} was paused in Purser${reason === undefined ? '' : `: ${reason}`}.`;
  const written = directory.pauseAgent(id, true, reason);
  const [record, cut] = await Promise.all([
    written,
    running.cut((request) => request.agentId === id, { code: 'agent-paused', message }),
  ]);
  await recordCut(engine, cut, { agentId: id });
  return record;
}

interface Lease {
  readonly id: SubKeyId;
  readonly key: string;
  readonly agent: string;
  readonly caps: Cap[];
}

/** Issues a sub-key and revokes it when the caller goes away: it cannot outlive the process it was made for. */
export async function* lease(
  engine: Engine,
  {
    agent: name,
    caps,
    project,
  }: { readonly agent: string; readonly caps: Cap[]; readonly project?: string | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<Lease, void, void> {
  const { directory, spend, changed } = engine;
  const agent = directory.agentNamed(name);
  const { key, secret } = await directory.issue(agent, { caps }, project);
  spend.setCaps(scopeOf('key', key.id), caps);
  changed.emit();
  try {
    yield { id: key.id, key: secret, agent: agent.name, caps };
    if (!signal?.aborted) await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
  } finally {
    await revokeKeys(engine, [key], { agentId: agent.id, subKeyId: key.id });
    changed.emit();
  }
}
