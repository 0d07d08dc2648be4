import type { ProviderName } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { dearest, lookUpPrice } from './look-up-price.ts';
import type { FoundPrice } from './look-up-price.ts';
import { builtInPrices } from './price-library.ts';
import type { PriceLibrary } from './price-library.ts';
import type { PriceOrigin, PriceSource } from './price-source.ts';
import {
  findUnpriced,
  hasAudioRate,
  roundUp,
  SCALE,
  sumExtras,
  sumTokens,
  sumWorstTokens,
  worstOutputRate,
} from './rates.ts';
import type { Rates } from './rates.ts';
import type { Extra, TokenBound, TokenUsage } from '../usage.ts';

export type { PriceOrigin, PriceSource } from './price-source.ts';

/** The person's own price of one model, in nano-dollars per million tokens. Beats the price library. */
export interface PriceOverride {
  readonly model: string;
  /** The one provider it is for; null: every provider that has a model of that name. */
  readonly provider: ProviderName | null;
  readonly input: Nanodollars;
  readonly output: Nanodollars;
  readonly cacheRead: Nanodollars | null;
  readonly cacheWrite: Nanodollars | null;
  /** Nobody knows the true one: it is the dearest of its provider, as a person has allowed it. */
  readonly assumed?: boolean;
}

/** The price of one model at one instant. */
export interface ModelPrice {
  /**
   * True cost of what was used, rounded up to the next nano-dollar; what the provider itself says it charged where it
   * is to be believed.
   */
  costOf(usage: TokenUsage): Nanodollars;
  /** The most that so much can cost, whatever part of the input is cached or written to a cache. */
  worstCost(bound: TokenBound): Nanodollars;
  /** Most tokens of output that this money buys on top of so much input. -1 when not even the input fits. */
  outputFor(inputBound: Omit<TokenBound, 'output'>, money: Nanodollars): number;
  /** False for a tier that costs less by nobody knows how much: then {@link costOf} is too high. */
  knowsTier(tier: string): boolean;
  /** What of this has no price, in a word: it must not pass for free. */
  findUnpriced(bound: TokenBound): string | undefined;
  /** What the provider itself says it charged is what it costs. */
  readonly believesCost: boolean;
  /** It costs nothing, whatever is used: a model on this machine. */
  readonly free: boolean;
  /** It stays the same whatever the date and the time of day. */
  readonly steady: boolean;
  readonly origin: PriceOrigin;
  /**
   * Published rates of text, in USD per million tokens, before any tier by length; undefined for the person's own
   * price.
   */
  readonly listed: ListedPrice | undefined;
  /** Largest number of tokens the model reads and writes in one request, where known. */
  readonly contextWindow: number | undefined;
  /** What tokens cost at the host that was named, in percent of these rates. */
  readonly hostPercent: number;
  /** It is the dearest of several that may apply: what it makes of the provider's figures is no exact cost. */
  readonly approximate: boolean;
  /** The rates as the price book gives them, kept with every settled row. */
  readonly rates: string;
}

export interface ListedPrice {
  readonly input: number | undefined;
  readonly output: number | undefined;
}

interface PriceQuery {
  readonly source: PriceSource;
  /** The name it has here: a price of one's own may be for it alone. Left out: for none. */
  readonly provider?: ProviderName;
  readonly model: string;
  /** Where requests go, as in the base URL; left out: where everybody's do. */
  readonly host?: string | undefined;
  /** Epoch milliseconds: some prices depend on the date or the time of day. */
  readonly at: number;
  readonly overrides: readonly PriceOverride[];
  /** Left out: the built-in one. */
  readonly library?: PriceLibrary;
}

/** No request costs a million dollars: a provider that says so must not break the sums of the others. */
const MOST_COST = 1_000_000_000_000_000n;
const MOST_MONEY = BigInt(Number.MAX_SAFE_INTEGER);

/** Tiers that cost what no tier costs. */
const ORDINARY_TIERS: readonly string[] = ['auto', 'default', 'standard', 'standard_only', 'on_demand', 'scale'];
/**
 * Tiers that cost less: how much less, a provider's record says or nobody knows. What is called anything else has no
 * price at all.
 */
const CHEAPER_TIERS: readonly string[] = ['flex', 'batch'];
/**
 * Rates are in USD per million tokens; a tier is in percent of them, and a host of that. What is billed on top costs
 * the same in every tier and at every host.
 */
const ORDINARY = 100n;
const PERCENT_OF_PERCENT = ORDINARY * ORDINARY;

const LONGEST_NAME = 200;

/** Finds a model's price. @returns undefined when nobody knows it: an unknown model is never $0 */
export function findPrice({
  source,
  provider,
  model,
  host,
  at,
  overrides,
  library = builtInPrices,
}: PriceQuery): ModelPrice | undefined {
  // A price book matches names by patterns, and no model has a name like that.
  if (model.length > LONGEST_NAME) return undefined;
  const mine = overrides.filter((override) => override.model === model);
  const own =
    mine.find((override) => override.provider !== null && override.provider === provider) ??
    mine.find((override) => override.provider === null);
  const found: FoundPrice | undefined = own
    ? { rates: ratesOf(own), contextWindow: undefined, origin: own.assumed === true ? 'assumed' : 'own', steady: true }
    : source.free
      ? FREE
      : lookUpPrice(library, source, model, at);
  if (!found) return undefined;
  const rates: Rates = { ...source.extraRates, ...found.rates };
  // Held at the dearest price that may apply by the time it ends.
  const worstRates: Rates =
    source.pricedAtEnd && !own
      ? { ...source.extraRates, ...dearestAhead(library, source, model, at, found.rates) }
      : rates;
  const tierPercent = (tier: string | undefined): number | undefined =>
    tier === undefined ? undefined : source.tierPercent?.(tier, model);
  const knowsTier = (tier: string): boolean =>
    found === FREE || ORDINARY_TIERS.includes(tier) || tierPercent(tier) !== undefined;
  // A price of one's own is what is paid there.
  const hostPercent = host === undefined || own ? ORDINARY : BigInt(source.hostPercent?.(host, model) ?? 100);
  const percentOf = (tier: string | undefined): bigint => BigInt(tierPercent(tier) ?? 100) * hostPercent;
  /** A tier that was asked for may be served as the ordinary one. */
  const worstPercent = (tier: string | undefined): bigint =>
    percentOf(tier) > percentOf(undefined) ? percentOf(tier) : percentOf(undefined);
  const longEnough = (parts: Partial<Readonly<Record<Extra, number>>>): typeof parts => {
    const { audioSeconds = 0 } = parts;
    return audioSeconds > 0 ? { ...parts, audioSeconds: Math.max(audioSeconds, source.leastAudioSeconds ?? 0) } : parts;
  };
  const worst = (bound: TokenBound): bigint =>
    sumWorstTokens(worstRates, bound) * worstPercent(bound.tier) +
    sumExtras(worstRates, longEnough(bound.extras ?? {})) * PERCENT_OF_PERCENT;
  return {
    free: found === FREE,
    steady: found.steady,
    knowsTier,
    origin: found.origin,
    listed: own ? undefined : { input: baseOf(rates['input_mtok']), output: baseOf(rates['output_mtok']) },
    believesCost: source.reportsCost === true && own === undefined,
    contextWindow: found.contextWindow === undefined ? undefined : roundWindow(found.contextWindow),
    hostPercent: Number(hostPercent),
    approximate:
      found.origin === 'assumed' ||
      found.assumed === true ||
      (source.hostPercentIsMost === true && hostPercent > ORDINARY),
    rates: JSON.stringify(rates),
    costOf(usage) {
      if (source.reportsCost && own === undefined && usage.reportedCost !== undefined) return usage.reportedCost;
      return roundUp(
        sumTokens(rates, usage) * percentOf(usage.tier) +
          sumExtras(rates, longEnough(usage.parts ?? {})) * PERCENT_OF_PERCENT,
        MOST_COST,
      );
    },
    worstCost: (bound) => roundUp(worst(bound), MOST_MONEY),
    outputFor(inputBound, money) {
      const rest = BigInt(money) * SCALE * PERCENT_OF_PERCENT - worst({ ...inputBound, output: 0 });
      const rate = worstOutputRate(worstRates, inputBound) * worstPercent(inputBound.tier);
      if (rest < 0n) return -1;
      const tokens = rate === 0n ? MOST_MONEY : rest / rate;
      return Number(tokens > MOST_MONEY ? MOST_MONEY : tokens);
    },
    findUnpriced(bound) {
      if (found === FREE) return undefined;
      if (bound.tier !== undefined && !CHEAPER_TIERS.includes(bound.tier) && !knowsTier(bound.tier)) return 'tier';
      if (source.audioApart && bound.media?.includes('audio') && !hasAudioRate(rates) && own === undefined)
        return 'audio';
      return findUnpriced(rates, bound);
    },
  };
}

function baseOf(rate: Rates[string]): number | undefined {
  return typeof rate === 'object' ? rate.base : rate;
}

const FREE: FoundPrice = { rates: {}, contextWindow: undefined, origin: 'free', steady: true };

/** No answer takes longer than this, as good as ever. */
const LONGEST_ANSWER_MS = 3_600_000;
/** Peak hours begin on the hour or on its half. */
const STEP_MS = 900_000;

/**
 * The dearest rates that apply to this model at some time within the next hour: peak prices are higher in every rate.
 */
function dearestAhead(library: PriceLibrary, source: PriceSource, model: string, at: number, now: Rates): Rates {
  const later = Array.from({ length: LONGEST_ANSWER_MS / STEP_MS }, (_, step) => ({
    rates: lookUpPrice(library, source, model, at + (step + 1) * STEP_MS)?.rates ?? now,
  }));
  return dearest([{ rates: now }, ...later])?.rates ?? now;
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
