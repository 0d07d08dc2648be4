import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { lookUpPrice } from './look-up-price.ts';
import type { PriceLibrary } from './price-library.ts';
import type { PriceSource } from './price-source.ts';
import type { Rates } from './rates.ts';

/** The price of text, in nano-dollars per million tokens; null: as input. */
export interface TextPrice {
  readonly input: Nanodollars;
  readonly output: Nanodollars;
  readonly cacheRead: Nanodollars | null;
  readonly cacheWrite: Nanodollars | null;
}

/**
 * The dearest that text costs with any model whose price is known there, rate by rate and however long the prompt: no
 * other model will cost more, unless it is the dearest there ever was. @returns undefined where no price is known at
 * all
 */
export function dearestText(library: PriceLibrary, source: PriceSource, at: number): TextPrice | undefined {
  const names = new Set([
    ...(source.id === undefined ? [] : library.names(source.id)),
    ...Object.keys(source.modelRates ?? {}),
  ]);
  const known = [...names]
    .filter((name) => source.retired?.test(name) !== true)
    .map((name) => lookUpPrice(library, source, name, at)?.rates)
    .filter((rates) => rates?.['input_mtok'] !== undefined && rates['output_mtok'] !== undefined)
    .filter((rates) => rates !== undefined);
  if (known.length === 0) return undefined;
  const most = (...kinds: readonly string[]): number =>
    Math.max(...known.map((rates) => Math.max(...kinds.map((kind) => highest(rates[kind])))));
  // Where one model has no price for its cache, that costs what input does.
  const mostOrInput = (kind: string, ...more: readonly string[]): Nanodollars | null => {
    const dearest = Math.max(
      ...known.map((rates) =>
        Math.max(highest(rates[kind] ?? rates['input_mtok']), ...more.map((other) => highest(rates[other]))),
      ),
    );
    return dearest === most('input_mtok') ? null : amount(dearest);
  };
  return {
    input: amount(most('input_mtok')),
    output: amount(most('output_mtok', 'output_reasoning_mtok', 'output_after_reasoning_mtok')),
    cacheRead: mostOrInput('cache_read_mtok'),
    cacheWrite: mostOrInput('cache_write_mtok', 'cache_write_1h_mtok'),
  };
}

function highest(rate: Rates[string]): number {
  return typeof rate === 'object' ? Math.max(rate.base, ...rate.tiers.map(({ price }) => price)) : (rate ?? 0);
}

function amount(usd: number): Nanodollars {
  return nanodollarsOf(Math.round(usd * 1e9));
}
