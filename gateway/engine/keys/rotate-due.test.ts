import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { systemRandom } from '../../defaults.ts';
import { openEngine } from '../../open-engine.ts';
import type { OpenEngine } from '../../open-engine.ts';
import { createMemoryStore } from '../../secrets/memory-store.ts';
import { startTestMachine } from '../../testing/start-test-machine.ts';
import type { TestMachine } from '../../testing/start-test-machine.ts';
import { rotateDue } from './rotate-due.ts';

const DAY_MS = 86_400_000;
const CAPS = [{ window: 'day' as const, rolling: false, amount: nanodollarsOf(5_000_000_000) }];

let now = 0;
let machine: TestMachine;
let open: OpenEngine;
let folder: string;

beforeEach(async () => {
  now = Date.parse('2026-11-21T12:00:00Z');
  machine = await startTestMachine();
  folder = await mkdtemp(join(tmpdir(), 'purser-rotation-'));
  open = await openEngine(
    {
      clock: { now: () => now },
      random: systemRandom,
      log: { log: () => undefined },
      secrets: createMemoryStore(),
      machine: machine.machine,
    },
    { dataFolder: folder, port: 0, timeZone: 'Europe/Berlin', version: '0', simulated: false, maxBodyBytes: 2 ** 20 },
  );
  await open.engine.providers.add(
    { name: providerNameSchema.parse('anthropic'), kind: 'anthropic', baseUrl: 'http://127.0.0.1:9', createdAt: now },
    'sk-real',
  );
});
afterEach(async () => {
  await open.stop(0);
  await machine.remove();
  await rm(folder, { recursive: true, force: true });
});

const tokenOf = async (): Promise<string> =>
  JSON.parse((await machine.read('.claude/settings.json')) ?? '{}').env.ANTHROPIC_AUTH_TOKEN;
const texts = (): readonly string[] => open.engine.notices.newestFirst().map(({ text }) => text);

it('a connected sub-key gets a new secret when due, in its tool at once; the old one works one more day', async () => {
  const { engine } = open;
  const { connection } = await (engine.connections?.connect({ tool: 'claude-code' }) ??
    Promise.reject(new Error('no machine')));
  const id = connection.subKeyId;
  await engine.limits.set(scopeOf('key', id), { caps: CAPS, rotateDays: 30 });
  const first = await tokenOf();
  now += 29 * DAY_MS;
  await rotateDue(engine, new Set());
  expect([await tokenOf(), texts()]).toEqual([first, []]);
  now += 2 * DAY_MS;
  await rotateDue(engine, new Set());
  const second = await tokenOf();
  expect(second).not.toBe(first);
  expect([engine.directory.findSecret(second)?.secret, engine.directory.findSecret(first)?.secret]).toEqual([
    'current',
    'old',
  ]);
  expect(texts()).toEqual([expect.stringContaining('has a new secret, in its tool already')]);
  now += DAY_MS;
  expect(engine.directory.findSecret(first)?.secret).toBe('expired');
  await rotateDue(engine, new Set());
  expect(await tokenOf()).toBe(second);
});

it('a sub-key that Purser cannot write anywhere is reported, once, and stays as it is', async () => {
  const { engine } = open;
  const agent = await engine.directory.addAgent('Script');
  const { key, secret } = await engine.directory.issue(agent, { caps: CAPS, rotateDays: 1 });
  now += 2 * DAY_MS;
  const said = new Set<typeof key.id>();
  await rotateDue(engine, said);
  await rotateDue(engine, said);
  expect(texts()).toEqual([
    `The secret of the sub-key of Script ending in ${key.hint} is due to be replaced: purser key rotate ${key.id}`,
  ]);
  expect(engine.directory.findSecret(secret)?.secret).toBe('current');
});
