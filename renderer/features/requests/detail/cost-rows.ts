import type { RequestDetail } from '../../../../shared/contract/usage-views.ts';
import { addMoney, nanodollarsOf, subtractMoney, ZERO } from '../../../../shared/money.ts';
import type { Nanodollars } from '../../../../shared/money.ts';

/** One line of a bill. */
export interface CostRow {
  readonly part: string;
  /** Tokens, or units of its own; undefined for a fee on something else. */
  readonly amount: number | undefined;
  /** In nano-dollars per million tokens; undefined where none is known, and for units. */
  readonly rate: Nanodollars | undefined;
  readonly cost: Nanodollars | undefined;
}

/** A request as a bill: its lines, what they leave to the cost that was booked, and that cost. */
export interface Bill {
  readonly rows: readonly CostRow[];
  /** A discount or a surcharge, or an amount that was found in another way; zero where the lines are all there is. */
  readonly difference: Nanodollars;
  readonly booked: Nanodollars;
}

/** Lines are rounded up one by one: so much less in the sum is no difference. In nano-dollars. */
const ROUNDING = 20;

/** The parts of a request's usage with their rates and dollars. Parts that nothing was used of are left out. */
export function billOf({ usage, rates, costs, request }: RequestDetail): Bill {
  const costOf = (part: string): Nanodollars | undefined => costs.find((one) => one.part === part)?.nanodollars;
  const tokens = usage
    .filter((one) => one.tokens > 0)
    .map(({ part, tokens: amount }) => ({ part, amount, rate: rateOf(rates, part), cost: costOf(part) ?? ZERO }));
  const known = new Set(usage.map(({ part }) => part));
  const units = costs
    .filter(({ part }) => !known.has(part))
    .map(({ part, nanodollars }) => ({
      part,
      amount: request.usageParts[part],
      rate: undefined,
      cost: nanodollars,
    }));
  const shares = Object.entries(request.usageParts)
    .filter(([part]) => costOf(part) === undefined)
    .map(([part, amount]) => ({ part, amount, rate: undefined, cost: undefined }));
  const difference = subtractMoney(request.cost, addMoney(ZERO, ...costs.map(({ nanodollars }) => nanodollars)));
  return {
    rows: [...tokens, ...shares, ...units],
    difference: Math.abs(difference) <= ROUNDING ? nanodollarsOf(0) : difference,
    booked: request.cost,
  };
}

/** The rate of a part. A cache without a rate of its own is read and written at the rate of input. */
function rateOf(rates: RequestDetail['rates'], part: string): Nanodollars | undefined {
  const rate =
    rates.find((one) => one.part === part) ??
    (part.startsWith('cache') ? rates.find((one) => one.part === 'input') : undefined);
  return rate?.nanodollars;
}
