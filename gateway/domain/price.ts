import { calcPrice } from '@pydantic/genai-prices';
import type { Provider, Usage } from '@pydantic/genai-prices';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { TokenBound, TokenUsage } from './usage.ts';

/** The person's own price of one model, in nano-dollars per million tokens. Beats the price library. */
export interface PriceOverride {
  readonly model: string;
  readonly input: Nanodollars;
  readonly output: Nanodollars;
  readonly cacheRead: Nanodollars | null;
  readonly cacheWrite: Nanodollars | null;
}

/** The price of one model at one instant. */
export interface ModelPrice {
  /** True cost of what was used, rounded up to the next nano-dollar. */
  costOf(usage: TokenUsage): Nanodollars;
  /** The most that this many tokens can cost, whatever part of the input is cached or written to a cache. */
  worstCost(bound: TokenBound): Nanodollars;
  /** Largest number of tokens the model reads and writes in one request, where known. */
  readonly contextWindow: number | undefined;
  /** The rates as the price book gives them, kept with every settled row. */
  readonly rates: string;
}

interface PriceQuery {
  /** The provider's id in `@pydantic/genai-prices`. */
  readonly provider: string;
  readonly model: string;
  /** Epoch milliseconds: some prices depend on the date or the time of day. */
  readonly at: number;
  readonly overrides: readonly PriceOverride[];
}

/** Finds a model's price. @returns undefined when nobody knows it: an unknown model is never $0. */
export function findPrice({ provider, model, at, overrides }: PriceQuery): ModelPrice | undefined {
  const own = overrides.find((override) => override.model === model);
  const options = { ...(own ? { provider: providerOf(own) } : { providerId: provider }), timestamp: new Date(at) };
  const probe = calcPrice({ input_tokens: 0, output_tokens: 0 }, model, options);
  if (!probe) return undefined;
  const has = (rate: string): boolean => probe.model_price[rate] !== undefined;
  if (!has('input_mtok') || !has('output_mtok')) return undefined;

  const total = (usage: Usage): Nanodollars => {
    const result = calcPrice(usage, model, options);
    if (!result) throw new Error(`the price of ${model} vanished between two calls`);
    return fromUsdFloat(result.total_price);
  };
  return {
    contextWindow: probe.model.context_window,
    rates: JSON.stringify(probe.model_price),
    costOf: (usage) =>
      total({
        input_tokens: usage.input,
        output_tokens: usage.output,
        ...(has('cache_read_mtok') ? { cache_read_tokens: usage.cacheRead } : {}),
        ...(has('cache_write_mtok') ? { cache_write_tokens: usage.cacheWrite } : {}),
        ...(has('cache_write_1h_mtok') ? { cache_write_1h_tokens: usage.cacheWriteHour } : {}),
      }),
    worstCost({ input, output, cacheWrites = 'hour' }) {
      const plain: Usage = { input_tokens: input, output_tokens: output };
      const splits = [
        plain,
        ...(has('cache_write_mtok') && cacheWrites !== 'none' ? [{ ...plain, cache_write_tokens: input }] : []),
        ...(has('cache_write_1h_mtok') && cacheWrites === 'hour' ? [{ ...plain, cache_write_tokens: input, cache_write_1h_tokens: input }] : []),
      ];
      return nanodollarsOf(Math.max(...splits.map(total)));
    },
  };
}

/** Tokens of output that `money` buys on top of the input bound. @returns 0 when not even the input fits. */
export function outputThatFits(price: ModelPrice, inputBound: Omit<TokenBound, 'output'>, money: Nanodollars): number {
  const million = 1_000_000;
  const input = price.worstCost({ ...inputBound, output: 0 });
  const perMillion = price.worstCost({ ...inputBound, output: million }) - input;
  if (input > money) return 0;
  if (perMillion === 0) return Number.MAX_SAFE_INTEGER;
  let tokens = Math.floor(((money - input) / perMillion) * million);
  // Rounding up to whole nano-dollars can put the estimate one token over.
  while (tokens > 0 && price.worstCost({ ...inputBound, output: tokens }) > money) tokens -= 1;
  return tokens;
}

/**
 * The one place where a float becomes money: the price library computes in doubles. Its noise is below 1e-4
 * nano-dollars for any amount up to a million dollars, so a value that close to an integer is that integer.
 */
function fromUsdFloat(usd: number): Nanodollars {
  return nanodollarsOf(Math.ceil(usd * 1e9 - 1e-4));
}

function providerOf(own: PriceOverride): Provider {
  const perMillion = (amount: Nanodollars): number => amount / 1e9;
  return {
    id: 'own-prices',
    name: 'Own prices',
    api_pattern: '',
    models: [
      {
        id: own.model,
        match: { equals: own.model },
        prices: {
          input_mtok: perMillion(own.input),
          output_mtok: perMillion(own.output),
          ...(own.cacheRead === null ? {} : { cache_read_mtok: perMillion(own.cacheRead) }),
          ...(own.cacheWrite === null ? {} : { cache_write_mtok: perMillion(own.cacheWrite) }),
        },
      },
    ],
  };
}
