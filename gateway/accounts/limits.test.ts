import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import { PurserError } from '../../shared/errors.ts';
import { EVERYTHING } from '../../shared/policy.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
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
  const spend = { setCaps: (_scope: string, caps: readonly Cap[]) => void counted.push((caps[0]?.amount ?? 0) / 1e9) };
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
