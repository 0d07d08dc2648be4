import { expect, test } from 'vitest';
import { costsViewSchema } from '../../../shared/contract/cost-views.ts';
import type { CostSum } from '../../../shared/contract/cost-views.ts';
import { isoTime } from '../../state/time-and-money/iso-time.ts';
import { cellText, columnMoney, valueIn } from './cost-columns.ts';
import { costCsv } from './cost-csv.ts';
import { heatOf, leadingDays, addMonths } from './heat.ts';
import { sortRows } from './sort-rows.ts';

const sum = { requests: 4, inputTokens: 1_200, cachedTokens: 300, outputTokens: 20, usd: '2.00', before: null };
const view = costsViewSchema.parse({
  by: 'session',
  from: Date.parse('2026-11-01T00:00:00+01:00'),
  to: Date.parse('2026-12-01T00:00:00+01:00'),
  before: null,
  rows: [
    { ...sum, id: 'one', name: '=one', agent: 'Codex', nanodollars: 2_000_000_000 },
    { ...sum, id: '', name: '', agent: null, nanodollars: 1_234_567, inputTokens: 0, cachedTokens: 0 },
  ],
  others: { ...sum, groups: 3, nanodollars: 1 },
  total: { ...sum, nanodollars: 2_001_234_568 },
});
const costs = (nanodollars: number, before: number | null): CostSum => {
  const [row] = costsViewSchema.parse({ ...view, rows: [{ ...view.rows[0], nanodollars, before }] }).rows;
  if (row === undefined) throw new Error('no row');
  return row;
};

test('figures as a person reads them', () => {
  const [row] = view.rows;
  if (row === undefined) throw new Error('no row');
  expect(
    (['requests', 'input', 'cached', 'hitRate', 'cost', 'perRequest'] as const).map((one) =>
      cellText(one, row, columnMoney([row])),
    ),
  ).toEqual(['4', '1,200', '300', '25%', '$2.00', '$0.50']);
  const change = (now: number, before: number | null): string =>
    cellText('change', costs(now, before), columnMoney([]));
  expect([
    change(15, 10),
    change(5, 10),
    change(10, 10),
    change(500, 10),
    change(5, 0),
    change(5, null),
    change(0, 0),
  ]).toEqual(['+50%', '−50%', '0%', '×50', 'new', '–', '–']);
});

test('amounts of a column have the same decimals, so that they compare by eye', () => {
  const [dear, cheap] = [costs(2_000_000_000, null), costs(1_200_000, null)];
  const money = columnMoney([dear, cheap]);
  expect([dear, cheap].map((one) => cellText('cost', one, money))).toEqual(['$2.0000', '$0.0012']);
});

test('what has no value comes last, whichever way it is sorted', () => {
  const names = (down: boolean): readonly string[] =>
    sortRows(view.rows, { column: 'hitRate', down }).map(({ id }) => id);
  expect([names(true), names(false)]).toEqual([
    ['one', ''],
    ['one', ''],
  ]);
  expect(sortRows(view.rows, { column: 'cost', down: false }).map(({ id }) => id)).toEqual(['', 'one']);
  expect(valueIn('change', costs(5, 0))).toBeUndefined();
});

test('a file has the dates of the person’s own clock, exact dollars, and no name that runs', () => {
  expect(costCsv(view, view.rows, ['requests', 'hitRate', 'cost'], 'Europe/Berlin').split('\r\n')).toEqual([
    'from,to,Conversation,agent,requests,cache hit rate,usd',
    "2026-11-01T00:00:00+01:00,2026-12-01T00:00:00+01:00,'=one,Codex,4,0.2500,2.00",
    '2026-11-01T00:00:00+01:00,2026-12-01T00:00:00+01:00,No conversation,,4,,0.001234567',
    '2026-11-01T00:00:00+01:00,2026-12-01T00:00:00+01:00,3 others,,4,0.2500,0.000000001',
    '',
  ]);
});

test.each([
  ['Europe/Berlin', '2026-06-30T22:00:00Z', '2026-07-01T00:00:00+02:00'],
  ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01T05:45:00+05:45'],
  ['America/St_Johns', '2026-01-01T00:00:00.999Z', '2025-12-31T20:30:00-03:30'],
  ['UTC', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00+00:00'],
])('in %s, %s is %s', (zone, at, text) => {
  expect(isoTime(Date.parse(at), zone)).toBe(text);
});

test('a calendar begins on Monday, goes over the end of a year, and is warmest on the dearest day', () => {
  expect([leadingDays('2026-11'), leadingDays('2026-06'), addMonths('2026-12', 1), addMonths('2026-01', -1)]).toEqual([
    6,
    0,
    '2027-01',
    '2025-12',
  ]);
  expect([0, 1, 26, 51, 76, 100].map((amount) => heatOf(amount, 100))).toEqual([0, 1, 2, 3, 4, 4]);
  expect(heatOf(0, 0)).toBe(0);
});
