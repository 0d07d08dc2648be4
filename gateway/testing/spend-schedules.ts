import fc from 'fast-check';
import { CAP_WINDOWS } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import { nanodollarsOf } from '../../shared/money.ts';

type NewAmount = number | 'all-that-is-left' | 'one-too-many';

/**
 * What can happen to a gateway, drawn by fast-check. Numbers that choose are taken modulo what there is to choose from.
 */
export type Step =
  /** `relays` is the share of the reservation that the client is sent while it runs. */
  | {
      readonly kind: 'reserve';
      readonly key: number;
      readonly provider: number;
      readonly amount: number | 'all-that-is-left' | 'one-too-many';
      readonly relays: number;
      readonly endsAtOnce: boolean;
      /** A large model or a small one. */
      readonly isLarge: boolean;
      /** Which conversation it is of; 0: its tool names none. */
      readonly session: number;
    }
  /** `cost` is a share of the reservation; above 1 the provider overran its own limit. */
  | { readonly kind: 'settle'; readonly which: number; readonly cost: number; readonly waits: boolean }
  | { readonly kind: 'cancel'; readonly which: number }
  /**
   * Holds another amount for a request that runs: more or less than before, as a share of it. `relays` is the share of
   * it that its client is sent then, once it is on disk.
   */
  | { readonly kind: 'resize'; readonly which: number; readonly to: NewAmount; readonly relays: number }
  | { readonly kind: 'caps'; readonly scope: number; readonly caps: readonly Cap[] }
  /** Caps on a part of what an agent spends: on its large models, or on each of its conversations. */
  | {
      readonly kind: 'parts';
      readonly agent: number;
      readonly part: 'models' | 'conversation';
      readonly caps: readonly Cap[];
    }
  /** An agent enters the group, or leaves it. */
  | { readonly kind: 'group'; readonly agent: number; readonly isIn: boolean }
  | { readonly kind: 'group-caps'; readonly caps: readonly Cap[] }
  | { readonly kind: 'expire'; readonly key: number; readonly inMs: number }
  | { readonly kind: 'revoke'; readonly key: number }
  | { readonly kind: 'clock'; readonly byMs: number }
  /** The clock moves to where an earlier request may leave a window: that is where mistakes live. */
  | { readonly kind: 'edge'; readonly which: number; readonly window: keyof typeof EDGES_MS; readonly offMs: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'crash' };

export interface Scenario {
  readonly timeZone: string;
  readonly start: number;
  /** For everything, two providers, two agents, three sub-keys, in this order. */
  readonly caps: readonly (readonly Cap[])[];
  readonly steps: readonly Step[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How long after a request it may leave a window. */
export const EDGES_MS = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY } as const;

/** Around the days on which the clock changes, the end of a month and of a year, and an ordinary noon. */
const MOMENTS = [
  ['Europe/Berlin', '2026-03-28T22:30Z'],
  ['Europe/Berlin', '2026-03-29T00:45Z'],
  ['Europe/Berlin', '2026-10-24T21:30Z'],
  ['Europe/Berlin', '2026-10-25T00:30Z'],
  ['America/New_York', '2026-03-08T04:30Z'],
  ['America/New_York', '2026-03-08T06:45Z'],
  ['America/New_York', '2026-11-01T03:30Z'],
  ['America/New_York', '2026-11-01T05:30Z'],
  ['Europe/Berlin', '2026-11-30T22:50Z'],
  ['America/New_York', '2027-01-01T04:50Z'],
  ['Europe/Berlin', '2026-11-21T11:00Z'],
] as const;

/** Schedules with one kind of window go deeper into it than mixed ones. */
const capOf = (kinds: 'any' | 'calendar' | 'rolling'): fc.Arbitrary<Cap> =>
  fc
    .record({
      window: fc.constantFrom(...CAP_WINDOWS),
      rolling: kinds === 'any' ? fc.boolean() : fc.constant(kinds === 'rolling'),
      amount: fc.integer({ min: 1, max: 300 }).map(nanodollarsOf),
    })
    .map((drawn) => ({
      ...drawn,
      window: kinds === 'rolling' && drawn.window === 'total' ? 'hour' : drawn.window,
      rolling: drawn.rolling && (kinds === 'rolling' || drawn.window !== 'total'),
    }));

const jump = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 20 * MINUTE }) },
  { weight: 4, arbitrary: fc.integer({ min: 20 * MINUTE, max: 3 * HOUR }) },
  { weight: 3, arbitrary: fc.integer({ min: 3 * HOUR, max: 8 * DAY }) },
  { weight: 3, arbitrary: fc.integer({ min: -3 * HOUR, max: 0 }) },
  { weight: 2, arbitrary: fc.integer({ min: -5 * DAY, max: 0 }) },
  { weight: 1, arbitrary: fc.integer({ min: 20 * DAY, max: 45 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: -45 * DAY, max: -20 * DAY }) },
);

const amount = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 90 }) },
  { weight: 3, arbitrary: fc.constant('all-that-is-left' as const) },
  { weight: 1, arbitrary: fc.constant('one-too-many' as const) },
);
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const newAmount = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 300 }).map((percent) => percent / 100) },
  { weight: 3, arbitrary: fc.constant('all-that-is-left' as const) },
  { weight: 1, arbitrary: fc.constant('one-too-many' as const) },
);
const kind = <K extends Step['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name);

const key = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(2) });

const resizing = fc.record({
  kind: kind('resize'),
  which: fc.nat(50),
  to: newAmount,
  relays: fc.oneof(fc.constant(0), share),
});

const stepWith = (caps: fc.Arbitrary<readonly Cap[]>): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 14,
      arbitrary: fc.record({
        kind: kind('reserve'),
        key,
        provider: fc.nat(1),
        amount,
        relays: fc.oneof(fc.constant(0), share),
        endsAtOnce: fc.boolean(),
        isLarge: fc.boolean(),
        session: fc.nat(2),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: kind('settle'),
        which: fc.nat(50),
        cost: fc.oneof(
          { weight: 3, arbitrary: share },
          { weight: 3, arbitrary: fc.constant(1) },
          { weight: 1, arbitrary: fc.constant(1.5) },
        ),
        waits: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: kind('cancel'), which: fc.nat(50) }) },
    { weight: 8, arbitrary: resizing },
    { weight: 6, arbitrary: fc.record({ kind: kind('clock'), byMs: jump }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: kind('edge'),
        which: fc.nat(50),
        window: fc.constantFrom('hour', 'hour', 'day', 'week', 'month'),
        offMs: fc.integer({ min: -20 * MINUTE, max: 3 * MINUTE }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: kind('caps'), scope: fc.nat(7), caps }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: kind('parts'),
        agent: fc.nat(1),
        part: fc.constantFrom('models', 'conversation'),
        caps,
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: kind('group'), agent: fc.nat(1), isIn: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('group-caps'), caps }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: kind('expire'),
        key: fc.constantFrom(1, 2),
        inMs: fc.integer({ min: 0, max: DAY }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: kind('revoke'), key: fc.constantFrom(1, 2) }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('restart') }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('crash') }) },
  );

const scenarioWith = (kinds: 'any' | 'calendar' | 'rolling'): fc.Arbitrary<Scenario> => {
  const capsOf = (least: number): fc.Arbitrary<readonly Cap[]> =>
    fc.uniqueArray(capOf(kinds), {
      minLength: least,
      maxLength: 3,
      selector: ({ window, rolling }) => `${window} ${String(rolling)}`,
    });
  const some = fc.oneof(fc.constant([]), capsOf(0));
  return fc
    .record({
      moment: fc.constantFrom(...MOMENTS),
      wide: fc.tuple(some, some, some, some, some),
      keys: fc.tuple(capsOf(1), capsOf(1), capsOf(1)),
      steps: fc.array(stepWith(capsOf(0)), { minLength: 20, maxLength: 60, size: 'max' }),
    })
    .map(({ moment: [timeZone, start], wide, keys, steps }) => ({
      timeZone,
      start: Date.parse(start),
      caps: [...wide, ...keys],
      steps,
    }));
};

export const scenarios: fc.Arbitrary<Scenario> = fc.oneof(
  scenarioWith('any'),
  scenarioWith('calendar'),
  scenarioWith('rolling'),
);
