import { expect, test } from 'vitest';
import { COST_BASES } from '../../../shared/contract/views.ts';
import { aRequest } from '../../state/testing.ts';
import { certaintyName, certaintyWhy } from './certainty.ts';

const NO_USAGE = 'The provider reported no usage, so it counts at its upper bound.';
const EARLY =
  'The reply ended before the provider reported the usage. The cost counts what Purser saw and the most that may ' +
  'have gone unseen.';
const UNSETTLED = 'The provider’s report does not decide the cost: a part is missing, or has no known price.';

test.each(COST_BASES)('%s is told in words of its own', (basis) => {
  const why = certaintyWhy({ ...aRequest(1, 0), basis });
  expect(why).toMatch(/^[A-Z].*\.$/);
  expect(COST_BASES.filter((other) => certaintyWhy({ ...aRequest(1, 0), basis: other }) === why)).toEqual([basis]);
});

test('what a person has set says so, and is called neither exact nor a guess', () => {
  const request = { ...aRequest(1, 0), basis: 'corrected', certainty: 'exact' } as const;
  expect([certaintyName(request), certaintyWhy(request)]).toEqual(['Corrected', 'You set this cost.']);
  expect(certaintyName(aRequest(1, 0))).toBe('Exact');
});

test('what the provider said is no certainty where its tier has no price', () => {
  const why = certaintyWhy({ ...aRequest(1, 0), certainty: 'estimated' });
  expect(why).toContain('the price of the service tier it named is not known');
});

test.each([
  ['a whole reply without usage', { stream: false, outcome: 'served' }, NO_USAGE],
  ['a whole reply that nobody waited for', { stream: false, outcome: 'client-gone' }, NO_USAGE],
  ['a stream that came to its end without usage', { stream: true, outcome: 'served' }, NO_USAGE],
  ['a stream that was cut', { stream: true, outcome: 'cut' }, EARLY],
  ['a tier that has no price', { stream: false, outcome: 'served', tier: 'priority' }, UNSETTLED],
  ['a part that has no price', { stream: true, outcome: 'served', usageParts: { webSearches: 2 } }, UNSETTLED],
] as const)('estimated, from before it was kept how: %s', (_, changes, why) => {
  expect(certaintyWhy({ ...aRequest(1, 0), certainty: 'estimated', basis: null, ...changes })).toBe(why);
});

test('what is exact or assumed from before then has one reason', () => {
  expect(certaintyWhy({ ...aRequest(1, 0), basis: null, certainty: 'exact' })).toBe('The provider said what was used.');
  const assumed = certaintyWhy({ ...aRequest(1, 0), basis: null, certainty: 'assumed' });
  expect(assumed).toContain('Purser was stopped before the reply ended');
});
