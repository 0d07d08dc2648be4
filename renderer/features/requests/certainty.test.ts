import { expect, test } from 'vitest';
import { aRequest } from '../../state/testing.ts';
import { certaintyWhy } from './certainty.ts';

const NO_USAGE = 'The provider reported no usage, so it counts at its upper bound.';
const EARLY = 'The reply ended before the provider said what it used. It counts at what was seen of it and what may have been made unseen.';
const UNSETTLED = 'What the provider reported does not settle the cost: a part of it is missing, or has no known price.';

test.each([
  ['a whole reply without usage', { stream: false, outcome: 'served' }, NO_USAGE],
  ['a whole reply that nobody waited for', { stream: false, outcome: 'client-gone' }, NO_USAGE],
  ['a stream that came to its end without usage', { stream: true, outcome: 'served' }, NO_USAGE],
  ['a stream that was cut', { stream: true, outcome: 'cut' }, EARLY],
  ['a tier that has no price', { stream: false, outcome: 'served', tier: 'priority' }, UNSETTLED],
  ['a part that has no price', { stream: true, outcome: 'served', usageParts: { webSearches: 2 } }, UNSETTLED],
] as const)('estimated: %s', (_, changes, why) => {
  expect(certaintyWhy({ ...aRequest(1, 0), tier: null, usageParts: {}, cacheReadTokens: 0, cacheWriteTokens: 0, certainty: 'estimated', ...changes })).toBe(why);
});

test('what is exact or assumed has one reason', () => {
  expect(certaintyWhy({ ...aRequest(1, 0), certainty: 'exact' })).toBe('The provider said what was used.');
  expect(certaintyWhy({ ...aRequest(1, 0), certainty: 'assumed' })).toContain('Purser was stopped before the reply ended');
});
