import type { CapView } from './contract/views.ts';

/** How near a cap is to its end. */
export type CapLevel = 'calm' | 'high' | 'full';

const HIGH = 0.8;
const FULL = 0.95;

/**
 * By settled spend alone, so that a running request does not make it flicker. A cap is hardly ever used to the last
 * cent, because the request that would pass it is refused: the last twentieth counts as full.
 */
export function capLevel(cap: Pick<CapView, 'amount' | 'spent'>): CapLevel {
  const share = cap.spent / cap.amount;
  return share >= FULL ? 'full' : share >= HIGH ? 'high' : 'calm';
}
