/** Lowering an output limit below this makes answers that help nobody; then the cap refuses instead. */
export const SMALLEST_USEFUL_OUTPUT = 256;
/** An answer of this length is not cut short in practice; below it, waiting for held money is better. */
export const COMFORTABLE_OUTPUT = 16_384;

/** Output tokens, for one choice or summed over several, always all in the same way. */
export interface HoldWish {
  /** What the request asks for, or the most its model can write. */
  readonly wanted: number;
  /** The least that makes sense for it. */
  readonly floor: number;
  /** What the caps can pay now, on top of the input. */
  readonly fitsNow: number;
  /** What they could pay if every running request settled at nothing: more than this will never come. */
  readonly fitsIdle: number;
  /** Nobody will wait any longer. */
  readonly lastChance: boolean;
}

export type HoldPlan = { readonly kind: 'hold'; readonly output: number; readonly lowered: boolean } | { readonly kind: 'wait' } | { readonly kind: 'refuse' };

/**
 * What to do with a request: hold its worst case, hold less and lower its limit, wait until running requests give
 * back what they do not use, or refuse. What fits is never refused.
 */
export function planHold({ wanted, floor, fitsNow, fitsIdle, lastChance }: HoldWish): HoldPlan {
  const best = Math.min(wanted, fitsIdle);
  if (best < floor) return { kind: 'refuse' };
  const enough = lastChance ? floor : Math.min(best, Math.max(floor, COMFORTABLE_OUTPUT));
  if (fitsNow < enough) return { kind: lastChance ? 'refuse' : 'wait' };
  const output = Math.min(wanted, fitsNow);
  return { kind: 'hold', output, lowered: output < wanted };
}
