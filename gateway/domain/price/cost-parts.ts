import type { Nanodollars } from '../../../shared/money.ts';
import { EXTRAS } from '../usage.ts';
import type { TokenUsage } from '../usage.ts';
import { roundUp, sumByPart, sumExtras } from './rates.ts';
import type { Rates } from './rates.ts';

/** What a part of a usage comes to. */
export interface CostPart {
  /** `input`, `cache_read`, `cache_write`, `output`, `routing`, or the name of a unit, such as `webSearches`. */
  readonly part: string;
  readonly nanodollars: Nanodollars;
}

const PERCENT_OF_PERCENT = 10_000n;
const MOST_COST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Splits a usage at its rates into the parts of a bill, each rounded up to the next nano-dollar; parts that cost
 * nothing are left out. A discount or surcharge of its tier or host is not in them.
 */
export function costParts(rates: Rates, usage: TokenUsage): CostPart[] {
  const { parts = {} } = usage;
  const units = EXTRAS.map((extra) => [extra, sumExtras(rates, { [extra]: parts[extra] ?? 0 })] as const);
  return [...sumByPart(rates, usage), ...units].flatMap(([part, sum]) =>
    sum > 0n ? [{ part, nanodollars: roundUp(sum * PERCENT_OF_PERCENT, MOST_COST) }] : [],
  );
}
