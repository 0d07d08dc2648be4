import type { StreamMeter } from '../../dialects/dialect.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { worstOfPasses } from '../../domain/price/pass-prices.ts';
import { boundContainerTime } from '../../domain/stream/container-time.ts';
import type { TokenBound } from '../../domain/usage.ts';
import type { HeldRequest } from './held-request.ts';

/**
 * The most that a request has used, judging by what its stream has shown. With hosted tools, that is the number of
 * rounds seen, and one more that may have begun. Each reads what was written before.
 * @param output tokens that can have been made by then
 * @param more calls that may have begun since
 */
export function boundSoFar(
  { bound, watch }: Pick<HeldRequest, 'bound'> & Partial<Pick<HeldRequest, 'watch'>>,
  meter: StreamMeter | undefined,
  { more, output }: { readonly more: number; readonly output: number },
): TokenBound {
  const written = { ...bound, output: Math.min(output, bound.output) };
  const found = { ...(meter?.boundSoFar?.(written, more) ?? written), output: written.output };
  return boundContainerTime(found, (watch?.sight(performance.now()).elapsedMs ?? 0) + AHEAD_MS);
}

/** Held for the time until the next look, in milliseconds. */
const AHEAD_MS = 2_000;

/**
 * The cost of passes by other models: all of them, or those that may have begun, judging by what the stream has shown.
 */
export function besideOf(
  { price, priceOf }: Pick<HeldRequest, 'price' | 'priceOf'>,
  meter: StreamMeter | undefined,
): Nanodollars {
  const whole = wholeBeside(price);
  const begun = whole === 0 ? undefined : meter?.othersSoFar?.(1);
  const cost = begun && worstOfPasses(begun, priceOf);
  // More than the whole where hosted tools have begun more passes than were held.
  return typeof cost === 'number' ? cost : whole;
}

function wholeBeside(price: HeldRequest['price']): Nanodollars {
  return price.worstCost({ input: 0, output: 0, cacheWrites: 'none' });
}

/**
 * The most that a request can cost that has made this much output, judging by what its stream has shown: its input
 * counts as the provider reported it, else at its bound.
 */
export function mostCost(
  heldRequest: Pick<HeldRequest, 'bound' | 'price' | 'priceOf'> & Partial<Pick<HeldRequest, 'watch'>>,
  meter: StreamMeter | undefined,
  output: number,
): Nanodollars {
  const bound = boundSoFar(heldRequest, meter, { more: 1, output });
  const reported = meter?.inputSoFar();
  const beside = besideOf(heldRequest, meter);
  const whole = nanodollarsOf(heldRequest.price.worstCost(bound) - wholeBeside(heldRequest.price) + beside);
  if (!reported) return whole;
  const { input } = reported;
  const read = heldRequest.price.costOf({ ...reported, output: 0, parts: { requests: 1, ...reported.parts } });
  // Passes by other models are in both sums, and come on top of what was reported. The rest counts at the rates of a
  // request with this much input.
  const rest =
    heldRequest.price.worstCost({ ...bound, input }) -
    heldRequest.price.worstCost({ ...bound, input, output: 0, extras: {} }) +
    beside;
  return nanodollarsOf(Math.min(read + rest, Math.max(read, whole)));
}
