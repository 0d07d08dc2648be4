import type { Cap } from '../../../../shared/cap.ts';

type Window = Pick<Cap, 'window' | 'rolling'>;

const EACH = { hour: 'an hour', day: 'a day', week: 'a week', month: 'a month', total: 'in total' };
const IN_ANY = {
  hour: 'in any hour',
  day: 'in any 24 hours',
  week: 'in any 7 days',
  month: 'in any 30 days',
  total: 'in total',
};
const NOW = { hour: 'this hour', day: 'today', week: 'this week', month: 'this month', total: 'in total' };
const IN_LAST = {
  hour: 'in the last hour',
  day: 'in the last 24 hours',
  week: 'in the last 7 days',
  month: 'in the last 30 days',
  total: 'in total',
};

/** `a day`, `in any 24 hours`: what a cap is for. */
const per = ({ window, rolling }: Window): string => (rolling ? IN_ANY : EACH)[window];

/**
 * `today`, `in the last 24 hours`: which window is meant, after what was spent in it. Other features' sentences end so,
 * too.
 */
export const during = ({ window, rolling }: Window): string => (rolling ? IN_LAST : NOW)[window];

/** Caps: how they are told, typed and raised. */
export const caps = {
  cap: (amount: string, cap: Window & Pick<Cap, 'hold'>) => `${amount} ${per(cap)}${cap.hold ? ' (held in full)' : ''}`,
  used: (spent: string, amount: string, window: Window) => `${spent} of ${amount} ${during(window)}`,
  usedBy: (whose: string, used: string) => `${whose}: ${used}`,
  left: (amount: string) => `${amount} left`,
  held: (amount: string) => `${amount} held by running requests`,
  raisedToday: (amount: string) => `raised by ${amount} for today`,
  requestsInFull: 'requests held in full',
  rolling: 'rolling',
  neverResets: 'never resets',
  /** Facts about a cap, one after the other. */
  facts: (facts: readonly string[]) => facts.join(', '),

  rows: (caps: number) => (caps === 1 ? 'Cap' : 'Caps'),
  amount: (nth: number) => (nth === 1 ? 'Cap in dollars' : `Cap ${nth} in dollars`),
  window: (nth: number) => (nth === 1 ? 'Window of cap' : `Window of cap ${nth}`),
  remove: (nth: number) => (nth === 1 ? 'Remove cap' : `Remove cap ${nth}`),
  rollingWindows: 'Rolling',
  choice: per,
  add: (caps: number) => (caps === 0 ? 'Add a cap' : 'Add another cap'),
  holdInFull: 'Hold every request in full',
  holdInFullMeans: 'Sets aside the most that each request can cost. Strict, but fewer run at once.',
  noAmount: 'Enter an amount above $0, such as 5 or 0.25.',
  twice: (window: Window) =>
    `There are two caps ${per(window)}. Keep the lower one, or choose another window for one of them.`,
  none: 'Set at least one cap, such as 5 dollars a day.',

  raise: (cap: string, extra: string) => `Raise ${cap} by ${extra} for today`,
  raised: (amount: string) => `Raised to ${amount} until midnight.`,
};
