import { hash, timingSafeEqual } from 'node:crypto';
import { PurserError } from '../../shared/errors.ts';
import { subKeyIdSchema } from '../../shared/ids.ts';
import type { SubKeyId } from '../../shared/ids.ts';
import { scopeOf } from '../../shared/policy.ts';
import type { Policy } from '../../shared/policy.ts';
import { formatSubKey, SUB_KEY_ENTROPY_BYTES } from '../domain/sub-key.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AgentRecord, EndReason, SubKeyRecord } from '../ledger/records.ts';
import { statements } from '../ledger/statements.ts';
import { newId } from '../platform/new-id.ts';
import type { Clock, Random } from '../platform/ports.ts';
import type { Limits } from './limits.ts';
import { createReplacedSecrets } from './replaced-secrets.ts';
import type { Rotation } from './replaced-secrets.ts';
import type { StopBook } from './stop-book.ts';

/** A sub-key as found by a secret: its current one, a replaced one that still works, or an expired one. */
export interface FoundSecret {
  readonly key: SubKeyRecord;
  readonly secret: 'current' | 'old' | 'expired';
}

/** A sub-key and its secret, which is shown once. */
interface Issued {
  readonly key: SubKeyRecord;
  readonly secret: string;
}

/** More about a new sub-key. */
interface Issuing {
  /** The folder that its spending is counted for. */
  readonly project?: string | null | undefined;
  /** The person's own name for it. */
  readonly name?: string | undefined;
  /** A policy of its agent that is written with it: caps that all its sub-keys share. */
  readonly agentPolicy?: Policy | undefined;
}

/** The secrets that agents hold instead of provider keys, stored as hashes. */
export interface SubKeys {
  readonly keys: () => readonly SubKeyRecord[];
  /** @throws PurserError `NOT_FOUND` */
  key(id: SubKeyId): SubKeyRecord;
  /**
   * Finds the sub-key of a secret, including revoked sub-keys and replaced secrets: they deserve another error than
   * unknown ones.
   */
  findSecret(secret: string): FoundSecret | undefined;
  issue(agent: AgentRecord, policy: Policy, of?: Issuing): Promise<Issued>;
  /**
   * The folder that a sub-key's spending is counted for: the one it was issued for, or the only one where it, or its
   * agent, may be used.
   */
  projectOf(id: SubKeyId): string | null;
  /** Revokes it: at once, and written as soon as possible. */
  revoke(id: SubKeyId, reason?: EndReason): Promise<SubKeyRecord>;
  /**
   * Takes a revocation back, once that is written. A revocation that comes meanwhile wins. Who may do that, and until
   * when, is not known here.
   */
  restore(id: SubKeyId): Promise<SubKeyRecord>;
  /** @param name null: it has none any more */
  renameKey(id: SubKeyId, name: string | null): Promise<SubKeyRecord>;
  /**
   * Gives a sub-key a new secret; the old one works for `graceMs` more milliseconds. Its spending and its policy stay.
   */
  rotate(id: SubKeyId, graceMs: number): Promise<Issued & { readonly graceEndsAt: number }>;
  /** The last secret that rotation replaced, and when it was last used. */
  rotationOf(id: SubKeyId): Rotation | undefined;
}

/** The sub-keys, for the modules that change one. */
export interface SubKeyList extends SubKeys {
  replaceKey(next: SubKeyRecord): SubKeyRecord;
}

interface SubKeysDeps {
  readonly ledger: Ledger;
  readonly stops: StopBook;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly random: Random;
}

/** Hashes a secret for storage: SHA-256, hex. A sub-key has 190 random bits, so a slow hash adds nothing. */
function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** @see SubKeys */
export function createSubKeys(deps: SubKeysDeps): SubKeyList {
  const { ledger, limits, clock, random } = deps;
  /** Revocations that are being taken back: one that comes meanwhile has to be written after that. */
  const restoring = new Map<SubKeyId, object>();
  const keys = new Map(ledger.contents.keys.map((key) => [key.id, key]));
  const byHash = new Map(ledger.contents.keys.map((key) => [key.hash, key.id]));
  const key = (id: SubKeyId): SubKeyRecord => {
    const found = keys.get(id);
    if (!found) throw new PurserError('NOT_FOUND', `There is no sub-key ${id}. See \`purser key list\`.`);
    return found;
  };
  const replaced = createReplacedSecrets(deps, key);
  const replaceKey = (next: SubKeyRecord): SubKeyRecord => {
    keys.set(next.id, next);
    return next;
  };
  const newSecret = (): string => formatSubKey(random.bytes(SUB_KEY_ENTROPY_BYTES));

  return {
    keys: () => [...keys.values()],
    key,
    replaceKey,
    findSecret(secret) {
      const hash = hashSecret(secret);
      const id = byHash.get(hash);
      const current = id === undefined ? undefined : keys.get(id);
      if (current && timingSafeEqual(Buffer.from(current.hash), Buffer.from(hash)))
        return { key: current, secret: 'current' };
      const old = replaced.find(hash);
      return old && { key: key(old.subKeyId), secret: old.works ? 'old' : 'expired' };
    },
    projectOf(id) {
      const { project, agentId } = key(id);
      const folderOf = (scope: Parameters<Limits['policyOf']>[0]): string | undefined => limits.policyOf(scope).folder;
      return project ?? folderOf(scopeOf('key', id)) ?? folderOf(scopeOf('agent', agentId)) ?? null;
    },
    async issue(owner, policy, { project = null, name, agentPolicy } = {}) {
      const secret = newSecret();
      const record = recordOf(owner, secret, { random, at: clock.now(), project, name: name ?? null });
      await writeIssued(ledger, record, policy, agentPolicy);
      if (agentPolicy) limits.adopt(scopeOf('agent', owner.id), agentPolicy);
      limits.adopt(scopeOf('key', record.id), policy);
      byHash.set(record.hash, record.id);
      return { key: replaceKey(record), secret };
    },
    revoke: (id, reason = 'revoked') => revoke({ ...deps, restoring }, { key, replaceKey }, id, reason),
    restore: (id) => restore({ ...deps, restoring }, { key, replaceKey }, id),
    async renameKey(id, name) {
      await ledger.write([statements.nameSubKey(id, name)], [renamedEntry(key(id), name, clock.now())]);
      return replaceKey({ ...key(id), name });
    },
    async rotate(id, graceMs) {
      const before = key(id);
      if (before.revokedAt !== null)
        throw new PurserError('CONFLICT', `Sub-key ${id} is revoked, which is final. Issue a new one.`);
      const secret = newSecret();
      const graceEndsAt = clock.now() + graceMs;
      const old = { hash: before.hash, subKeyId: id, validUntil: graceEndsAt };
      const renewed = { hash: hashSecret(secret), hint: hintOf(secret), rotatedAt: clock.now() };
      await ledger.write(statements.rotateSubKey({ ...before, ...renewed }, old, replaced.forgetBefore()), [
        {
          at: clock.now(),
          kind: 'sub-key-rotated',
          agentId: before.agentId,
          subKeyId: id,
          detail: { graceEndsAt },
        },
      ]);
      byHash.delete(before.hash);
      byHash.set(renewed.hash, id);
      replaced.add(old);
      // The sub-key may have been paused or revoked during the write.
      return { key: replaceKey({ ...key(id), ...renewed }), secret, graceEndsAt };
    },
    rotationOf: replaced.newestOf,
  };
}

/** The last letters of a secret, by which a person can tell two of them apart. */
function hintOf(secret: string): string {
  return secret.slice(-4);
}

function recordOf(
  owner: AgentRecord,
  secret: string,
  { random, ...of }: Pick<SubKeyRecord, 'project' | 'name'> & { readonly random: Random; readonly at: number },
): SubKeyRecord {
  return {
    id: subKeyIdSchema.parse(newId(random, 'key', 12)),
    agentId: owner.id,
    hash: hashSecret(secret),
    hint: hintOf(secret),
    createdAt: of.at,
    paused: false,
    revokedAt: null,
    endReason: null,
    rotatedAt: null,
    project: of.project,
    name: of.name,
  };
}

/** Writes a sub-key and its policy in one commit, so that it never exists without its caps. */
function writeIssued(
  ledger: Ledger,
  { createdAt: at, ...record }: SubKeyRecord,
  policy: Policy,
  agentPolicy: Policy | undefined,
): Promise<void> {
  const { id: subKeyId, agentId } = record;
  const shared = agentPolicy && { scope: scopeOf('agent', agentId), policy: agentPolicy };
  return ledger.write(
    [
      statements.addSubKey({ ...record, createdAt: at }),
      statements.setPolicy(scopeOf('key', subKeyId), policy),
      ...(shared ? [statements.setPolicy(shared.scope, shared.policy)] : []),
    ],
    [
      { at, kind: 'sub-key-issued', agentId, subKeyId, detail: { policy: JSON.stringify(policy) } },
      ...(shared
        ? [{ at, kind: 'policy-set', detail: { scope: shared.scope, policy: JSON.stringify(shared.policy) } } as const]
        : []),
    ],
  );
}

async function revoke(
  { stops, clock, restoring }: Pick<SubKeysDeps, 'stops' | 'clock'> & { readonly restoring: Map<SubKeyId, object> },
  { key, replaceKey }: Pick<SubKeyList, 'key' | 'replaceKey'>,
  id: SubKeyId,
  reason: EndReason,
): Promise<SubKeyRecord> {
  const current = key(id);
  const about = [scopeOf('key', id)];
  const isComingBack = restoring.delete(id);
  if (current.revokedAt === null || isComingBack) {
    const at = clock.now();
    replaceKey({ ...current, revokedAt: at, endReason: reason });
    const entry = { at, kind: 'sub-key-revoked', agentId: current.agentId, subKeyId: id, detail: { reason } } as const;
    await stops.hold({ about, statements: [statements.revokeSubKey(id, at, reason)], entries: [entry] });
  } else {
    // A repeated revoke is no second change, but if the first one still waits to be written, it is tried at once.
    await stops.hold({ about, statements: [], entries: [] });
  }
  return key(id);
}

/** @see SubKeys.restore */
async function restore(
  { stops, clock, restoring }: Pick<SubKeysDeps, 'stops' | 'clock'> & { readonly restoring: Map<SubKeyId, object> },
  { key, replaceKey }: Pick<SubKeyList, 'key' | 'replaceKey'>,
  id: SubKeyId,
): Promise<SubKeyRecord> {
  const { agentId, revokedAt } = key(id);
  if (revokedAt === null) return key(id);
  const mark = {};
  restoring.set(id, mark);
  const entry = { at: clock.now(), kind: 'sub-key-restored', agentId, subKeyId: id, detail: {} } as const;
  try {
    await stops.write({ about: [scopeOf('key', id)], statements: [statements.restoreSubKey(id)], entries: [entry] });
    if (restoring.get(id) !== mark) return key(id);
    return replaceKey({ ...key(id), revokedAt: null, endReason: null });
  } finally {
    if (restoring.get(id) === mark) restoring.delete(id);
  }
}

function renamedEntry({ id, agentId, name: before }: SubKeyRecord, name: string | null, at: number): AuditEntry {
  return { at, kind: 'sub-key-renamed', agentId, subKeyId: id, detail: { from: before ?? '', to: name ?? '' } };
}
