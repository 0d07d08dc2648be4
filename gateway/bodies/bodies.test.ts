import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { agentIdSchema, requestIdSchema } from '../../shared/ids.ts';
import { systemRandom } from '../defaults.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { statements } from '../ledger/statements.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import { openBodies } from './bodies.ts';
import type { Bodies } from './bodies.ts';

const DAY_MS = 86_400_000;
const AGENT = agentIdSchema.parse('agt_000000000001');
const OTHER = agentIdSchema.parse('agt_000000000002');
const idOf = (number: number) => requestIdSchema.parse(`req_${String(number).padStart(16, '0')}`);

let dataFolder: string;
let ledger: Ledger;
let secrets: SecretStore;
let now: number;
let logged: string[];
const opened: Bodies[] = [];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-bodies-'));
  ledger = await openLedger(dataFolder);
  secrets = createMemoryStore();
  now = Date.UTC(2026, 10, 1);
  logged = [];
  for (const [index, id] of [AGENT, OTHER].entries())
    await ledger.write([statements.addAgent({ id, name: `Agent ${index}`, createdAt: now, paused: false })]);
});
afterEach(async () => {
  for (const bodies of opened.splice(0)) await bodies.close();
  await ledger.close();
  await rm(dataFolder, { recursive: true, force: true });
});

function open(
  changes: { readonly secrets?: SecretStore; readonly ledger?: Ledger; readonly mostBytes?: number } = {},
): Bodies {
  const bodies = openBodies({
    dataFolder,
    ledger,
    secrets,
    ...changes,
    clock: { now: () => now },
    random: systemRandom,
    log: { log: (_level, event) => void logged.push(event) },
  });
  opened.push(bodies);
  return bodies;
}

function pass(bodies: Bodies, number: number, sent: string, replied: string, agentId = AGENT): void {
  const keeping = bodies.follow({ id: idOf(number), agentId, startedAt: now }, Buffer.from(sent));
  keeping?.add(Buffer.from(replied));
  keeping?.end();
}

/** As `read`, with texts. */
async function readTexts(bodies: Bodies, number: number): Promise<object | undefined> {
  const kept = await bodies.read(idOf(number));
  return (
    kept && {
      sent: kept.request.text?.toString(),
      sentSize: kept.request.size,
      got: kept.response.text?.toString(),
      gotSize: kept.response.size,
      until: kept.until,
    }
  );
}

const filesOf = async (): Promise<string> => {
  const names = await readdir(dataFolder);
  const all = await Promise.all(names.map((name) => readFile(join(dataFolder, name), 'latin1')));
  return all.join('\n');
};

test('keeps nothing unasked: no listener, no file, no key', async () => {
  const bodies = open();
  pass(bodies, 1, 'prompt', 'reply');
  expect(bodies.follow({ id: idOf(1), agentId: AGENT, startedAt: now }, Buffer.from('x'))).toBeUndefined();
  expect(await bodies.read(idOf(1))).toBeUndefined();
  await bodies.tidy();
  expect(await readdir(dataFolder)).not.toContain('bodies.sqlite');
  expect(await secrets.get('bodies:seal')).toBeUndefined();
});

test('what is kept can be read, is not on the disk in plain text, and is found again after a restart', async () => {
  await open().keep(AGENT, 7);
  await ledger.close();
  ledger = await openLedger(dataFolder);
  const bodies = open();
  pass(bodies, 1, 'PROMPT-MARK Grüße', 'REPLY-MARK 世界');
  expect(await readTexts(bodies, 1)).toEqual({
    sent: 'PROMPT-MARK Grüße',
    sentSize: 19,
    got: 'REPLY-MARK 世界',
    gotSize: 17,
    until: now + 7 * DAY_MS,
  });
  const disk = await filesOf();
  expect(disk).not.toMatch(/MARK/);
  expect(await readTexts(open(), 1)).toMatchObject({ sent: 'PROMPT-MARK Grüße' });
});

test('only a MiB of each is kept, with its whole size', async () => {
  const bodies = open();
  await bodies.keep(AGENT, 1);
  pass(bodies, 1, 'x'.repeat(3 * 2 ** 20), `é${'é'.repeat(2 ** 20)}`);
  const kept = await bodies.read(idOf(1));
  expect([kept?.request.text?.length, kept?.request.size]).toEqual([2 ** 20, 3 * 2 ** 20]);
  expect([kept?.response.text?.length, kept?.response.size]).toEqual([2 ** 20, 2 ** 21 + 2]);
});

test('each agent has its own time; what is too old goes, and that is on record', async () => {
  const bodies = open();
  await bodies.keep(AGENT, 7);
  await bodies.keep(OTHER, 2);
  pass(bodies, 1, 'a', 'b');
  pass(bodies, 2, 'a', 'b', OTHER);
  now += 3 * DAY_MS;
  pass(bodies, 3, 'a', 'b', OTHER);
  await bodies.read(idOf(3));
  await bodies.tidy();
  expect(await Promise.all([1, 2, 3].map(async (number) => (await bodies.read(idOf(number))) !== undefined))).toEqual([
    true,
    false,
    true,
  ]);
  now += 5 * DAY_MS;
  await bodies.tidy();
  expect(await Promise.all([1, 2, 3].map(async (number) => (await bodies.read(idOf(number))) !== undefined))).toEqual([
    false,
    false,
    false,
  ]);
  const told = (await ledger.newestAuditLinks(Number.MAX_SAFE_INTEGER, 10)).map(({ text }) => JSON.parse(text));
  expect(told.filter(({ kind }) => kind === 'bodies-deleted').map(({ detail }) => detail)).toEqual([
    { requests: 2, why: 'too-old' },
    { requests: 1, why: 'too-old' },
  ]);
});

test('what is too old is not shown, tidied up or not', async () => {
  const bodies = open();
  await bodies.keep(AGENT, 1);
  pass(bodies, 1, 'a', 'b');
  now += DAY_MS;
  expect(await readTexts(bodies, 1)).toMatchObject({ sent: 'a' });
  now += 1;
  expect(await bodies.read(idOf(1))).toBeUndefined();
});

test('too much makes room at once, and that is on record', async () => {
  const bodies = open({ mostBytes: 400_000 });
  await bodies.keep(AGENT, 7);
  for (let number = 1; number <= 40; number += 1)
    pass(bodies, number, Buffer.from(systemRandom.bytes(30_000)).toString('hex'), 'b');
  await bodies.read(idOf(40));
  expect((await stat(join(dataFolder, 'bodies.sqlite'))).size).toBeLessThanOrEqual(400_000);
  expect(await bodies.read(idOf(1))).toBeUndefined();
  expect(await bodies.read(idOf(40))).toBeDefined();
  expect(
    (await ledger.newestAuditLinks(Number.MAX_SAFE_INTEGER, 10)).map(({ text }) => JSON.parse(text).kind),
  ).toContain('bodies-deleted');
});

test('fewer days work at once', async () => {
  const bodies = open();
  await bodies.keep(AGENT, 30);
  pass(bodies, 1, 'a', 'b');
  now += 3 * DAY_MS;
  await bodies.read(idOf(1));
  expect(await bodies.keep(AGENT, 2)).toBe(1);
  expect(await bodies.read(idOf(1))).toBeUndefined();
});

test('switching off deletes all of that agent, what still waits or runs too, and nothing of the others', async () => {
  const bodies = open();
  await bodies.keep(AGENT, 7);
  await bodies.keep(OTHER, 7);
  pass(bodies, 1, 'a', 'b');
  pass(bodies, 2, 'a', 'b', OTHER);
  await bodies.read(idOf(2));
  const running = bodies.follow({ id: idOf(3), agentId: AGENT, startedAt: now }, Buffer.from('a'));
  pass(bodies, 4, 'a', 'b');
  await bodies.keep(AGENT, undefined);
  running?.end();
  expect(
    await Promise.all([1, 2, 3, 4].map(async (number) => (await bodies.read(idOf(number))) !== undefined)),
  ).toEqual([false, true, false, false]);
  expect(bodies.daysOf(AGENT)).toBeUndefined();
  const kinds = (await ledger.newestAuditLinks(Number.MAX_SAFE_INTEGER, 10)).map(({ text }) => JSON.parse(text).kind);
  expect(kinds).toContain('bodies-off');
});

test('a change that cannot be audited does not happen', async () => {
  const bodies = open({ ledger: { ...ledger, write: () => Promise.reject(new Error('the disk is full')) } });
  await expect(bodies.keep(AGENT, 7)).rejects.toThrow('the disk is full');
  expect(bodies.daysOf(AGENT)).toBeUndefined();
});

test('a lost key and another key are said in words; what comes after can be read', async () => {
  const bodies = open();
  await bodies.keep(AGENT, 7);
  pass(bodies, 1, 'a', 'b');
  await bodies.read(idOf(1));
  await ledger.close();
  ledger = await openLedger(dataFolder);
  const restarted = open({ secrets: createMemoryStore() });
  await expect(restarted.read(idOf(1))).rejects.toThrow(/memory only, and Purser has been restarted since/);
  pass(restarted, 2, 'later', 'b');
  expect(await readTexts(restarted, 2)).toMatchObject({ sent: 'later' });
  await expect(restarted.read(idOf(1))).rejects.toThrow(/cannot be read any more/);
  await expect(open({ secrets: { ...createMemoryStore(), kind: 'keychain' } }).read(idOf(1))).rejects.toThrow(
    /OS keychain, or replaced/,
  );
});

test('a secret store that does not answer refuses the switch; later it costs the bodies and a log line', async () => {
  const silent: SecretStore = {
    ...createMemoryStore(),
    set: () => Promise.reject(new Error('locked')),
    get: () => Promise.reject(new Error('locked')),
  };
  await expect(open({ secrets: silent }).keep(AGENT, 7)).rejects.toThrow('locked');
  await open().keep(AGENT, 7);
  await ledger.close();
  ledger = await openLedger(dataFolder);
  const bodies = open({ secrets: silent });
  pass(bodies, 1, 'a', 'b');
  pass(bodies, 2, 'a', 'b');
  expect(await bodies.read(idOf(1))).toBeUndefined();
  expect(logged).toEqual(['bodies-not-kept']);
});
