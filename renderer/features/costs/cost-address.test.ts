import { expect, test } from 'vitest';
import { addressOf, choiceOf, COST_COLUMNS, queryOf, USUAL_CHOICE } from './cost-address.ts';
import type { CostChoice } from './cost-address.ts';
import { shownColumns } from './cost-columns.ts';

test('an address with nothing in it is the usual choice, and that needs nothing', () => {
  expect(choiceOf({})).toEqual(USUAL_CHOICE);
  expect(addressOf(USUAL_CHOICE)).toEqual({});
  expect(queryOf(USUAL_CHOICE)).toEqual({ by: 'model', range: 'month' });
});

test.each<Partial<CostChoice>>([
  { by: 'session', range: 'yesterday' },
  { days: { since: '2026-11-01', until: '2026-11-30' } },
  { agent: choiceOf({ agent: 'agt_abcdefghijkl' }).agent },
  { sort: { column: 'name', down: false } },
  { sort: { column: 'hitRate', down: true } },
  { sort: { column: 'cost', down: false } },
  { columns: ['cost', 'requests'] },
  { columns: [] },
  { month: '2026-10' },
])('a choice is read back from its address: %o', (changes) => {
  const choice = { ...USUAL_CHOICE, ...changes };
  expect(choiceOf(addressOf(choice))).toEqual(choice);
});

test('what nobody knows is as usual: an old address shows something', () => {
  const params = { by: 'branch', range: 'eon', since: 'monday', agent: 'x', sort: '-size', month: 'May' };
  expect(choiceOf(params)).toEqual(USUAL_CHOICE);
  expect(choiceOf({ since: '2026-11-30', until: '2026-11-01' }).days).toBeUndefined();
  expect(choiceOf({ since: '2026-11-30' }).days).toEqual({ since: '2026-11-30', until: '2026-11-30' });
});

test('days of one’s own choice are asked for instead of the range', () => {
  const choice = choiceOf({ since: '2026-11-01', until: '2026-11-02', agent: 'agt_abcdefghijkl' });
  expect(queryOf(choice)).toEqual({
    by: 'model',
    since: '2026-11-01',
    until: '2026-11-02',
    agentId: 'agt_abcdefghijkl',
  });
});

test('conversations have nothing to be compared with', () => {
  expect(shownColumns({ columns: COST_COLUMNS, by: 'session' })).not.toContain('change');
  expect(shownColumns({ columns: COST_COLUMNS, by: 'model' })).toContain('change');
});
