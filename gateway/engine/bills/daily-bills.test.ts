import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { startBillServer } from '../../testing/start-bill-server.ts';
import type { BillServer } from '../../testing/start-bill-server.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const ADMIN_KEY = 'sk-admin-canary-0123456789abcdef';
const OWN_KEY = 'sk-own-canary-0123456789abcdef';
const HOUR_MS = 3_600_000;
const ACME = providerNameSchema.parse('acme');
/** Looks often, so that a test need not wait: what is due is decided by the clock of the test. */
const EVERY_MS = 5;

let server: BillServer;
let test: TestGateway;
let now: number;
beforeEach(async () => {
  now = Date.parse('2026-11-10T10:00:00Z');
  server = await startBillServer({ adminKey: ADMIN_KEY, ownKey: OWN_KEY, now: () => now });
  test = await startTestGateway({ clock: { now: () => now }, billCheckAfterMs: EVERY_MS });
  await test.client.gateway.providers.add({
    kind: 'anthropic',
    name: ACME,
    baseUrl: server.anthropicUrl,
    key: OWN_KEY,
    unchecked: true,
  });
});
afterEach(async () => {
  await test.stop();
  await server.stop();
});

const giveKey = () => test.client.gateway.reconcile.adminKey({ name: ACME, key: ADMIN_KEY });
const last = async () => (await test.client.gateway.reconcile.last())[0];
const notices = async (): Promise<readonly string[]> =>
  (await test.client.gateway.state()).notices.filter(({ kind }) => kind === 'bill-fault').map(({ text }) => text);
/** A machine that does other things too takes its time. */
const SOON = { timeout: 15_000, interval: 10 };
/** Long enough for twenty looks. */
const someLooks = () => sleep(40 * EVERY_MS);

it('asks nobody without an admin key, and once a day with one', { timeout: 60_000 }, async () => {
  await someLooks();
  expect(server.seen).toEqual([]);
  await giveKey();
  await expect.poll(async () => (await last())?.at, SOON).toBe(now);
  const asked = server.seen.length;
  now += 23 * HOUR_MS;
  await someLooks();
  expect(server.seen).toHaveLength(asked);
  now += HOUR_MS;
  await expect.poll(async () => (await last())?.at, SOON).toBe(now);
});

it('a failure loses nothing, is told once, and is tried again later each time', { timeout: 90_000 }, async () => {
  await giveKey();
  await expect.poll(async () => (await last())?.at, SOON).toBe(now);
  const read = now;
  server.manners.failsWith = 500;
  now += 24 * HOUR_MS;
  await expect
    .poll(async () => (await last())?.failed, SOON)
    .toBe('Anthropic cannot send its bill at present (500). Try again later.');
  expect(await notices()).toEqual([
    'Purser could not read the bill of Anthropic, and tries again by itself. See why: `purser reconcile acme`',
  ]);
  const asked = server.seen.length;
  await someLooks();
  expect(server.seen).toHaveLength(asked);
  for (const hours of [1, 2]) {
    const before = server.seen.length;
    now += hours * HOUR_MS;
    await expect.poll(() => server.seen.length, SOON).toBe(before + 1);
    await someLooks();
    expect(server.seen).toHaveLength(before + 1);
  }
  expect(await last()).toMatchObject({ at: read });
  expect(await notices()).toHaveLength(1);
  server.manners.failsWith = undefined;
  now += 4 * HOUR_MS;
  await expect.poll(async () => await last(), SOON).toMatchObject({ at: now, failed: null });
  expect(test.logged.join('')).not.toContain(ADMIN_KEY);
});

it('a restart does not ask again before a day is over', { timeout: 60_000 }, async () => {
  await giveKey();
  await expect.poll(async () => (await last())?.at, SOON).toBe(now);
  const asked = server.seen.length;
  test = await test.restart();
  await someLooks();
  expect(server.seen).toHaveLength(asked);
});
