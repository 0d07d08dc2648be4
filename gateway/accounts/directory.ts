import { createHash, timingSafeEqual } from 'node:crypto';
import { PurserError } from '../../shared/errors.ts';
import { agentIdSchema, subKeyIdSchema } from '../../shared/ids.ts';
import type { AgentId, SubKeyId } from '../../shared/ids.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import type { AuditEntry, AuditKind } from '../audit/entry.ts';
import { narrows } from '../domain/policy/narrows.ts';
import { formatSubKey, SUB_KEY_ENTROPY_BYTES } from '../domain/sub-key.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AgentRecord, OldSecretRecord, SubKeyRecord } from '../ledger/records.ts';
import { statements } from '../ledger/statements.ts';
import type { Clock, Random } from '../platform/ports.ts';
import { newId } from '../platform/new-id.ts';
import type { Change, StopBook } from './stop-book.ts';

/**
 * Who may spend: agents and their sub-keys, in memory for the way of a request, in the ledger for good.
 * Every change is committed before it shows, except a stop (revoke, pause, a policy that only takes away), which works
 * at once and is undone by nothing: when it cannot be written it holds all the same, and `stops` writes it as soon as
 * it can.
 */
export interface Directory {
  readonly agents: () => readonly AgentRecord[];
  readonly keys: () => readonly SubKeyRecord[];
  readonly everythingPaused: () => boolean;
  /**
   * Finds the sub-key with this secret, revoked and rotated ones too: they deserve another sentence than unknown ones.
   */
  findSecret(secret: string): FoundSecret | undefined;
  agent(id: AgentId): AgentRecord;
  agentNamed(name: string): AgentRecord;
  key(id: SubKeyId): SubKeyRecord;
  addAgent(name: string): Promise<AgentRecord>;
  /**
   * @param reason why Purser itself pauses it, for the sentence a tool gets; kept until it is resumed or the gateway
   * ends
   */
  pauseAgent(id: AgentId, paused: boolean, reason?: string): Promise<AgentRecord>;
  pausedBecause(id: AgentId): string | undefined;
  /** @param project the folder whose spending it is */
  issue(
    agent: AgentRecord,
    policy: Policy,
    project?: string | null,
  ): Promise<{ readonly key: SubKeyRecord; readonly secret: string }>;
  /** Empty where none was set. */
  policyOf(scope: PolicyScope): Policy;
  /**
   * The folder whose spending a sub-key is: the one it was issued for, or the only one where it, or its agent, may be
   * used.
   */
  projectOf(id: SubKeyId): string | null;
  setPolicy(scope: PolicyScope, policy: Policy): Promise<void>;
  /** Replaces them all, in one commit, or none. Where all of them only take away, that is a stop. */
  setPolicies(entries: readonly { readonly scope: PolicyScope; readonly policy: Policy }[]): Promise<void>;
  pauseKey(id: SubKeyId, paused: boolean): Promise<SubKeyRecord>;
  revoke(id: SubKeyId): Promise<SubKeyRecord>;
  /** Gives a sub-key a new secret; the old one works for `graceMs` more. What it spent and may spend stays. */
  rotate(
    id: SubKeyId,
    graceMs: number,
  ): Promise<{ readonly key: SubKeyRecord; readonly secret: string; readonly graceEndsAt: number }>;
  /** The last secret that rotation replaced, and when it was last used. */
  rotationOf(id: SubKeyId): Rotation | undefined;
  pauseEverything(paused: boolean): Promise<void>;
}

const NO_POLICY: Policy = {};
/** So long after its time a replaced secret is still known, to tell whoever sends it. */
const KEEP_OLD_SECRETS_MS = 30 * 86_400_000;

/**
 * A sub-key as found by a secret: its newest, one that rotation replaced and that still works, or one whose time is
 * over.
 */
export interface FoundSecret {
  readonly key: SubKeyRecord;
  readonly secret: 'current' | 'old' | 'expired';
}

export interface Rotation {
  readonly graceEndsAt: number;
  /** In memory only: since this gateway started. */
  readonly oldLastUsedAt: number | null;
}

interface DirectoryDeps {
  readonly ledger: Ledger;
  readonly stops: StopBook;
  readonly clock: Clock;
  readonly random: Random;
}

/** The form in which a sub-key is stored: SHA-256, hex. A sub-key has 190 random bits, so a slow hash adds nothing. */
function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** @see Directory */
export function createDirectory({ ledger, stops, clock, random }: DirectoryDeps): Directory {
  const agents = new Map(ledger.contents.agents.map((agent) => [agent.id, agent]));
  const keys = new Map(ledger.contents.keys.map((key) => [key.id, key]));
  const policies = new Map(ledger.contents.policies);
  const byHash = new Map(ledger.contents.keys.map((key) => [key.hash, key.id]));
  const oldSecrets = new Map(ledger.contents.oldSecrets.map((old) => [old.hash, old]));
  const oldUses = new Map<string, number>();
  const pauseReasons = new Map<AgentId, string>();
  let everythingPaused = ledger.contents.everythingPaused;

  const agent = (id: AgentId): AgentRecord => {
    const found = agents.get(id);
    if (!found) throw new PurserError('NOT_FOUND', `There is no agent ${id}. See \`purser agent list\`.`);
    return found;
  };
  const key = (id: SubKeyId): SubKeyRecord => {
    const found = keys.get(id);
    if (!found) throw new PurserError('NOT_FOUND', `There is no sub-key ${id}. See \`purser key list\`.`);
    return found;
  };
  const setKey = (next: SubKeyRecord): SubKeyRecord => {
    keys.set(next.id, next);
    return next;
  };
  const setAgent = (next: AgentRecord): AgentRecord => {
    agents.set(next.id, next);
    return next;
  };

  /** A resume or a wider policy that is still being written must not undo a stop that came after it. */
  const turns = new Map<string, number>();
  const take = (what: string): (() => boolean) => {
    const turn = (turns.get(what) ?? 0) + 1;
    turns.set(what, turn);
    return () => turns.get(what) === turn;
  };
  const note = (
    kind: AuditKind,
    about: Omit<AuditEntry, 'at' | 'kind' | 'detail'>,
    detail: AuditEntry['detail'] = {},
  ): AuditEntry => ({ at: clock.now(), kind, ...about, detail });

  /** A tool that still sends the old secret must be found before its time is over: once on record, then remembered. */
  const noteOldUse = (old: OldSecretRecord): void => {
    if (!oldUses.has(old.hash)) {
      const entry = note(
        'old-secret-used',
        { agentId: key(old.subKeyId).agentId, subKeyId: old.subKeyId },
        { validUntil: old.validUntil },
      );
      ledger.write([], [entry]).catch(() => undefined);
    }
    oldUses.set(old.hash, clock.now());
  };

  const policyOf: Directory['policyOf'] = (scope) => policies.get(scope) ?? NO_POLICY;
  const setPolicies: Directory['setPolicies'] = async (entries) => {
    const change: Change = {
      about: entries.map(({ scope }) => scope),
      statements: entries.map(({ scope, policy }) => statements.setPolicy(scope, policy)),
      entries: entries.map(({ scope, policy }) => note('policy-set', {}, { scope, policy: JSON.stringify(policy) })),
    };
    const taken = entries.map((entry) => ({ ...entry, isNewest: take(`policy ${entry.scope}`) }));
    const use = (): void => {
      for (const { scope, policy, isNewest } of taken) if (isNewest()) policies.set(scope, policy);
    };
    if (entries.every(({ scope, policy }) => narrows(policyOf(scope), policy))) {
      use();
      await stops.hold(change);
    } else {
      await stops.write(change);
      use();
    }
  };
  /** Stops at once, then writes it; or writes it, then lets go on, unless it was stopped again meanwhile. */
  const pause = async (
    scope: PolicyScope,
    paused: boolean,
    { show, ...change }: Omit<Change, 'about'> & { readonly show: () => void },
  ): Promise<void> => {
    const isNewest = take(scope);
    if (paused) {
      show();
      await stops.hold({ about: [scope], ...change });
    } else {
      await stops.write({ about: [scope], ...change });
      if (isNewest()) show();
    }
  };

  return {
    agents: () => [...agents.values()],
    keys: () => [...keys.values()],
    everythingPaused: () => everythingPaused,
    agent,
    key,
    findSecret(secret) {
      const hash = hashSecret(secret);
      const id = byHash.get(hash);
      const current = id === undefined ? undefined : keys.get(id);
      if (current && timingSafeEqual(Buffer.from(current.hash), Buffer.from(hash)))
        return { key: current, secret: 'current' };
      const old = oldSecrets.get(hash);
      if (!old) return undefined;
      const works = clock.now() < old.validUntil;
      if (works) noteOldUse(old);
      return { key: key(old.subKeyId), secret: works ? 'old' : 'expired' };
    },
    agentNamed(name) {
      const found = [...agents.values()].find((candidate) => candidate.name === name);
      if (!found)
        throw new PurserError(
          'NOT_FOUND',
          `There is no agent named "${name}". Add it first: purser agent add "${name}"`,
        );
      return found;
    },
    async addAgent(name) {
      if ([...agents.values()].some((known) => known.name.toLowerCase() === name.toLowerCase())) {
        throw new PurserError('CONFLICT', `There is already an agent named "${name}".`);
      }
      const record: AgentRecord = {
        id: agentIdSchema.parse(newId(random, 'agt', 12)),
        name,
        createdAt: clock.now(),
        paused: false,
      };
      // In memory first: a second call with the same name must see it while the commit is under way.
      setAgent(record);
      try {
        await ledger.write([statements.addAgent(record)], [note('agent-added', { agentId: record.id }, { name })]);
      } catch (error) {
        agents.delete(record.id);
        throw error;
      }
      return record;
    },
    pausedBecause: (id) => pauseReasons.get(id),
    async pauseAgent(id, paused, reason) {
      if (paused && reason !== undefined) pauseReasons.set(id, reason);
      else pauseReasons.delete(id);
      await pause(scopeOf('agent', agent(id).id), paused, {
        statements: [statements.pauseAgent(id, paused)],
        entries: [
          note(paused ? 'agent-paused' : 'agent-resumed', { agentId: id }, reason === undefined ? {} : { reason }),
        ],
        show: () => void setAgent({ ...agent(id), paused }),
      });
      return agent(id);
    },
    policyOf,
    projectOf(id) {
      const { project, agentId } = key(id);
      return (
        project ?? policies.get(scopeOf('key', id))?.folder ?? policies.get(scopeOf('agent', agentId))?.folder ?? null
      );
    },
    setPolicy: (scope, policy) => setPolicies([{ scope, policy }]),
    setPolicies,
    async issue(owner, policy, project = null) {
      const secret = formatSubKey(random.bytes(SUB_KEY_ENTROPY_BYTES));
      const record: SubKeyRecord = {
        id: subKeyIdSchema.parse(newId(random, 'key', 12)),
        agentId: owner.id,
        hash: hashSecret(secret),
        hint: secret.slice(-4),
        createdAt: clock.now(),
        paused: false,
        revokedAt: null,
        rotatedAt: null,
        project,
      };
      const scope = scopeOf('key', record.id);
      const issued = note(
        'sub-key-issued',
        { agentId: owner.id, subKeyId: record.id },
        { policy: JSON.stringify(policy) },
      );
      await ledger.write([statements.addSubKey(record), statements.setPolicy(scope, policy)], [issued]);
      policies.set(scope, policy);
      byHash.set(record.hash, record.id);
      return { key: setKey(record), secret };
    },
    async pauseKey(id, paused) {
      const current = key(id);
      if (current.revokedAt !== null)
        throw new PurserError('CONFLICT', `Sub-key ${id} is revoked, which is final. Issue a new one.`);
      await pause(scopeOf('key', id), paused, {
        statements: [statements.pauseSubKey(id, paused)],
        entries: [note(paused ? 'sub-key-paused' : 'sub-key-resumed', { agentId: current.agentId, subKeyId: id })],
        show: () => void setKey({ ...key(id), paused }),
      });
      return key(id);
    },
    async revoke(id) {
      const current = key(id);
      const about = [scopeOf('key', id)];
      if (current.revokedAt === null) {
        const { revokedAt } = setKey({ ...current, revokedAt: clock.now() });
        const entry = note('sub-key-revoked', { agentId: current.agentId, subKeyId: id });
        await stops.hold({ about, statements: [statements.revokeSubKey(id, revokedAt ?? entry.at)], entries: [entry] });
      } else {
        // It is one change, however often it is asked for; if it still waits to be written, that is tried at once.
        await stops.hold({ about, statements: [], entries: [] });
      }
      return key(id);
    },
    async rotate(id, graceMs) {
      const before = key(id);
      if (before.revokedAt !== null)
        throw new PurserError('CONFLICT', `Sub-key ${id} is revoked, which is final. Issue a new one.`);
      const secret = formatSubKey(random.bytes(SUB_KEY_ENTROPY_BYTES));
      const graceEndsAt = clock.now() + graceMs;
      const old = { hash: before.hash, subKeyId: id, validUntil: graceEndsAt };
      const next: SubKeyRecord = {
        ...before,
        hash: hashSecret(secret),
        hint: secret.slice(-4),
        rotatedAt: clock.now(),
      };
      const forgetBefore = clock.now() - KEEP_OLD_SECRETS_MS;
      await ledger.write(statements.rotateSubKey(next, old, forgetBefore), [
        note('sub-key-rotated', { agentId: next.agentId, subKeyId: id }, { graceEndsAt }),
      ]);
      byHash.delete(before.hash);
      byHash.set(next.hash, id);
      for (const { hash, subKeyId, validUntil } of oldSecrets.values())
        if (subKeyId === id && validUntil < forgetBefore) oldSecrets.delete(hash);
      oldSecrets.set(old.hash, old);
      // It may have been paused or revoked while this was written.
      return {
        key: setKey({ ...key(id), hash: next.hash, hint: next.hint, rotatedAt: next.rotatedAt }),
        secret,
        graceEndsAt,
      };
    },
    rotationOf(id) {
      const newest = [...oldSecrets.values()]
        .filter((old) => old.subKeyId === id)
        .toSorted((left, right) => right.validUntil - left.validUntil)[0];
      return newest && { graceEndsAt: newest.validUntil, oldLastUsedAt: oldUses.get(newest.hash) ?? null };
    },
    async pauseEverything(paused) {
      await pause(EVERYTHING, paused, {
        statements: [statements.setSetting('everything-paused', paused ? '1' : '0')],
        entries: [note(paused ? 'everything-paused' : 'everything-resumed', {})],
        show: () => void (everythingPaused = paused),
      });
    },
  };
}
