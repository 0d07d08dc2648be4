import { calcPrice } from '@pydantic/genai-prices';
import type { ModelPrice as Rates } from '@pydantic/genai-prices';
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
  /** Most tokens of output that this money buys on top of so much input. 0 when not even the input fits. */
  outputFor(inputBound: Omit<TokenBound, 'output'>, money: Nanodollars): number;
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

/** No request costs a million dollars: a provider that says so must not break the sums of the others. */
const MOST_COST = 1_000_000_000_000_000n;
const MOST_MONEY = BigInt(Number.MAX_SAFE_INTEGER);
/** What the header `anthropic-beta: context-1m-...` opens. */
const LARGER_WINDOW = 1_000_000;
const MILLION = 1_000_000n;

/** Finds a model's price. @returns undefined when nobody knows it: an unknown model is never $0. */
export function findPrice({ provider, model, at, overrides }: PriceQuery): ModelPrice | undefined {
  const own = overrides.find((override) => override.model === model);
  const found = own ? { rates: ratesOf(own), contextWindow: undefined } : lookUp(provider, model, at);
  if (!found) return undefined;
  const { rates, contextWindow } = found;
  const has = (key: string): boolean => rates[key] !== undefined;
  if (!has('input_mtok') || !has('output_mtok')) return undefined;

  /** In millionths of a nano-dollar, so that nothing is rounded before the end. */
  const sum = ({ input, cacheRead, cacheWrite, cacheWriteHour, output }: TokenUsage): bigint => {
    const reads = has('cache_read_mtok') ? cacheRead : 0;
    const writes = has('cache_write_mtok') ? cacheWrite : 0;
    const hours = has('cache_write_1h_mtok') ? Math.min(cacheWriteHour, writes) : 0;
    const parts: readonly (readonly [key: string, tokens: number])[] = [
      ['input_mtok', Math.max(0, input - reads - writes)],
      ['cache_read_mtok', reads],
      ['cache_write_mtok', writes - hours],
      ['cache_write_1h_mtok', hours],
      ['output_mtok', output],
    ];
    return parts.reduce((total, [key, tokens]) => (tokens === 0 ? total : total + BigInt(tokens) * perMillion(rates[key], input)), 0n);
  };
  /** The dearest way in which so much input can be cached or written, with so much output. */
  const worst = ({ input, output, cacheWrites = 'hour' }: TokenBound): bigint => {
    const plain: TokenUsage = { input, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output };
    const splits = [
      plain,
      { ...plain, cacheRead: input },
      ...(cacheWrites === 'none' ? [] : [{ ...plain, cacheWrite: input }]),
      ...(cacheWrites === 'hour' ? [{ ...plain, cacheWrite: input, cacheWriteHour: input }] : []),
    ];
    return splits.map(sum).reduce((most, next) => (next > most ? next : most));
  };
  return {
    contextWindow: contextWindow === undefined ? undefined : roundWindow(contextWindow),
    rates: JSON.stringify(rates),
    costOf: (usage) => roundUp(sum(usage), MOST_COST),
    worstCost: (bound) => roundUp(worst(bound), MOST_MONEY),
    outputFor(inputBound, money) {
      const rest = BigInt(money) * MILLION - worst({ ...inputBound, output: 0 });
      const rate = perMillion(rates['output_mtok'], inputBound.input);
      if (rest < 0n) return 0;
      const tokens = rate === 0n ? MOST_MONEY : rest / rate;
      return Number(tokens > MOST_MONEY ? MOST_MONEY : tokens);
    },
  };
}

/** Tokens of output that `money` buys on top of the input bound. @returns 0 when not even the input fits. */
export function outputThatFits(price: ModelPrice, inputBound: Omit<TokenBound, 'output'>, money: Nanodollars): number {
  return price.outputFor(inputBound, money);
}

interface Found {
  readonly rates: Rates;
  readonly contextWindow: number | undefined;
}

function lookUp(providerId: string, model: string, at: number): Found | undefined {
  const found = calcPrice({ input_tokens: 0, output_tokens: 0 }, model, { providerId, timestamp: new Date(at) });
  if (!found) return undefined;
  const rates = found.model_price;
  const window = found.model.context_window;
  // A tier that begins at the window or above tells of a larger one that a header can ask for.
  const exceeded = Object.values(rates).some((rate) => typeof rate === 'object' && rate.tiers.some((tier) => tier.start >= (window ?? Infinity)));
  return { rates, contextWindow: exceeded ? LARGER_WINDOW : window };
}

/** Price books round: 1,047,576 is written 1,000,000. The next power of two is never below the truth. */
function roundWindow(tokens: number): number {
  return 2 ** Math.ceil(Math.log2(tokens));
}

/** The rate that applies to a request with this much input, in nano-dollars: the price book has doubles of at most nine decimals. */
function perMillion(rate: Rates[string], input: number): bigint {
  const reached = typeof rate === 'object' ? rate.tiers.filter((tier) => input > tier.start).toSorted((left, right) => right.start - left.start)[0] : undefined;
  const usd = reached?.price ?? (typeof rate === 'object' ? rate.base : (rate ?? 0));
  return BigInt(Math.round(usd * 1e9));
}

function roundUp(sum: bigint, most: bigint): Nanodollars {
  const amount = (sum + MILLION - 1n) / MILLION;
  return nanodollarsOf(Number(amount > most ? most : amount));
}

function ratesOf(own: PriceOverride): Rates {
  const usd = (amount: Nanodollars): number => amount / 1e9;
  return {
    input_mtok: usd(own.input),
    output_mtok: usd(own.output),
    ...(own.cacheRead === null ? {} : { cache_read_mtok: usd(own.cacheRead) }),
    ...(own.cacheWrite === null ? {} : { cache_write_mtok: usd(own.cacheWrite) }),
  };
}
