import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';

/** The loss that the README tells of, as an example. */
export const EXAMPLE_LOSS = nanodollarsOf(15_400 * 1e9);

/** Whole hours until an amount is lost, at a pace; at least one. */
export function hoursUntil(loss: Nanodollars, perHour: Nanodollars): number {
  return Math.max(1, Math.round(loss / Math.max(1, perHour)));
}
