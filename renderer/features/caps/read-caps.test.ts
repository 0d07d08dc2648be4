import { expect, test } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import { holdInFull, withoutRow } from './hold-in-full.ts';
import { FIRST_CAP, nextRow, readCaps, rowsOf } from './read-caps.ts';
import type { CapChoiceValue, CapRow } from './cap-row.ts';

function row(amount: string, choice: CapChoiceValue = 'day', id = 0): CapRow {
  return { id, amount, choice };
}

test('reads one cap or several', () => {
  expect(readCaps([FIRST_CAP])).toEqual({ caps: [{ window: 'day', rolling: false, amount: 5_000_000_000 }] });
  expect(readCaps([row('$0.25', 'total')])).toEqual({
    caps: [{ window: 'total', rolling: false, amount: 250_000_000 }],
  });
  expect(readCaps([row('5'), row('3', 'rolling-day'), row('20', 'month')])).toMatchObject({
    caps: [{ window: 'day', rolling: false }, { window: 'day', rolling: true }, { window: 'month' }],
  });
});

test('what is held in full stays so, whatever is added, emptied or taken away', () => {
  const caps = [parseCap('5/day/full'), parseCap('20/month')].filter((cap) => cap !== undefined);
  const rows = rowsOf(caps);
  expect(readCaps(rows)).toEqual({ caps });
  expect(nextRow(rows).hold).toBe('full');
  expect(nextRow([FIRST_CAP]).hold).toBeUndefined();
  const month = { caps: [{ window: 'month', rolling: false, amount: 20_000_000_000, hold: 'full' }] };
  expect(readCaps(withoutRow(rows, 0))).toEqual(month);
  expect(readCaps(withoutRow(rows, 1))).toEqual({ caps: caps.slice(0, 1) });
  expect(readCaps(rows.map((one) => (one.id === 0 ? { ...one, amount: '' } : one)))).toEqual(month);
  expect(readCaps(holdInFull(rows, false))).toEqual({ caps: caps.map(({ hold: _hold, ...cap }) => cap) });
});

test('a further row that was left empty asks for nothing', () => {
  expect(readCaps([row('5'), row(' ', 'total')])).toMatchObject({ caps: [{ window: 'day' }] });
});

test.each(['0', '-1', 'five', '1e3', '5,00'])('%s is no cap', (text) => {
  expect(readCaps([row(text)])).toHaveProperty('problem');
});

test('no cap at all, or two for the same window, is refused', () => {
  expect(readCaps([row(' ')])).toEqual({ problem: 'Set at least one cap, such as 5 dollars a day.' });
  expect(readCaps([row('5'), row('6')])).toEqual({
    problem: 'There are two caps a day. Keep the lower one, or choose another window for one of them.',
  });
});

test('a further row is for the commonest window that is free', () => {
  const rows = [FIRST_CAP];
  for (let added = 0; added < 9; added += 1) rows.push(nextRow(rows));
  expect(rows.map(({ choice }) => choice).slice(0, 6)).toEqual([
    'day',
    'week',
    'month',
    'total',
    'hour',
    'rolling-hour',
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(10);
});
