import type { PriceSource } from './price-source.ts';

/** Tiers that cost the same as no tier. */
const ORDINARY_TIERS: readonly string[] = ['auto', 'default', 'standard', 'standard_only', 'on_demand', 'scale'];

const ORDINARY = 100n;
/** Unit of {@link PricePercents}: a tier is in percent of the rates, and a host in percent of that. */
export const PERCENT_OF_PERCENT = ORDINARY * ORDINARY;

/** The share of a model's rates that a tier costs at the host it is asked at, in ten-thousandths. */
export interface PricePercents {
  of(tier: string | undefined): bigint;
  /** The same at most: a tier that was asked for may be served as the ordinary one. */
  worst(tier: string | undefined): bigint;
  knowsTier(tier: string): boolean;
  /** The share that tokens cost at the host, in percent. */
  readonly host: number;
}

/** @param host as in the base URL; undefined where the ordinary price applies */
export function createPricePercents(source: PriceSource, model: string, host: string | undefined): PricePercents {
  const hostPercent = host === undefined ? ORDINARY : BigInt(source.hostPercent?.(host, model) ?? ORDINARY);
  const tierPercent = (tier: string | undefined): number | undefined =>
    tier === undefined ? undefined : source.tierPercent?.(tier, model);
  const of = (tier: string | undefined): bigint => BigInt(tierPercent(tier) ?? ORDINARY) * hostPercent;
  const { firmTier } = source;
  const leastOf = (tier: string | undefined): bigint =>
    of(firmTier !== undefined && tier?.split('+').includes(firmTier) ? firmTier : undefined);
  return {
    of,
    worst(tier) {
      const isSure = tier !== undefined && tier === source.sureTier;
      const [percent, least] = [of(tier), leastOf(tier)];
      return isSure || percent > least ? percent : least;
    },
    knowsTier: (tier) => ORDINARY_TIERS.includes(tier) || tierPercent(tier) !== undefined,
    host: Number(hostPercent),
  };
}
