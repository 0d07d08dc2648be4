import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../shared/money.ts';
import { findChanges } from './changes.ts';
import { judge } from './judge.ts';
import type { Judged } from './judge.ts';
import { MOMENTS } from './left/play-left.ts';
import type { Left } from './left/play-left.ts';
import { runLeft, streamsOf } from './left/run-left.ts';
import { isBelow, settledOf } from './left/settled.ts';
import { OWN_RECORDINGS } from './own/recordings.ts';
import { playRecordings } from './play-recordings.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';

// `npm run replay` in small, with exchanges of our own. The hour is fixed: prices depend on it.
const NOON = Date.parse('2026-11-30T12:00:00Z');
const SEED = 20_261_130;

describe('recorded traffic', () => {
  let stage: Stage;
  let judged: readonly Judged[];
  beforeAll(async () => {
    const begun = performance.now();
    stage = await openStage({ clock: { now: () => NOON + Math.round(performance.now() - begun) } });
    const played = await playRecordings(stage, OWN_RECORDINGS, { seed: SEED });
    judged = played.map((one) => judge(one, played));
  });
  afterAll(() => stage.close());

  it("is passed on, all of it, with nobody's secret but the provider's", () => {
    expect(
      judged.filter(({ arrived }) => !arrived?.placeIsRight).map(({ exchange, refusal }) => [exchange.id, refusal]),
    ).toEqual([]);
    expect(stage.player.faults).toEqual([]);
    expect(stage.logged).toEqual([]);
  });

  it('comes back byte by byte, with its status', () => {
    expect(
      judged
        .filter(({ bytesAreSame, statusIsSame }) => !bytesAreSame || !statusIsSame)
        .map(({ exchange }) => exchange.id),
    ).toEqual([]);
  });

  it('costs in the ledger what an independent bill says, to the nano-dollar', () => {
    const costs = judged.map(({ exchange, row, bill }) => [exchange.id, row?.certainty, row?.cost, bill?.nanodollars]);
    const right = judged.map(({ exchange, row, bill }) => [
      exchange.id,
      row?.certainty,
      row?.certainty === 'exact' ? bill?.nanodollars : row?.cost,
      bill?.nanodollars ?? 'a bill',
    ]);
    expect(costs).toEqual(right);
    const estimated = judged.filter(({ row }) => row?.certainty !== 'exact');
    const unexplained = estimated.filter(({ exchange }) => !/failed|overloaded/.test(exchange.id));
    expect(unexplained.map(({ exchange, row }) => [exchange.id, row?.basis])).toEqual([]);
    expect(estimated.filter(({ row, bill }) => (row?.cost ?? -1) < (bill?.nanodollars ?? Infinity))).toEqual([]);
  });

  it('is held for what it costs before it leaves, and a changed limit is told', () => {
    expect(judged.filter(({ held, row }) => held < (row?.cost ?? 0)).map(({ exchange }) => exchange.id)).toEqual([]);
    expect(judged.flatMap(({ exchange, unsaid }) => unsaid.map((change) => [exchange.id, change]))).toEqual([]);
  });

  it('is found out where it is not so', () => {
    const one = judged.find(({ exchange }) => exchange.id === 'own/chat-stream');
    if (!one?.row) throw new Error('it was not played');
    const again = (facts: Partial<Judged>): Judged => judge({ ...one, ...facts }, judged);
    expect(again({}).exactIsRight).toBe(true);
    expect(again({ row: { ...one.row, cost: nanodollarsOf(one.row.cost + 2) } }).exactIsRight).toBe(false);
    expect(again({ got: { ...one.got, body: one.got.body.subarray(1) } }).bytesAreSame).toBe(false);
    expect(
      again({ changes: findChanges(Buffer.from('{"max_tokens":9}'), Buffer.from('{"max_tokens":8}')) }).unsaid,
    ).toEqual([{ path: 'max_tokens', was: 9, is: 8 }]);
    expect(settledOf([{ ...leftOf(one), bill: one.row.cost + 2 }]).some(isBelow)).toBe(true);
  });

  it('is booked at its bill or above when it is left in mid-air', { timeout: 30_000 }, async () => {
    const left = await runLeft(stage, streamsOf(OWN_RECORDINGS), MOMENTS, SEED);
    const settled = settledOf(left);
    // On a busy machine one or the other is at its end before it can be left.
    expect(settled.length).toBeGreaterThanOrEqual(3 * 10);
    expect(
      left.filter(({ end, row }) => end === 'left' && !row).map(({ exchange, moment }) => [exchange.id, moment]),
    ).toEqual([]);
    expect(
      settled.filter(isBelow).map(({ exchange, moment, cost, bill }) => [exchange.id, moment, cost, bill]),
    ).toEqual([]);
    expect(stage.player.faults).toEqual([]);
  });
});

/** As if it had been left. */
function leftOf({ exchange, home, row }: Judged): Left {
  return {
    exchange,
    home,
    row,
    moment: '',
    model: '',
    stops: 'yes',
    leftAtMs: 0,
    tokens: 1,
    hidden: 0,
    hosted: false,
    end: 'left',
    bill: 0,
  };
}
