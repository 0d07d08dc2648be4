import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';

/** What is known of one day. */
interface DayFacts {
  /** All that the provider charged for it, without what it gave back. */
  readonly billed: Nanodollars;
  /** What Purser has of requests whose cost is exact. */
  readonly exact: Nanodollars;
  /** The costs of requests that are estimated or assumed. */
  readonly uncertain: readonly Nanodollars[];
}

/**
 * The costs that estimated and assumed requests can have had at most, given what the provider charged for the whole
 * day: each is lowered in proportion. The provider's figure holds everything that its account used, also past Purser,
 * so the sum of the day never falls below the bill. Nothing is ever raised: what is missing may be somebody else's.
 * @returns undefined where nothing can be lowered
 */
export function settleDay({ billed, exact, uncertain }: DayFacts): readonly Nanodollars[] | undefined {
  const held = uncertain.reduce<number>((sum, cost) => sum + cost, 0);
  const rest = billed - exact;
  // Nothing left for them means that something else counts too much: it would hide that.
  if (rest <= 0 || rest >= held) return undefined;
  // Rounded up: the sum may be a few nano-dollars above the bill, and never below it.
  return uncertain.map((cost) =>
    nanodollarsOf(Number((BigInt(cost) * BigInt(rest) + BigInt(held) - 1n) / BigInt(held))),
  );
}
