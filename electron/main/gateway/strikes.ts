/** How many crashes within how many milliseconds are too many. */
export interface StrikeRule {
  readonly limit: number;
  readonly windowMs: number;
}

/**
 * Three crashes a minute is a fault that restarting does not cure; one a day is worth a restart.
 */
export const GATEWAY_STRIKES: StrikeRule = { limit: 3, windowMs: 60_000 };

/**
 * Adds a crash at `now` (milliseconds) to the earlier ones and drops those that left the window.
 * @returns the strikes to remember, and whether they are too many to try again.
 */
export function strike(
  earlier: readonly number[],
  now: number,
  rule: StrikeRule,
): { readonly strikes: readonly number[]; readonly out: boolean } {
  const strikes = [...earlier.filter((at) => now - at < rule.windowMs), now];
  return { strikes, out: strikes.length >= rule.limit };
}
