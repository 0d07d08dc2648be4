import { expect, it } from 'vitest';
import { growthOf, judgeSoak } from './judge.ts';
import { runSoak } from './run.ts';

// `npm run soak` in small: memory is only watched for what grows by far too much.
it('a gateway that has served hundreds of requests has nothing left of them', { timeout: 120_000 }, async () => {
  const facts = await runSoak({ seed: 20_261_201, streams: 12, requestsARound: 60, minutes: 0 });
  expect(judgeSoak(facts, { bytesARequest: 8_000, files: 6 })).toEqual([]);
  expect(facts.bill).toBeGreaterThan(0);
});

const round = (sent: number, heapMib: number) => ({ sent, heapMib, residentMib: 100, files: 30, held: 0, seconds: 1 });
const rounds = [1, 2, 3, 4, 5, 6, 7].map((index) => round(index * 100, 40));
const calm = { rounds, bill: 5, ledger: 5, refused: 0 };
const limits = { bytesARequest: 100, files: 4 };

it.each([
  ['nothing', calm, []],
  ['memory', { ...calm, rounds: rounds.map((one, index) => ({ ...one, heapMib: 40 + index })) }, ['MEMORY']],
  ['files', { ...calm, rounds: rounds.map((one, index) => ({ ...one, files: 30 + 3 * index })) }, ['FILES']],
  ['money', { ...calm, rounds: rounds.map((one) => ({ ...one, held: 1 })) }, ['RESERVATIONS']],
  ['a charge', { ...calm, bill: 6 }, ['LEDGER']],
  ['service', { ...calm, refused: 1 }, ['SERVICE']],
])('a soak that has lost %s is found out', (_what, facts, found) => {
  expect(judgeSoak(facts, limits).map((sentence) => sentence.split(':')[0])).toEqual(found);
});

it('growth is in bytes a request', () => {
  expect(growthOf([round(0, 10), round(1_024, 11), round(2_048, 12)])).toBe(1_024);
});
