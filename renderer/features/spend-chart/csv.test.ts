import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import { anyName, RAW } from '../../../gateway/testing/any-name.ts';
import { chartCsv } from './csv.ts';

test('one line for each bucket, exact dollars, and names that cannot break the file or run in it', () => {
  const row = {
    at: Date.parse('2026-11-21T12:00:00Z'),
    end: 0,
    total: nanodollarsOf(1_234_567),
    byGroup: { a: nanodollarsOf(1_234_567) },
    before: ZERO,
  };
  const groups = [
    { id: 'a', name: 'Codex', fullName: 'Codex, "mine"', color: '' },
    { id: 'b', name: '=HYPERLINK()', fullName: '=HYPERLINK()', color: '' },
  ];
  expect(chartCsv([row], groups, 'Europe/Berlin')).toBe(
    'from,"Codex, ""mine""",\'=HYPERLINK(),total\r\n2026-11-21T13:00:00+01:00,0.001234567,0.00,0.001234567\r\n',
  );
});

test.each(['=1+1', ' =1+1', '＝1+1', '@SUM(A1)', '-1', '\u200b=1'])('%s is a name and no formula', (name) => {
  const head = chartCsv([], [{ id: 'a', name, fullName: name, color: '' }], 'UTC');
  expect(head).toMatch(/^from,['\\]/);
});

test('a name is one cell of one line, without anything hidden', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const file = chartCsv([], [{ id: 'a', name, fullName: name, color: '' }], 'UTC');
      expect(file.endsWith('\r\n')).toBe(true);
      expect(file.slice(0, -2)).not.toMatch(RAW);
      expect(file.replaceAll(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(3);
    }),
  );
});
