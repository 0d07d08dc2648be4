import { builtInPrices, libraryOf } from '../domain/price-library.ts';
import type { PriceLibrary, PricedProvider } from '../domain/price-library.ts';
import type { Rates } from '../domain/rates.ts';
import type { PriceChange } from '../../shared/contract/price-views.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';

/** Newer data with far fewer models than what is in use is not newer data. */
const LEAST_SHARE_OF_MODELS = 0.8;
/** Prices fall, but to less than a tenth at once only by mistake: it would let an agent spend ten times its cap. */
const LARGEST_FALL = 10;

export type PriceCheck = { readonly ok: true; readonly models: number; readonly changes: readonly PriceChange[] } | { readonly ok: false; readonly because: string };

/**
 * May newer published prices replace those in use?
 * @param ids the providers that matter here, by the library's names
 * @param known every model name that is worth comparing, of each provider
 */
export function checkPrices(newer: readonly PricedProvider[], inUse: PriceLibrary, ids: readonly string[], known: (providerId: string) => readonly string[], at: number): PriceCheck {
  const next = libraryOf(newer);
  const missing = ids.filter((id) => !newer.some((provider) => provider.id === id));
  if (missing.length > 0) return { ok: false, because: `It has no prices of ${missing.join(', ')}.` };
  const changes: PriceChange[] = [];
  let before = 0;
  let kept = 0;
  for (const provider of ids) {
    const own = newer.find(({ id }) => id === provider)?.models.map(({ id }) => id) ?? [];
    for (const model of new Set([...known(provider), ...own])) {
      const wasRates = inUse.find(provider, model, at)?.rates;
      const nowRates = findSafely(next, provider, model, at);
      if (nowRates === 'broken') return { ok: false, because: `Its price of "${model}" at ${provider} cannot be used.` };
      const [was, now] = [pick(wasRates), pick(nowRates)];
      // Those that came with Purser too: two falls in a row are one.
      const standards = [wasRates, builtInPrices.find(provider, model, at)?.rates];
      if (was) before += 1;
      if (was && now) kept += 1;
      if (nowRates && standards.some((standard) => standard && falls(standard, nowRates))) return { ok: false, because: `Its price of "${model}" at ${provider} is less than a tenth of today's, or of the one that came with Purser. Set that price yourself if it is true: purser price set` };
      if (was?.input !== now?.input || was?.output !== now?.output) changes.push({ provider, model, was: was ?? null, now: now ?? null });
    }
  }
  if (kept < before * LEAST_SHARE_OF_MODELS) return { ok: false, because: `It knows ${kept} of the ${before} models that are in use now.` };
  return { ok: true, models: newer.reduce((sum, { models }) => sum + models.length, 0), changes };
}

interface Pair {
  readonly input: Nanodollars;
  readonly output: Nanodollars;
}

/** Any rate that is there now, at its lowest tier, against the same rate before. */
function falls(was: Rates, now: Rates): boolean {
  return Object.keys(was).some((name) => now[name] !== undefined && lowest(now[name]) * LARGEST_FALL < lowest(was[name]));
}

function lowest(rate: Rates[string]): number {
  return typeof rate === 'object' ? Math.min(rate.base, ...rate.tiers.map(({ price }) => price)) : (rate ?? 0);
}

function findSafely(library: PriceLibrary, provider: string, model: string, at: number): Rates | undefined | 'broken' {
  try {
    return library.find(provider, model, at)?.rates;
  } catch {
    return 'broken';
  }
}

/** The two rates that people compare, per million tokens. */
function pick(rates: Rates | undefined): Pair | undefined {
  const amount = (rate: Rates[string]): Nanodollars => nanodollarsOf(Math.round((typeof rate === 'object' ? rate.base : (rate ?? 0)) * 1e9));
  return rates && { input: amount(rates['input_mtok']), output: amount(rates['output_mtok']) };
}
