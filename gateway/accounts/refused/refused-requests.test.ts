import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import { openLedger } from '../../ledger/ledger.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { systemRandom } from '../../defaults.ts';
import { createRefusedRequests } from './refused-requests.ts';
import type { RefusedRequests } from './refused-requests.ts';

const BEGAN = Date.parse('2026-11-21T12:00:00Z');
const MINUTE = 60_000;

let folder: string;
let ledger: Ledger;
let refused: RefusedRequests;
let now = BEGAN;
let told: RefusalView[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-refused-'));
  ledger = await openLedger(folder);
  [now, told] = [BEGAN, []];
  open();
});
afterEach(async () => {
  await refused.close();
  await ledger.close();
  await rm(folder, { recursive: true });
});

function open(ledgerOf: Pick<Ledger, 'commit'> = ledger): void {
  refused = createRefusedRequests({
    ledger: ledgerOf,
    clock: { now: () => now },
    random: systemRandom,
    log: { log: () => undefined },
    nameOf: () => 'Claude Code',
    listed: (refusal) => told.push(refusal),
  });
}

function refuse(times: number, what: object = {}): void {
  for (let time = 0; time < times; time += 1)
    refused.note({
      rule: 'cap',
      message: `No, for the time ${time}.`,
      provider: 'openai',
      model: 'gpt-5',
      agentId: 'agt_aaaaaaaaaaaa',
      subKeyId: 'key_aaaaaaaaaaaa',
      status: 403,
      ...what,
    });
}

/** The list as a search reads it, once all of it is written. */
async function list(): Promise<readonly RefusalView[]> {
  await refused.close();
  return (await ledger.search({ limit: 1_000 }, undefined)).refusals;
}

describe('what was refused', () => {
  it('is kept with its code and values, and without those that are too long for a row', async () => {
    const about = { code: 'sub-key-revoked', agent: 'Codex' } as const;
    refuse(1, { about });
    refuse(1, { model: 'other', about: { ...about, agent: 'x'.repeat(5_000) } });
    refuse(1, { model: 'third' });
    const rows = await list();
    expect(rows.map((row) => [row.model, row.about])).toEqual(
      expect.arrayContaining([
        ['gpt-5', about],
        ['other', undefined],
        ['third', undefined],
      ]),
    );
    // A newer Purser's code: the sentence stands alone.
    await ledger.commit([{ sql: `UPDATE refusals SET about = '{"code":"of-tomorrow"}'`, params: [] }]);
    expect((await list()).map(({ about: fact }) => fact)).toEqual([undefined, undefined, undefined]);
  });

  it('is one row for the same request asked again, with the newest sentence', async () => {
    refuse(12);
    now += MINUTE;
    refuse(1, { message: 'Still no.' });
    const [row, ...more] = await list();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ count: 13, firstAt: BEGAN, lastAt: now, message: 'Still no.', rule: 'cap' });
    expect(told.at(-1)).toEqual({ ...row, agent: 'Claude Code' });
  });

  it('is a new row after a quiet while, and at the latest after an hour', async () => {
    refuse(1);
    now += 6 * MINUTE;
    for (let minute = 0; minute < 70; minute += 1) {
      refuse(1);
      now += MINUTE;
    }
    expect((await list()).map(({ count }) => count)).toEqual([10, 60, 1]);
  });

  it('is told apart by rule, model, provider, conversation and sub-key', async () => {
    refuse(1);
    for (const what of [
      { rule: 'models' },
      { model: 'gpt-4o' },
      { provider: 'anthropic' },
      { session: 'ses_1234' },
      { subKeyId: 'key_bbbbbbbbbbbb' },
      { agentId: undefined, subKeyId: undefined },
    ])
      refuse(1, what);
    expect(await list()).toHaveLength(7);
  });

  it('cannot grow with what a client makes up: beyond some models, only its rule counts', async () => {
    for (let number = 0; number < 5_000; number += 1)
      refuse(1, { model: `made-up-${number}`, message: 'x'.repeat(9_000) });
    const rows = await list();
    expect(rows.length).toBe(51);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
    expect(rows.every(({ message }) => message.length <= 500)).toBe(true);
  });

  it('is forgotten beyond so many rows of an agent, and when it is too old', async () => {
    refuse(1, { agentId: 'agt_bbbbbbbbbbbb' });
    now += 80 * 24 * 60 * MINUTE;
    for (let number = 0; number < 1_010; number += 1) {
      refuse(1);
      now += 6 * MINUTE;
      if (number % 100 === 99) await refused.close();
    }
    const before = await list();
    expect(before.map(({ agentId }) => agentId?.slice(-1))).toEqual(Array.from({ length: 1_000 }, () => 'a'));
    now += 10 * 24 * 60 * MINUTE;
    refuse(1);
    expect((await list()).some(({ agentId }) => agentId === 'agt_bbbbbbbbbbbb')).toBe(false);
  });

  it('is written soon without being asked, and told even where it could not be written', async () => {
    refuse(3);
    await expect.poll(() => told.length).toBe(1);
    open({ commit: () => Promise.reject(new Error('disk full')) });
    refuse(1, { rule: 'paused' });
    await expect.poll(() => told.length).toBe(2);
    expect(told.map(({ rule, count }) => [rule, count])).toEqual([
      ['cap', 3],
      ['paused', 1],
    ]);
  });
});
