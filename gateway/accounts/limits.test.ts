import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import { PurserError } from '../../shared/errors.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { FULL, openTestDirectory, until } from '../testing/open-directory.ts';
import type { TestDirectory } from '../testing/open-directory.ts';
import { stopsOf } from '../testing/stops-of.ts';
import { createLimits } from './limits.ts';
import type { Limits } from './limits.ts';

const capsOf = (text: string): Cap[] => [parseCap(text)].filter((cap) => cap !== undefined);
const FIVE = { caps: capsOf('5/day') };
const TWO = { caps: capsOf('2/day') };

let folder = '';
let ledger: Ledger;
let limits: Limits;
/** The amounts that the books received, in dollars. */
let counted: number[] = [];
let isDiskFull = false;
/** Lets a waiting write continue. */
let letGo: (() => void) | undefined;
let isSlow = false;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-limits-'));
  [counted, isDiskFull, isSlow] = [[], false, false];
  const file = await openLedger(folder);
  ledger = {
    ...file,
    async write(...given) {
      if (isSlow) await new Promise<void>((resolve) => (letGo = resolve));
      if (isDiskFull) throw new PurserError('LEDGER_UNAVAILABLE', 'The disk is full.');
      await file.write(...given);
    },
  };
  const spend = {
    setParts: () => undefined,
    partsRead: () => Promise.resolve(),
    setCaps: (_scope: string, caps: readonly Cap[]) => void counted.push((caps[0]?.amount ?? 0) / 1e9),
  };
  limits = createLimits({ ledger, stops: stopsOf(ledger), clock: { now: () => 1_000 }, spend });
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

it('a policy that gives more is on disk before a book counts by it and before it shows', async () => {
  await limits.set(EVERYTHING, TWO);
  isSlow = true;
  const setting = limits.set(EVERYTHING, FIVE);
  await expect.poll(() => letGo).toBeDefined();
  expect([limits.policyOf(EVERYTHING), counted]).toEqual([TWO, [2]]);
  letGo?.();
  await setting;
  expect([limits.policyOf(EVERYTHING), counted]).toEqual([FIVE, [2, 5]]);
});

it('one that could not be written changes nothing', async () => {
  await limits.set(EVERYTHING, TWO);
  isDiskFull = true;
  await expect(limits.set(EVERYTHING, FIVE)).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  expect([limits.policyOf(EVERYTHING), counted]).toEqual([TWO, [2]]);
});

it('one that only takes away counts and shows at once, even while it cannot be written', async () => {
  await limits.set(EVERYTHING, FIVE);
  isDiskFull = true;
  await limits.set(EVERYTHING, TWO);
  expect([limits.policyOf(EVERYTHING), counted]).toEqual([TWO, [5, 2]]);
});

it('a wider one that is still being written does not undo a narrower one that came after it', async () => {
  await limits.set(EVERYTHING, FIVE);
  isSlow = true;
  const wider = limits.set(EVERYTHING, {});
  await expect.poll(() => letGo).toBeDefined();
  const narrower = limits.set(EVERYTHING, TWO);
  isSlow = false;
  letGo?.();
  await Promise.all([wider, narrower]);
  expect([limits.policyOf(EVERYTHING), counted.at(-1)]).toEqual([TWO, 2]);
});

describe('a policy of a sub-key', () => {
  const policy = FIVE;
  const until5 = { ...policy, expiresAt: 5_000 };
  let desk: TestDirectory;
  beforeEach(async () => {
    desk = await openTestDirectory();
  });
  afterEach(() => desk.remove());
  const issue = async () => desk.directory.issue(await desk.directory.addAgent('Claude Code'), policy);

  it('that only takes away is a stop: it holds at once, and is written when there is room', async () => {
    const { key } = await issue();
    const scope = scopeOf('key', key.id);
    desk.isDiskFull = true;
    await desk.limits.set(scope, until5);
    expect([desk.limits.policyOf(scope), desk.stops.isWaiting(scope)]).toEqual([until5, true]);
    // What gives back is not there before it is on disk.
    await expect(desk.limits.set(scope, policy)).rejects.toMatchObject(FULL);
    expect(desk.limits.policyOf(scope)).toEqual(until5);
    desk.isDiskFull = false;
    await until(() => !desk.stops.isWaiting(scope));
    await desk.restart();
    expect(desk.limits.policyOf(scope)).toEqual(until5);
  });

  it('that was being widened when it was narrowed stays narrow', async () => {
    const { key } = await issue();
    const scope = scopeOf('key', key.id);
    await desk.limits.set(scope, until5);
    await Promise.all([desk.limits.set(scope, policy), desk.limits.set(scope, { ...policy, expiresAt: 2_000 })]);
    expect(desk.limits.policyOf(scope)).toEqual({ ...policy, expiresAt: 2_000 });
    await desk.restart();
    expect(desk.limits.policyOf(scope)).toEqual({ ...policy, expiresAt: 2_000 });
  });
});
