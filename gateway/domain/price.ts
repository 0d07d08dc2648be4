import { calcPrice } from '@pydantic/genai-prices';
import type { Nanodollars } from '../../shared/money.ts';
import { findUnpriced, roundUp, SCALE, sumUsage, sumWorst, worstOutputRate } from './rates.ts';
import type { Rates } from './rates.ts';
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
  /** True cost of what was used, rounded up to the next nano-dollar; what the provider itself says it charged where it does. */
  costOf(usage: TokenUsage): Nanodollars;
  /** The most that so much can cost, whatever part of the input is cached or written to a cache. */
  worstCost(bound: TokenBound): Nanodollars;
  /** Most tokens of output that this money buys on top of so much input. -1 when not even the input fits. */
  outputFor(inputBound: Omit<TokenBound, 'output'>, money: Nanodollars): number;
  /** What of this has no price, in a word: it must not pass for free. */
  findUnpriced(bound: TokenBound): string | undefined;
  /** It costs nothing, whatever is used: a model on this machine. */
  readonly free: boolean;
  /** Largest number of tokens the model reads and writes in one request, where known. */
  readonly contextWindow: number | undefined;
  /** The rates as the price book gives them, kept with every settled row. */
  readonly rates: string;
}

/** Where the prices of a provider come from. */
export interface PriceSource {
  /** The provider's id in `@pydantic/genai-prices`; undefined where only the person's own prices count. */
  readonly id: string | undefined;
  /** Its models run on this machine and cost nothing. */
  readonly free?: boolean;
  /** Rates of what is billed on top of tokens, in USD, where the library has none. */
  readonly extraRates?: Readonly<Record<string, number>>;
  /** Price of a service tier, in percent of the ordinary one. @returns undefined for a tier that is not known */
  readonly tierPercent?: (tier: string, model: string) => number | undefined;
}

interface PriceQuery {
  readonly source: PriceSource;
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

/** Finds a model's price. @returns undefined when nobody knows it: an unknown model is never $0. */
export function findPrice({ source, model, at, overrides }: PriceQuery): ModelPrice | undefined {
  const own = overrides.find((override) => override.model === model);
  const found = own ? { rates: ratesOf(own), contextWindow: undefined } : source.free ? FREE : lookUp(source.id, model, at);
  if (!found) return undefined;
  const rates: Rates = { ...source.extraRates, ...found.rates };
  const percentOf = (tier: string | undefined): number => (tier === undefined ? undefined : source.tierPercent?.(tier, model)) ?? 100;
  /** A tier that was asked for may be served as the ordinary one. */
  const worstPercent = (tier: string | undefined): number => Math.max(100, percentOf(tier));
  return {
    free: found === FREE,
    contextWindow: found.contextWindow === undefined ? undefined : roundWindow(found.contextWindow),
    rates: JSON.stringify(rates),
    costOf: (usage) => usage.reportedCost ?? roundUp(sumUsage(rates, usage), percentOf(usage.tier), MOST_COST),
    worstCost: (bound) => roundUp(sumWorst(rates, bound), worstPercent(bound.tier), MOST_MONEY),
    outputFor(inputBound, money) {
      const percent = BigInt(worstPercent(inputBound.tier));
      const rest = BigInt(money) * SCALE * 100n - sumWorst(rates, { ...inputBound, output: 0 }) * percent;
      const rate = worstOutputRate(rates, inputBound) * percent;
      if (rest < 0n) return -1;
      const tokens = rate === 0n ? MOST_MONEY : rest / rate;
      return Number(tokens > MOST_MONEY ? MOST_MONEY : tokens);
    },
    findUnpriced: (bound) => (found === FREE ? undefined : findUnpriced(rates, bound)),
  };
}

interface Found {
  readonly rates: Rates;
  readonly contextWindow: number | undefined;
}

const FREE: Found = { rates: {}, contextWindow: undefined };

function lookUp(providerId: string | undefined, model: string, at: number): Found | undefined {
  if (providerId === undefined) return undefined;
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

function ratesOf(own: PriceOverride): Rates {
  const usd = (amount: Nanodollars): number => amount / 1e9;
  return {
    input_mtok: usd(own.input),
    output_mtok: usd(own.output),
    ...(own.cacheRead === null ? {} : { cache_read_mtok: usd(own.cacheRead) }),
    ...(own.cacheWrite === null ? {} : { cache_write_mtok: usd(own.cacheWrite) }),
  };
}
