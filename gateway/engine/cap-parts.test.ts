import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nanodollarsOf } from '../../shared/money.ts';
import { scopeOf } from '../../shared/policy.ts';
import { capsOf, OPENAI } from '../testing/open-money-path.ts';
import { openSpendProcess, removeFolder } from '../testing/spend-process.ts';
import type { SpendProcess } from '../testing/spend-process.ts';
import type { SubKeyRecord } from '../ledger/records.ts';
import { capParts } from './cap-parts.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');
let folder = '';
let desk: SpendProcess;
let key: SubKeyRecord;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-cap-parts-'));
  desk = await openSpendProcess(folder, { now: () => NOON }, 'UTC');
  const agent = await desk.directory.addAgent('Claude Code');
  ({ key } = await desk.directory.issue(agent, { caps: capsOf('100/day') }));
});
afterEach(async () => {
  await desk.close();
  await removeFolder(folder);
});

/** Holds so many dollars for a request that goes on. */
async function hold(dollars: number, model: string, session: string | null): Promise<void> {
  const facts = { provider: OPENAI.name, model, session };
  await desk.spend.ready(key, facts);
  const reserved = nanodollarsOf(dollars * 1e9);
  const request = { ...facts, endpoint: 'e', stream: true, price: '{}', loweredOutput: false, reserved };
  expect(desk.spend.reserve(key, request, 1).reserved).toBe(true);
}

it('caps on models stand as others do, and of conversations the one that is stopped first', async () => {
  const scope = scopeOf('agent', key.agentId);
  expect(capParts(desk, scope)).toEqual({});
  await desk.limits.set(scope, {
    modelCaps: [{ models: 'claude-opus-*', caps: capsOf('3/day') }],
    conversationCaps: capsOf('5/total'),
  });
  expect(capParts(desk, scope)).toMatchObject({ parts: { models: [{ caps: [{ reserved: 0 }] }], conversation: null } });
  await hold(1, 'claude-opus-5', 'one');
  await hold(2, 'claude-haiku-5', 'two');
  await hold(0.5, 'claude-haiku-5', null);
  expect(capParts(desk, scope).parts).toMatchObject({
    models: [{ models: 'claude-opus-*', caps: [{ window: 'day', amount: 3_000_000_000, reserved: 1_000_000_000 }] }],
    conversation: { session: 'two', caps: [{ amount: 5_000_000_000, reserved: 2_000_000_000 }] },
  });
});
