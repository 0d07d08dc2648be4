import { expect, test } from 'vitest';
import { aRefusal, aRequest } from '../../../state/testing.ts';
import { addressOf, filtersOf, matches, NO_FILTERS, searchOf } from './filters.ts';

const request = aRequest(1, 1);

test('an address names filters; what nobody knows is left out', () => {
  const filters = filtersOf({ agent: 'agt_aaaaaaaaaaa0', outcome: 'exploded', text: '  gpt ', other: 'x' });
  expect(searchOf(filters)).toEqual({ agentId: 'agt_aaaaaaaaaaa0', text: 'gpt' });
  expect(searchOf({ ...NO_FILTERS, agent: 'gone' })).toEqual({});
});

test('filters and their address say the same', () => {
  const filters = { ...NO_FILTERS, session: 'ses_1234', text: 'gpt' };
  expect(addressOf(filters)).toEqual({ session: 'ses_1234', text: 'gpt' });
  expect(filtersOf(addressOf(filters))).toEqual(filters);
  expect(searchOf(filters)).toEqual({ session: 'ses_1234', text: 'gpt' });
});

test.each([
  [{ session: 'ses_other' }, false],
  [{}, true],
  [{ model: 'gpt-5', provider: 'openai' }, true],
  [{ model: 'gpt' }, false],
  [{ outcome: 'cut' }, false],
  [{ text: 'AGENT' }, true],
  [{ text: 'GPT-5' }, true],
  [{ text: 'req_0000000000000001' }, true],
  [{ text: 'claude' }, false],
] as const)('a live request and %o', (search, found) => {
  expect(matches(request, search)).toBe(found);
});

test('a stretch of time, a sub-key and a project are searched for', () => {
  const filters = filtersOf({ key: 'key_aaaaaaaaaaa0', project: '/home/me/shop', when: 'hour', outcome: 'refused' });
  expect(searchOf(filters, { from: 5 })).toEqual({
    subKeyId: 'key_aaaaaaaaaaa0',
    project: '/home/me/shop',
    from: 5,
    outcome: 'refused',
  });
});

test.each([
  [{ outcome: 'refused' }, true],
  [{ outcome: 'served' }, false],
  [{ certainty: 'exact' }, false],
  [{ text: 'agent' }, true],
  [{ project: '/home/me/shop' }, true],
  [{ project: '/home/me/blog' }, false],
  [{ to: 5 }, false],
] as const)('a live refusal and %o', (search, found) => {
  expect(matches(aRefusal(1, 1), search, () => '/home/me/shop')).toBe(found);
});
