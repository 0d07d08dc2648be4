import { describe, expect, it } from 'vitest';
import { addDays, dayRange, startOfDay } from './day-range.ts';
import { createWindowCalendar } from './windows.ts';

const berlin = createWindowCalendar('Europe/Berlin');
const at = (text: string): number => Date.parse(text);
const NOW = at('2026-11-18T14:37:00+01:00');
const range = (asked: Partial<Parameters<typeof dayRange>[0]>, now = NOW) =>
  dayRange({ range: 'all', ...asked }, now, berlin);
const text = (stretch: { readonly from: number; readonly to: number } | null): string =>
  stretch === null ? 'none' : `${new Date(stretch.from).toISOString()} ${new Date(stretch.to).toISOString()}`;

it.each([
  ['Pacific/Kiritimati', '2026-11-18', '2026-11-17T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2026-11-18', '2026-11-18T11:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-18', '2026-11-17T18:15:00.000Z'],
  // Samoa went over the date line: there was no 30 December.
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
])('in %s, %s begins at %s', (zone, day, instant) => {
  expect(new Date(startOfDay(day, createWindowCalendar(zone))).toISOString()).toBe(instant);
});

it('adds days over the end of months', () => {
  expect([addDays('2026-02-27', 2), addDays('2026-01-01', -1)]).toEqual(['2026-03-01', '2025-12-31']);
});

describe('a range with a name', () => {
  it.each([
    ['today', '2026-11-17T23:00:00.000Z 2026-11-18T23:00:00.000Z', '2026-11-16T23:00:00.000Z 2026-11-17T13:30:00.000Z'],
    [
      'yesterday',
      '2026-11-16T23:00:00.000Z 2026-11-17T23:00:00.000Z',
      '2026-11-15T23:00:00.000Z 2026-11-16T23:00:00.000Z',
    ],
    ['week', '2026-11-15T23:00:00.000Z 2026-11-22T23:00:00.000Z', '2026-11-08T23:00:00.000Z 2026-11-11T13:30:00.000Z'],
    ['month', '2026-10-31T23:00:00.000Z 2026-11-30T23:00:00.000Z', '2026-09-30T22:00:00.000Z 2026-10-18T12:30:00.000Z'],
    [
      'last-month',
      '2026-09-30T22:00:00.000Z 2026-10-31T23:00:00.000Z',
      '2026-08-31T22:00:00.000Z 2026-09-30T22:00:00.000Z',
    ],
    [
      '7-days',
      '2026-11-11T23:00:00.000Z 2026-11-18T23:00:00.000Z',
      '2026-11-04T23:00:00.000Z 2026-11-11T13:30:00.000Z',
    ],
  ] as const)('%s', (name, is, before) => {
    const found = range({ range: name });
    expect([text(found), text(found.before)]).toEqual([is, before]);
  });

  it('of everything has nothing before it', () => {
    expect(range({ range: 'all' })).toEqual({ from: 0, to: at('2026-11-19T00:00:00+01:00'), before: null });
  });
});

describe('days of one’s own choice', () => {
  it('are compared with as many days before, though a clock changes', () => {
    const found = range({ since: '2026-10-20', until: '2026-10-27' });
    expect([text(found), text(found.before)]).toEqual([
      '2026-10-19T22:00:00.000Z 2026-10-27T23:00:00.000Z',
      '2026-10-11T22:00:00.000Z 2026-10-19T22:00:00.000Z',
    ]);
  });

  it('end today, or begin with everything, when only one is given', () => {
    expect(text(range({ since: '2026-11-17' }))).toBe('2026-11-16T23:00:00.000Z 2026-11-18T23:00:00.000Z');
    expect(range({ until: '2026-11-17' })).toMatchObject({ from: 0, before: null });
    expect(text(range({ since: '2026-12-24' }))).toBe('2026-12-23T23:00:00.000Z 2026-12-24T23:00:00.000Z');
  });

  it('that are still to come are compared with nothing of the days before', () => {
    const { from, before } = range({ since: '2026-11-20', until: '2026-11-21' });
    expect(before).toEqual({ from: from - 2 * 86_400_000, to: from - 2 * 86_400_000 });
  });
});
