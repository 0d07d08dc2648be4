import type { StreamMeter } from '../dialects/dialect.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { TokenBound } from '../domain/usage.ts';
import type { Tab } from './tab.ts';

/**
 * What a request has used at most by what its stream has shown: of one with hosted tools, so many rounds as were seen
 * and one more that may have been begun. Each reads what was written before.
 * @param output tokens that can have been made by then @param more calls that may have been begun since
 */
export function boundSoFar({ bound }: Pick<Tab, 'bound'>, meter: StreamMeter | undefined, { more, output }: { readonly more: number; readonly output: number }): TokenBound {
  const written = { ...bound, output: Math.min(output, bound.output) };
  return { ...(meter?.boundSoFar?.(written, more) ?? written), output: written.output };
}

/** What is held for passes by other models. */
export function besideOf({ price }: Pick<Tab, 'price'>): Nanodollars {
  return price.worstCost({ input: 0, output: 0, cacheWrites: 'none' });
}

/**
 * The most that a request can cost that has made so much output by what its stream has shown: its input as the provider has
 * reported it, where it has, else at its bound.
 */
export function mostCost(tab: Pick<Tab, 'bound' | 'price'>, meter: StreamMeter | undefined, output: number): Nanodollars {
  const bound = boundSoFar(tab, meter, { more: 1, output });
  const reported = meter?.inputSoFar();
  if (!reported) return tab.price.worstCost(bound);
  const { input } = reported;
  const read = tab.price.costOf({ ...reported, output: 0, parts: { requests: 1, ...reported.parts } });
  // Passes by other models stand in both, and are on top of what was reported.
  // The rest at the rates of a request that has read so much.
  const rest = tab.price.worstCost({ ...bound, input }) - tab.price.worstCost({ ...bound, input, output: 0, extras: {} }) + besideOf(tab);
  return nanodollarsOf(Math.min(read + rest, Math.max(read, tab.price.worstCost(bound))));
}
