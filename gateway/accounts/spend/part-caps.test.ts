import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { AgentRecord, SubKeyRecord } from '../../ledger/records.ts';
import { capsOf, OPENAI } from '../../testing/open-money-path.ts';
import { openSpendProcess, removeFolder } from '../../testing/spend-process.ts';
import type { SpendProcess } from '../../testing/spend-process.ts';
import type { Reservation } from './reservation.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');
const usd = (dollars: number) => nanodollarsOf(Math.round(dollars * 1e9));

let folder = '';
let now = NOON;
let desk: SpendProcess;
let agent: AgentRecord;
let key: SubKeyRecord;
beforeEach(async () => {
  now = NOON;
  folder = await mkdtemp(join(tmpdir(), 'purser-parts-'));
  desk = await openSpendProcess(folder, { now: () => now }, 'UTC');
  agent = await desk.directory.addAgent('Claude Code');
  ({ key } = await desk.directory.issue(agent, { caps: capsOf('100/day') }));
});
afterEach(async () => {
  await desk.close();
  await removeFolder(folder);
});

interface Asked {
  readonly model?: string;
  readonly session?: string | null;
  readonly by?: SubKeyRecord;
}

/** Holds so many dollars. @returns undefined where a cap has no room */
async function hold(
  dollars: number,
  { model = 'claude-opus-5', session = null, by = key }: Asked = {},
): Promise<Reservation | undefined> {
  const facts = { provider: OPENAI.name, model, session };
  await desk.spend.ready(by, facts);
  const result = desk.spend.reserve(
    by,
    { ...facts, endpoint: 'e', stream: true, price: '{}', loweredOutput: false, reserved: usd(dollars) },
    1,
  );
  return result.reserved ? result.reservation : undefined;
}

async function spend(dollars: number, asked?: Asked): Promise<void> {
  const reservation = await hold(dollars, asked);
  if (!reservation) throw new Error('refused');
  await settle(reservation, dollars);
}

function settle(reservation: Reservation, dollars: number): Promise<void> {
  const how = { certainty: 'exact', basis: 'usage', outcome: 'served', status: 200, usage: NO_USAGE } as const;
  return reservation.settle({ cost: usd(dollars), ...how });
}

async function fits(dollars: number, asked?: Asked): Promise<boolean> {
  const reservation = await hold(dollars, asked);
  if (reservation) await settle(reservation, 0);
  return reservation !== undefined;
}

const limit = (policy: Policy, of = agent) => desk.limits.set(scopeOf('agent', of.id), policy);

async function restart(): Promise<void> {
  await desk.close();
  desk = await openSpendProcess(folder, { now: () => now }, 'UTC');
}

describe('a cap on some models', () => {
  it('counts all that its glob matches, and nothing else', async () => {
    await limit({ modelCaps: [{ models: 'claude-opus-*', caps: capsOf('3/day') }] });
    await spend(2, { model: 'claude-opus-5' });
    await spend(0.5, { model: 'Claude-Opus-4-8' });
    await spend(50, { model: 'claude-haiku-4-5' });
    expect(await fits(0.6)).toBe(false);
    expect(await fits(0.5)).toBe(true);
    expect(await fits(40, { model: 'claude-haiku-4-5' })).toBe(true);
  });

  it('that comes late counts what was spent before it, also by a request that runs, once', async () => {
    await spend(1);
    await spend(5, { model: 'gpt-5' });
    const running = await hold(1);
    await limit({ modelCaps: [{ models: '*opus*', caps: capsOf('3/day', '4/total') }] });
    expect(await fits(1.1)).toBe(false);
    expect(await fits(1)).toBe(true);
    if (running) await settle(running, 0.75);
    expect(await fits(1.26)).toBe(false);
    expect(await fits(1.25)).toBe(true);
  });

  it('counts a request that ends while its past is read, once', async () => {
    await spend(1);
    const running = await hold(1);
    await limit({ modelCaps: [{ models: '*opus*', caps: capsOf('3/day') }] });
    const ready = desk.spend.ready(key, { provider: OPENAI.name, model: 'claude-opus-5', session: null });
    if (running) await settle(running, 1);
    await spend(0.25);
    await ready;
    expect(await fits(0.76)).toBe(false);
    expect(await fits(0.75)).toBe(true);
  });

  it('has the same left after a restart, and begins anew with its window', async () => {
    await limit({ modelCaps: [{ models: 'claude-opus-*', caps: capsOf('3/day') }] });
    await spend(2);
    await restart();
    expect(await fits(1.1)).toBe(false);
    expect(await fits(1)).toBe(true);
    now += 86_400_000;
    expect(await fits(3)).toBe(true);
  });

  it('is lifted, and counts what came meanwhile when it is set again', async () => {
    const policy: Policy = { modelCaps: [{ models: 'claude-opus-*', caps: capsOf('3/day') }] };
    await limit(policy);
    await spend(2);
    await limit({});
    await spend(4);
    await limit(policy);
    expect(await fits(0.01)).toBe(false);
  });

  it('is raised for today, also over a restart', async () => {
    await limit({ modelCaps: [{ models: 'claude-opus-*', caps: capsOf('3/day') }] });
    await spend(3);
    const owners = desk.spend.ownersFor(key, { provider: OPENAI.name, model: 'claude-opus-5', session: null });
    const owner = owners.at(-1) ?? scopeOf('agent', agent.id);
    await desk.spend.raise({ owner, window: 'day', rolling: false, extra: usd(2), until: now + 3_600_000 }, {});
    expect(await fits(2)).toBe(true);
    await restart();
    expect(await fits(2)).toBe(true);
    expect(await fits(2.1)).toBe(false);
  });
});

describe('a cap on each conversation', () => {
  it('is another one for each of them, and one for all requests that name none', async () => {
    await limit({ conversationCaps: capsOf('2/total') });
    await spend(1.5, { session: 'one' });
    await spend(1.5, { session: 'two' });
    await spend(1);
    expect(await fits(0.6, { session: 'one' })).toBe(false);
    expect(await fits(0.5, { session: 'two' })).toBe(true);
    expect(await fits(1.1)).toBe(false);
    expect(await fits(2, { session: 'three' })).toBe(true);
  });

  it('goes on where it was after a restart', async () => {
    await limit({ conversationCaps: capsOf('2/total') });
    await spend(1.5, { session: 'one' });
    await spend(1);
    await restart();
    expect(await fits(0.6, { session: 'one' })).toBe(false);
    expect(await fits(1.1)).toBe(false);
    expect(await fits(1)).toBe(true);
  });

  it('that comes late counts what was spent and is held in it', async () => {
    await spend(1, { session: 'one' });
    await hold(0.5, { session: 'one' });
    await limit({ conversationCaps: capsOf('2/total') });
    expect(await fits(0.6, { session: 'one' })).toBe(false);
    expect(await fits(0.5, { session: 'one' })).toBe(true);
  });
});

describe('a group of agents', () => {
  let other: AgentRecord;
  let otherKey: SubKeyRecord;
  const GROUP = scopeOf('group', 'night-shift');
  beforeEach(async () => {
    other = await desk.directory.addAgent('Codex');
    ({ key: otherKey } = await desk.directory.issue(other, { caps: capsOf('100/day') }));
    await desk.limits.set(GROUP, { caps: capsOf('5/day') });
  });

  it('shares one allowance, with what its agents spent and hold before they were in it', async () => {
    await spend(1);
    const running = await hold(1);
    await limit({ group: 'night-shift' });
    await limit({ group: 'night-shift' }, other);
    await spend(2, { by: otherKey });
    expect(await fits(1.1)).toBe(false);
    expect(await fits(1, { by: otherKey })).toBe(true);
    if (running) await settle(running, 0.5);
    expect(await fits(1.5)).toBe(true);
    expect(await fits(1.6, { by: otherKey })).toBe(false);
  });

  it('is the same after a restart; one that leaves takes what it spent along', async () => {
    await limit({ group: 'night-shift' });
    await limit({ group: 'night-shift' }, other);
    await spend(2);
    await spend(1, { by: otherKey });
    await restart();
    expect(await fits(2.1)).toBe(false);
    const running = await hold(1);
    await limit({});
    expect(await fits(4, { by: otherKey })).toBe(true);
    if (running) await settle(running, 1);
    expect(await fits(4, { by: otherKey })).toBe(true);
    expect(await fits(20)).toBe(true);
    await restart();
    expect(await fits(4.1, { by: otherKey })).toBe(false);
    expect(await fits(4, { by: otherKey })).toBe(true);
  });

  it('counts what runs when it gets its first cap', async () => {
    await desk.limits.set(GROUP, {});
    await limit({ group: 'night-shift' });
    await restart();
    await hold(2);
    await desk.limits.set(GROUP, { caps: capsOf('5/day') });
    expect(await fits(3.1)).toBe(false);
    expect(await fits(3)).toBe(true);
  });
});
