import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { planOutput } from '../../domain/caps/plan-hold.ts';
import type { Ask } from '../../dialects/dialect.ts';
import type { Bounded } from './bounded.ts';

/**
 * One plain request with hosted tools may be held for at most this part of what the whole cap could pay, unless it
 * cannot do with less.
 */
const FAIR_SHARE = 4;
/** The input is counted properly when its cheap bound takes more than this part of what is left. */
const WORTH_COUNTING = 10;
/**
 * The limit for a request that sets none, to a model of unknown maximum: most models accept it, and few answers are
 * longer.
 */
export const LIMIT_OF_UNKNOWN = 32_000;

/** The allowed output of a request, and the limit to set for it. */
export interface MoneyPlan {
  readonly output: number;
  /** The limit to set, per answer; undefined when the request's own limit stays. */
  readonly limit: number | undefined;
  /** True if a cap made that necessary. */
  readonly lowered: boolean;
}

/**
 * @param idle what the whole cap could pay if nothing else ran
 * @returns undefined when that is less than the least useful; `dear` for a form that could take most of the money and
 * leave much to guess when it breaks off, or that only a stop would limit, if another form costs less
 */
export function planMoney(
  { request: { ask }, price, under, read, wanted: most, mustLimit, floor, rolling, limits }: Bounded,
  idle: number,
): MoneyPlan | 'dear' | undefined {
  if (!rolling && hasOtherForm(ask) && isDear(ask, price.worstCost({ ...read, output: floor }), idle)) return 'dear';
  const money = Math.min(idle, ...under.map(({ policy }) => policy.maxCost ?? Infinity));
  const affordable = money === Infinity ? Infinity : price.outputFor(read, nanodollarsOf(money));
  const wanted = most === Infinity ? LIMIT_OF_UNKNOWN * ask.choices : most;
  const plan = planOutput({ wanted, floor, affordable: ask.fixedOutput && affordable < wanted ? -1 : affordable });
  if (!plan) return undefined;
  if (!plan.lowered && !mustLimit && wanted === most) return { ...plan, limit: undefined };
  // If answer and input share one window, a limit that leaves no room for the input would be refused.
  const room = Math.max(floor, (limits.context ?? Infinity) - read.input);
  const limit = Math.floor(Math.min(plan.output, room) / ask.choices);
  return { output: limit * ask.choices, limit, lowered: plan.lowered };
}

function isDear({ mustBeStopped }: Ask, least: Nanodollars, idle: number): boolean {
  return mustBeStopped === true || (idle < Infinity && least > idle / FAIR_SHARE);
}

/** There is one that is no stream's alone. */
function hasOtherForm({ cheaper }: Ask): boolean {
  return cheaper !== undefined && !cheaper.watched;
}

/**
 * True if a better bound of the input is worth the milliseconds: the cheap one takes a good part of what is left, or
 * cuts the answer short.
 */
export function isWorthCounting({ price, read }: Bounded, plan: MoneyPlan | undefined, left: Nanodollars): boolean {
  return !price.free && (!plan || plan.lowered || price.worstCost({ ...read, output: 0 }) > left / WORTH_COUNTING);
}

/** The amount to hold at first. */
export function firstCost({ rolling, price, read }: Bounded, { output }: MoneyPlan): Nanodollars {
  const bound = { ...read, output };
  return rolling ? rolling.firstCost(bound) : price.worstCost(bound);
}
