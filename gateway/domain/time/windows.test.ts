import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWindowCalendar } from './windows.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);
const day = (timeZone: string, instant: string) => {
  const span = createWindowCalendar(timeZone).spanAt('day', at(instant));
  return { start: new Date(span.start).toISOString(), hours: ((span.end ?? Number.NaN) - span.start) / HOUR };
};

describe('a calendar day', () => {
  it.each([
    ['an ordinary one', 'Europe/Berlin', '2026-11-21T11:00:00Z', '2026-11-20T23:00:00.000Z', 24],
    ['daylight saving begins', 'Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z', 23],
    ['daylight saving ends', 'Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z', 25],
    ['the first of the two hours from 2 to 3', 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-24T22:00:00.000Z', 25],
    ['its last millisecond', 'Europe/Berlin', '2026-10-25T22:59:59.999Z', '2026-10-24T22:00:00.000Z', 25],
    ['daylight saving begins', 'America/New_York', '2026-03-08T12:00:00Z', '2026-03-08T05:00:00.000Z', 23],
    ['daylight saving ends', 'America/New_York', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00.000Z', 25],
    ['half an hour', 'Australia/Lord_Howe', '2026-04-05T00:00:00Z', '2026-04-04T13:00:00.000Z', 24.5],
    ['two hours', 'Antarctica/Troll', '2026-10-25T23:59:59Z', '2026-10-24T22:00:00.000Z', 26],
    ['two hours, from its first instant', 'Antarctica/Troll', '2026-10-24T22:00:00Z', '2026-10-24T22:00:00.000Z', 26],
    ['a zone of half hours', 'Asia/Kolkata', '2026-11-21T18:29:59Z', '2026-11-20T18:30:00.000Z', 24],
    ['a zone of quarter hours', 'Asia/Kathmandu', '2026-11-21T18:15:00Z', '2026-11-21T18:15:00.000Z', 24],
    ['midnight does not exist', 'Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00.000Z', 23],
    ['midnight does not exist', 'America/Asuncion', '2023-10-01T12:00:00Z', '2023-10-01T04:00:00.000Z', 23],
    ['midnight does not exist', 'Asia/Beirut', '2022-03-27T12:00:00Z', '2022-03-26T22:00:00.000Z', 23],
    ['midnight does not exist', 'Atlantic/Azores', '2026-03-29T12:00:00Z', '2026-03-29T01:00:00.000Z', 23],
    ['midnight comes twice', 'Atlantic/Azores', '2026-10-25T12:00:00Z', '2026-10-25T00:00:00.000Z', 25],
    ['its last hour comes twice', 'America/Sao_Paulo', '2019-02-17T02:30:00Z', '2019-02-16T02:00:00.000Z', 25],
    ['the day before one that was skipped', 'Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29T10:00:00.000Z', 24],
    ['the day after one that was skipped', 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00.000Z', 24],
  ])('%s: %s at %s', (_what, zone, instant, start, hours) => expect(day(zone, instant)).toEqual({ start, hours }));

  it('skips what the calendar skipped', () => {
    const apia = createWindowCalendar('Pacific/Apia');
    expect(apia.dayOf(at('2011-12-30T09:59:59Z'))).toBe('2011-12-29');
    expect(apia.dayOf(at('2011-12-30T10:00:00Z'))).toBe('2011-12-31');
  });
});

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Asuncion',
  'Atlantic/Azores',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Santiago',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'America/Havana',
  'Asia/Tehran',
  'America/Nuuk',
  'America/Sao_Paulo',
];
const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: at('2012-01-01T00:00:00Z'), max: at('2037-12-31T00:00:00Z') });

describe('days of any zone', () => {
  it('hold every instant in exactly one, and lie end to end', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const calendar = createWindowCalendar(zone);
        const span = calendar.spanAt('day', instant);
        const end = span.end ?? Number.NaN;
        expect(span.start).toBeLessThanOrEqual(instant);
        expect(end).toBeGreaterThan(instant);
        const today = calendar.dayOf(instant);
        expect([calendar.dayOf(span.start), calendar.dayOf(end - 1)]).toEqual([today, today]);
        expect(calendar.dayOf(span.start - 1) < today && calendar.dayOf(end) > today).toBe(true);
        // Any other instant in it, and another calendar, give the same.
        for (const other of [span.start, end - 1])
          expect(createWindowCalendar(zone).spanAt('day', other)).toEqual(span);
        expect(calendar.spanAt('day', end).start).toBe(end);
        expect(calendar.spanAt('day', span.start - 1).end).toBe(span.start);
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on what was asked before', () => {
    fc.assert(
      fc.property(zones, fc.array(instants, { minLength: 2, maxLength: 6 }), (zone, asked) => {
        const calendar = createWindowCalendar(zone);
        for (const instant of asked)
          expect(calendar.spanAt('day', instant)).toEqual(createWindowCalendar(zone).spanAt('day', instant));
      }),
      { numRuns: 60 },
    );
  });

  it('begin on a quarter of an hour, so that rollups of quarter hours can be added up to days', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        expect(createWindowCalendar(zone).spanAt('day', instant).start % (15 * 60_000)).toBe(0);
      }),
    );
  });
});

describe('the whole life', () => {
  it('never ends', () => {
    const calendar = createWindowCalendar('Asia/Tokyo');
    expect(calendar.spanAt('total', 5)).toEqual({ start: 0, end: null });
    expect(calendar.spanAt('total', 4e12)).toEqual({ start: 0, end: null });
  });
});

it('refuses a time zone nobody knows', () => {
  expect(() => createWindowCalendar('Mars/Olympus')).toThrow(RangeError);
});
