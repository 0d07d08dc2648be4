import { expect, test } from 'vitest';
import { spanOf } from './time-range.ts';

const NOW = Date.parse('2026-11-19T14:32:00Z');
const BERLIN = 'Europe/Berlin';
const span = (when: string, from = '', to = ''): readonly (string | undefined)[] => {
  const { from: begin, to: end } = spanOf({ when, from, to }, NOW, BERLIN);
  return [begin, end].map((at) => (at === undefined ? undefined : new Date(at).toISOString().slice(0, 16)));
};

test.each([
  ['', undefined, undefined],
  ['unknown', undefined, undefined],
  ['hour', '2026-11-19T13:32', undefined],
  ['day', '2026-11-18T14:32', undefined],
  ['today', '2026-11-18T23:00', undefined],
  ['yesterday', '2026-11-17T23:00', '2026-11-18T23:00'],
  ['week', '2026-11-12T23:00', undefined],
  ['days30', '2026-10-20T22:00', undefined],
  ['month', '2026-10-31T23:00', undefined],
  ['lastMonth', '2026-09-30T22:00', '2026-10-31T23:00'],
])('%s is local time', (when, from, to) => expect(span(when)).toEqual([from, to]));

test('two moments of one’s own are in local time, and the last minute is in it', () => {
  expect(span('custom', '2026-11-01T08:00', '2026-11-01T09:00')).toEqual(['2026-11-01T07:00', '2026-11-01T08:01']);
  expect(span('custom', '', '2026-11-01T09:00')).toEqual([undefined, '2026-11-01T08:01']);
  expect(span('custom')).toEqual([undefined, undefined]);
});
