import type { ProviderName } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { dearestText } from './dearest-text.ts';
import { dearest, lookUpPrice } from './look-up-price.ts';
import type { FoundPrice } from './look-up-price.ts';
import { builtInPrices } from './price-library.ts';
import type { PriceLibrary } from './price-library.ts';
import { findOverride, priceOfOverride } from './price-override.ts';
import type { PriceOverride } from './price-override.ts';
import { createPricePercents, PERCENT_OF_PERCENT } from './price-percents.ts';
import type { PricePercents } from './price-percents.ts';
import type { PriceOrigin, PriceSource } from './price-source.ts';
import {
  findUnpriced,
  hasAudioRate,
  roundUp,
  SCALE,
  sumExtras,
  sumRouting,
  sumTokens,
  sumWorstTokens,
  worstOutputRate,
} from './rates.ts';
import type { Rates } from './rates.ts';
import type { Extra, TokenBound, TokenUsage } from '../usage.ts';

export type { PriceOrigin, PriceSource } from './price-source.ts';

/** The price of one model at one instant. */
export interface ModelPrice {
  /** True cost of a usage, rounded up to the next nano-dollar; the provider's own figure where that is believed. */
  costOf(usage: TokenUsage): Nanodollars;
  /** The most that so much can cost, whatever part of the input is cached or written to a cache. */
  worstCost(bound: TokenBound): Nanodollars;
  /** Most tokens of output that this money buys on top of so much input. -1 when not even the input fits. */
  outputFor(inputBound: Omit<TokenBound, 'output'>, money: Nanodollars): number;
  /** False for a tier whose discount is unknown: then {@link costOf} is too high. */
  knowsTier(tier: string): boolean;
  /** Names, in a word, a part of this that has no price: it must not pass for free. */
  findUnpriced(bound: TokenBound): string | undefined;
  /** The provider's own report of its charge is the cost. */
  readonly believesCost: boolean;
  /** It costs nothing at all: a model on this machine. */
  readonly free: boolean;
  /** It depends neither on the date nor on the time of day. */
  readonly steady: boolean;
  readonly origin: PriceOrigin;
  /**
   * Published rates of text, in USD per million tokens, before any tier by length; undefined for the person's own
   * price.
   */
  readonly listed: ListedPrice | undefined;
  /** Largest number of tokens the model reads and writes in one request, where known. */
  readonly contextWindow: number | undefined;
  /** The price of tokens at the host that was named, in percent of these rates. */
  readonly hostPercent: number;
  /** It is the dearest of several that may apply: a cost computed from it is not exact. */
  readonly approximate: boolean;
  /** The model that a reply names is the one that is billed, whatever the request called it. */
  readonly byServed: boolean;
  /** The fee for choosing that model, beside its own price. */
  routingCost(usage: TokenUsage): Nanodollars;
  /** The rates as the price book gives them, kept with every settled row. */
  readonly rates: string;
}

/** Rates in USD per million tokens; undefined where none is published. */
export interface ListedPrice {
  readonly input: number | undefined;
  readonly output: number | undefined;
}

interface PriceQuery {
  readonly source: PriceSource;
  /** The provider's name here: a person's own price may be for it alone. Left out: no such price applies. */
  readonly provider?: ProviderName;
  readonly model: string;
  /** Where requests go, as in the base URL; left out: where everybody's do. */
  readonly host?: string | undefined;
  /** Epoch milliseconds: some prices depend on the date or the time of day. */
  readonly at: number;
  readonly overrides: readonly PriceOverride[];
  /** Left out: the built-in one. */
  readonly library?: PriceLibrary;
  /** The person says that its deployments are ordinary ones, without a surcharge. */
  readonly withoutSurcharge?: boolean | undefined;
}

/** No request costs a million dollars: a provider that says so must not break the sums of the others. */
const MOST_COST = 1_000_000_000_000_000n;
const MOST_MONEY = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Tiers that cost less, by a discount that is in the record of the provider or unknown. A tier of any other name has no
 * price at all.
 */
const CHEAPER_TIERS: readonly string[] = ['flex', 'batch'];

const LONGEST_NAME = 200;
const ORDINARY_PERCENT = 100;

/** Finds a model's price. @returns undefined when nobody knows it: an unknown model is never $0 */
export function findPrice(query: PriceQuery): ModelPrice | undefined {
  const { source, provider, model, host, overrides, library = builtInPrices } = query;
  // A price book matches names by patterns, and no model has a name like that.
  if (model.length > LONGEST_NAME) return undefined;
  const set = findOverride(overrides, model, provider);
  // An assumed price counts only while nobody knows the true one.
  const isTrue = set !== undefined && set.assumed !== true;
  const known = isTrue ? undefined : findPublic(library, query);
  const own = known ? undefined : set;
  const found = known ?? (own && priceOfOverride(own)) ?? findDeployed(library, query);
  if (!found) return undefined;
  const extraRates = { ...source.extraRates, ...source.extraRatesOf?.(model) };
  const rates: Rates = { ...extraRates, ...found.rates };
  // Held at the dearest price that may apply by the time it ends.
  const worstRates: Rates = source.pricedAtEnd && !own ? { ...extraRates, ...dearestAhead(found.rates, query) } : rates;
  // A person's own price is what is paid there, whatever the host.
  const percents = createPricePercents(source, model, own || query.withoutSurcharge ? undefined : host);
  const pricing = { found, source, isOwn: own !== undefined, rates, worstRates, percents };
  return { ...describePrice(pricing), ...createSums(pricing) };
}

function findPublic(library: PriceLibrary, { source, model, host, at }: PriceQuery): FoundPrice | undefined {
  return source.free && !source.paid?.(model, host) ? FREE : lookUpPrice(library, source, model, at);
}

/** A deployment of an unknown model counts as the dearest that it may be. */
function findDeployed(library: PriceLibrary, { source, model, at }: PriceQuery): FoundPrice | undefined {
  const dearest = source.namesDeployments && dearestText(library, source, model, at);
  if (!dearest || !source.namesDeployments) return undefined;
  const assumed = priceOfOverride({ model, provider: null, ...dearest.price, assumed: true });
  return { ...assumed, contextWindow: source.namesDeployments.window };
}

/** A price that was found, with everything that decides how a usage is priced. */
interface Pricing {
  readonly found: FoundPrice;
  readonly source: PriceSource;
  /** A person has set it. */
  readonly isOwn: boolean;
  readonly rates: Rates;
  /** The rates that are held. */
  readonly worstRates: Rates;
  readonly percents: PricePercents;
}

type PriceSums = Pick<ModelPrice, 'costOf' | 'worstCost' | 'outputFor' | 'findUnpriced' | 'routingCost'>;

function describePrice({ found, source, isOwn, rates, percents }: Pricing): Omit<ModelPrice, keyof PriceSums> {
  const free = found === FREE;
  const hostMayCostLess = source.hostPercentIsMost === true && percents.host > ORDINARY_PERCENT;
  return {
    free,
    steady: found.steady,
    knowsTier: (tier) => free || percents.knowsTier(tier),
    origin: found.origin,
    listed: isOwn ? undefined : { input: baseOf(rates['input_mtok']), output: baseOf(rates['output_mtok']) },
    believesCost: source.reportsCost === true && !isOwn,
    contextWindow: found.contextWindow === undefined ? undefined : roundWindow(found.contextWindow),
    hostPercent: percents.host,
    approximate:
      found.origin === 'assumed' ||
      found.assumed === true ||
      hostMayCostLess ||
      (source.hidesCache === true && !free && !isOwn),
    byServed: source.namesDeployments !== undefined && found.origin !== 'own',
    rates: JSON.stringify(rates),
  };
}

function createSums({ found, source, isOwn, rates, worstRates, percents }: Pricing): PriceSums {
  const longEnough = (parts: Partial<Readonly<Record<Extra, number>>>): typeof parts => {
    const { audioSeconds = 0 } = parts;
    return audioSeconds > 0 ? { ...parts, audioSeconds: Math.max(audioSeconds, source.leastAudioSeconds ?? 0) } : parts;
  };
  const perToken = ({ extrasPerOutput }: Pick<TokenBound, 'extrasPerOutput'>): bigint =>
    extrasPerOutput === undefined ? 0n : sumExtras(worstRates, extrasPerOutput);
  const worst = (bound: TokenBound): bigint =>
    sumWorstTokens(worstRates, bound) * percents.worst(bound.tier) +
    (sumExtras(worstRates, longEnough(bound.extras ?? {})) + BigInt(bound.output) * perToken(bound)) *
      PERCENT_OF_PERCENT;
  return {
    costOf(usage) {
      if (source.reportsCost && !isOwn && usage.reportedCost !== undefined) return usage.reportedCost;
      return roundUp(
        sumTokens(rates, usage) * percents.of(usage.tier) +
          sumExtras(rates, longEnough(usage.parts ?? {})) * PERCENT_OF_PERCENT,
        MOST_COST,
      );
    },
    worstCost: (bound) => roundUp(worst(bound), MOST_MONEY),
    routingCost: ({ input, tier }) => roundUp(sumRouting(rates, input) * percents.of(tier), MOST_COST),
    outputFor(inputBound, money) {
      const rest = BigInt(money) * SCALE * PERCENT_OF_PERCENT - worst({ ...inputBound, output: 0 });
      const rate =
        worstOutputRate(worstRates, inputBound) * percents.worst(inputBound.tier) +
        perToken(inputBound) * PERCENT_OF_PERCENT;
      if (rest < 0n) return -1;
      const tokens = rate === 0n ? MOST_MONEY : rest / rate;
      return Number(tokens > MOST_MONEY ? MOST_MONEY : tokens);
    },
    findUnpriced(bound) {
      if (found === FREE) return undefined;
      if (bound.tier !== undefined && !CHEAPER_TIERS.includes(bound.tier) && !percents.knowsTier(bound.tier))
        return 'tier';
      if (source.audioApart && bound.media?.includes('audio') && !hasAudioRate(rates) && !isOwn) return 'audio';
      return findUnpriced(rates, bound);
    },
  };
}

function baseOf(rate: Rates[string]): number | undefined {
  return typeof rate === 'object' ? rate.base : rate;
}

const FREE: FoundPrice = { rates: {}, contextWindow: undefined, origin: 'free', steady: true };

/** Hardly any answer takes longer than this. */
const LONGEST_ANSWER_MS = 3_600_000;
/** Peak hours begin on the hour or on its half. */
const STEP_MS = 900_000;

/**
 * The dearest rates that apply to this model at some time within the next hour: peak prices are higher in every rate.
 */
function dearestAhead(now: Rates, { source, model, at, library = builtInPrices }: PriceQuery): Rates {
  const later = Array.from({ length: LONGEST_ANSWER_MS / STEP_MS }, (_, step) => ({
    rates: lookUpPrice(library, source, model, at + (step + 1) * STEP_MS)?.rates ?? now,
  }));
  return dearest([{ rates: now }, ...later])?.rates ?? now;
}

/** Price books round: 1,047,576 is written 1,000,000. The next power of two is never below the truth. */
function roundWindow(tokens: number): number {
  return 2 ** Math.ceil(Math.log2(tokens));
}
