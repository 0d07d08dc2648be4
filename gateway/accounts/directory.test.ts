// Long because each case has its own sample.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PurserError } from '../../shared/errors.ts';
import { agentIdSchema, providerNameSchema, subKeyIdSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { systemRandom } from '../defaults.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy } from '../../shared/policy.ts';
import { isSubKeyShaped } from '../domain/sub-key.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { stopsOf } from '../testing/stops-of.ts';
import { createDirectory } from './directory.ts';
import { createLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import type { Directory } from './directory.ts';
import { createProviderBook } from './provider-book.ts';
import type { StopBook } from './stop-book.ts';

const clock = { now: () => 1_000 };
const policy: Policy = { caps: [{ window: 'day', rolling: false, amount: nanodollarsOf(5_000_000_000) }] };
const full = { code: 'LEDGER_UNAVAILABLE' };
let folder = '';
let ledger: Ledger;
let directory: Directory;
let stops: StopBook;
let limits: Limits;
/** Everything that the books received. */
const counted: unknown[] = [];
let diskFull = false;

async function restart(): Promise<void> {
  await stops?.close();
  await ledger?.close();
  const file = await openLedger(folder);
  ledger = {
    ...file,
    write: (statements, entries) =>
      diskFull
        ? Promise.reject(new PurserError('LEDGER_UNAVAILABLE', 'The disk is full.'))
        : file.write(statements, entries),
  };
  stops = stopsOf(ledger);
  limits = createLimits({
    ledger,
    stops,
    clock,
    spend: { setCaps: (scope, caps, calls) => void counted.push({ scope, caps, calls }) },
  });
  directory = createDirectory({ ledger, stops, limits, clock, random: systemRandom });
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-directory-'));
  diskFull = false;
  const file = await openLedger(folder);
  ledger = file;
  await restart();
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

const until = async (ready: () => boolean): Promise<void> => {
  while (!ready()) await sleep(5);
};
const issue = async (name = 'Claude Code') => directory.issue(await directory.addAgent(name), policy);
const audited = async (kind: string): Promise<number> =>
  (await ledger.auditLinks(0, 1_000)).filter(({ text }) => text.includes(`"${kind}"`)).length;

describe('a sub-key', () => {
  it('is found by its secret alone, also after a restart', async () => {
    const { key, secret } = await issue();
    expect(isSubKeyShaped(secret)).toBe(true);
    expect(key).toMatchObject({ hint: secret.slice(-4), paused: false, revokedAt: null });
    expect(limits.policyOf(scopeOf('key', key.id))).toEqual(policy);
    for (const wrong of ['', 'sk-purser-', secret.slice(0, -1), `${secret} `, key.hash, key.id, key.hint])
      expect(directory.findSecret(wrong)).toBeUndefined();
    expect(directory.findSecret(secret)).toEqual({ key, secret: 'current' });
    await restart();
    expect(directory.findSecret(secret)).toMatchObject({ key: { id: key.id } });
    expect(limits.policyOf(scopeOf('key', key.id))).toEqual(policy);
  });

  it('is on disk only as a hash', async () => {
    const { secret } = await issue();
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name));
      expect([name, bytes.includes(secret), bytes.includes(secret.slice(10, 42))]).toEqual([name, false, false]);
    }
  });

  it('does not exist when it could not be written', async () => {
    const agent = await directory.addAgent('Claude Code');
    diskFull = true;
    await expect(directory.issue(agent, policy)).rejects.toMatchObject(full);
    expect(directory.keys()).toEqual([]);
  });
});

describe('revoking', () => {
  it('works before it is written, for good, and differs from an unknown sub-key', async () => {
    const { key, secret } = await issue();
    const written = directory.revoke(key.id);
    expect(directory.findSecret(secret)?.key.revokedAt).toBe(1_000);
    await written;
    await restart();
    expect(directory.findSecret(secret)?.key.revokedAt).toBe(1_000);
    await expect(directory.pauseKey(key.id, false)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `Sub-key ${key.id} is revoked, which is final. Issue a new one.`,
    });
  });

  it('is one change, however often it is asked for', async () => {
    const { key } = await issue();
    const revoked = await Promise.all([directory.revoke(key.id), directory.revoke(key.id)]);
    revoked.push(await directory.revoke(key.id));
    await restart();
    revoked.push(await directory.revoke(key.id));
    expect(revoked.map(({ revokedAt }) => revokedAt)).toEqual([1_000, 1_000, 1_000, 1_000]);
    expect(await audited('sub-key-revoked')).toBe(1);
  });

  it('works even if it cannot be written, shows as not stored, and is written once there is room', async () => {
    const { key, secret } = await issue();
    const scope = scopeOf('key', key.id);
    diskFull = true;
    // A second click must not report success while nothing is on disk.
    for (const click of [1, 2])
      expect([click, (await directory.revoke(key.id)).revokedAt, stops.isWaiting(scope)]).toEqual([click, 1_000, true]);
    expect(directory.findSecret(secret)?.key.revokedAt).toBe(1_000);
    diskFull = false;
    await until(() => !stops.isWaiting(scope));
    await restart();
    expect(directory.findSecret(secret)?.key.revokedAt).toBe(1_000);
    expect(await audited('sub-key-revoked')).toBe(1);
  });
});

describe('pausing', () => {
  it('works before it is written; resuming only when it is', async () => {
    const { key } = await issue();
    const agent = directory.agentNamed('Claude Code');
    diskFull = true;
    const pauses = [
      directory.pauseKey(key.id, true),
      directory.pauseAgent(agent.id, true),
      directory.pauseEverything(true),
    ];
    expect([directory.key(key.id).paused, directory.agent(agent.id).paused, directory.everythingPaused()]).toEqual([
      true,
      true,
      true,
    ]);
    await Promise.all(pauses);
    for (const resume of [
      directory.pauseKey(key.id, false),
      directory.pauseAgent(agent.id, false),
      directory.pauseEverything(false),
    ])
      await expect(resume).rejects.toMatchObject(full);
    const scopes = [scopeOf('key', key.id), scopeOf('agent', agent.id), EVERYTHING];
    const held = () => [directory.key(key.id).paused, directory.agent(agent.id).paused, directory.everythingPaused()];
    expect([held(), scopes.map(stops.isWaiting)]).toEqual([
      [true, true, true],
      [true, true, true],
    ]);
    diskFull = false;
    // It writes the waiting pauses first.
    await directory.pauseAgent(agent.id, false);
    expect([held(), scopes.map(stops.isWaiting)]).toEqual([
      [true, false, true],
      [false, false, false],
    ]);
    await restart();
    expect(held()).toEqual([true, false, true]);
  });

  it('outlives the gateway, and so does resuming', async () => {
    const { key } = await issue();
    const { id } = directory.agentNamed('Claude Code');
    for (const paused of [true, false]) {
      await Promise.all([
        directory.pauseKey(key.id, paused),
        directory.pauseAgent(id, paused),
        directory.pauseEverything(paused),
      ]);
      await restart();
      expect([directory.key(key.id).paused, directory.agent(id).paused, directory.everythingPaused()]).toEqual([
        paused,
        paused,
        paused,
      ]);
    }
  });

  it('does not undo a revoke that came in between', async () => {
    const { key } = await issue();
    await Promise.all([
      directory.pauseKey(key.id, true),
      directory.revoke(key.id),
      directory.pauseAgent(key.agentId, true),
    ]);
    expect(directory.key(key.id)).toMatchObject({ paused: true, revokedAt: 1_000 });
  });
});

describe('a policy', () => {
  const until5 = { ...policy, expiresAt: 5_000 };

  it('that only takes away is a stop: it works at once, and is written when there is room', async () => {
    const { key } = await issue();
    const scope = scopeOf('key', key.id);
    diskFull = true;
    await limits.set(scope, until5);
    expect([limits.policyOf(scope), stops.isWaiting(scope)]).toEqual([until5, true]);
    // A change that gives something back does not apply before it is on disk.
    await expect(limits.set(scope, policy)).rejects.toMatchObject(full);
    expect(limits.policyOf(scope)).toEqual(until5);
    diskFull = false;
    await until(() => !stops.isWaiting(scope));
    await restart();
    expect(limits.policyOf(scope)).toEqual(until5);
  });

  it('that was narrowed while it was being widened stays narrow', async () => {
    const { key } = await issue();
    const scope = scopeOf('key', key.id);
    await limits.set(scope, until5);
    await Promise.all([limits.set(scope, policy), limits.set(scope, { ...policy, expiresAt: 2_000 })]);
    expect(limits.policyOf(scope)).toEqual({ ...policy, expiresAt: 2_000 });
    await restart();
    expect(limits.policyOf(scope)).toEqual({ ...policy, expiresAt: 2_000 });
  });
});

describe('an agent', () => {
  it('has a unique name, ignoring case, even if two ask at once', async () => {
    const results = await Promise.allSettled([
      directory.addAgent('Codex'),
      directory.addAgent('CODEX'),
      directory.addAgent('Codex'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(directory.addAgent('codex')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(directory.agents().map(({ name }) => name)).toEqual(['Codex']);
  });

  it('leaves its name free when it could not be written', async () => {
    diskFull = true;
    await expect(directory.addAgent('Codex')).rejects.toMatchObject(full);
    diskFull = false;
    expect((await directory.addAgent('Codex')).name).toBe('Codex');
  });

  it('that does not exist is answered with what to do', () => {
    expect(() => directory.agentNamed('Nobody')).toThrow(
      'There is no agent named "Nobody". Add it first: purser agent add "Nobody"',
    );
    expect(() => directory.agent(agentIdSchema.parse('agt_000000000000'))).toThrow('See `purser agent list`.');
    expect(() => directory.key(subKeyIdSchema.parse('key_000000000000'))).toThrow('See `purser key list`.');
  });
});

describe('a provider', () => {
  const record = {
    name: providerNameSchema.parse('openai'),
    kind: 'openai' as const,
    baseUrl: 'https://api.openai.com/v1',
    createdAt: 1,
    http: null,
    stopsWhenLeft: null,
  };

  it('has its key in the secret store only', async () => {
    const secrets = createMemoryStore();
    const book = createProviderBook({ ledger, secrets, clock });
    await book.add(record, 'sk-real-key-CANARY');
    expect(await book.secretOf(record.name)).toBe('sk-real-key-CANARY');
    await expect(book.add(record, 'other')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await book.secretOf(record.name)).toBe('sk-real-key-CANARY');
    await restart();
    const again = createProviderBook({ ledger, secrets, clock });
    expect([again.find('openai'), await again.secretOf(record.name)]).toEqual([record, 'sk-real-key-CANARY']);
    for (const name of await readdir(folder))
      expect((await readFile(join(folder, name))).includes('CANARY')).toBe(false);
    await again.remove(record.name);
    expect([again.providers(), await again.secretOf(record.name), await secrets.get('provider:openai')]).toEqual([
      [],
      undefined,
      undefined,
    ]);
    await expect(again.remove(record.name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves no key behind when it could not be written', async () => {
    const secrets = createMemoryStore();
    const book = createProviderBook({ ledger, secrets, clock });
    diskFull = true;
    await expect(book.add(record, 'sk-real-key')).rejects.toMatchObject(full);
    expect([book.find('openai'), await book.secretOf(record.name), await secrets.get('provider:openai')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    diskFull = false;
    await book.add(record, 'sk-second');
    expect(await book.secretOf(record.name)).toBe('sk-second');
  });

  it("has prices of the person's own, replaced and removed", async () => {
    const book = createProviderBook({ ledger, secrets: createMemoryStore(), clock });
    const price = {
      model: 'mine',
      provider: null,
      input: nanodollarsOf(1),
      output: nanodollarsOf(2),
      cacheRead: null,
      cacheWrite: null,
    };
    await book.setPrice(price);
    await book.setPrice({ ...price, input: nanodollarsOf(9) });
    const there = { ...price, provider: providerNameSchema.parse('house') };
    await book.setPrice(there);
    await restart();
    expect(ledger.contents.prices).toEqual([{ ...price, input: 9 }, there]);
    const again = createProviderBook({ ledger, secrets: createMemoryStore(), clock });
    await again.removePrice('mine', null);
    expect(again.prices()).toEqual([there]);
    await again.add({ ...record, name: there.provider }, 'sk-house');
    await again.remove(there.provider);
    // The next provider with that name may be another server.
    expect(again.prices()).toEqual([]);
    await expect(again.removePrice('mine', null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await restart();
    expect(ledger.contents.prices).toEqual([]);
  });
});
