import type { StreamMeter } from '../../dialects/dialect.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { worstOfPasses } from '../../domain/price/pass-prices.ts';
import type { TokenBound } from '../../domain/usage.ts';
import type { HeldRequest } from './held-request.ts';

/**
 * What a request has used at most by what its stream has shown: of one with hosted tools, so many rounds as were seen
 * and one more that may have been begun. Each reads what was written before.
 * @param output tokens that can have been made by then @param more calls that may have been begun since
 */
export function boundSoFar(
  { bound }: Pick<HeldRequest, 'bound'>,
  meter: StreamMeter | undefined,
  { more, output }: { readonly more: number; readonly output: number },
): TokenBound {
  const written = { ...bound, output: Math.min(output, bound.output) };
  return { ...(meter?.boundSoFar?.(written, more) ?? written), output: written.output };
}

/**
 * What passes by other models can cost: all of them, or those that may have been begun by what the stream has shown.
 */
export function besideOf(
  { price, priceOf }: Pick<HeldRequest, 'price' | 'priceOf'>,
  meter: StreamMeter | undefined,
): Nanodollars {
  const whole = wholeBeside(price);
  const begun = whole === 0 ? undefined : meter?.othersSoFar?.(1);
  const cost = begun && worstOfPasses(begun, priceOf);
  return typeof cost === 'number' ? nanodollarsOf(Math.min(cost, whole)) : whole;
}

function wholeBeside(price: HeldRequest['price']): Nanodollars {
  return price.worstCost({ input: 0, output: 0, cacheWrites: 'none' });
}

/**
 * The most that a request can cost that has made so much output by what its stream has shown: its input as the provider
 * has reported it, where it has, else at its bound.
 */
export function mostCost(
  heldRequest: Pick<HeldRequest, 'bound' | 'price' | 'priceOf'>,
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
  // Passes by other models stand in both, and are on top of what was reported.
  // The rest at the rates of a request that has read so much.
  const rest =
    heldRequest.price.worstCost({ ...bound, input }) -
    heldRequest.price.worstCost({ ...bound, input, output: 0, extras: {} }) +
    beside;
  return nanodollarsOf(Math.min(read + rest, Math.max(read, whole)));
}
