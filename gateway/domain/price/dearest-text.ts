import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { lookUpPrice } from './look-up-price.ts';
import { familyOf } from './model-family.ts';
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

/** The dearest price of text, and whose it is. */
export interface DearestText {
  readonly price: TextPrice;
  /** The family of models that it is the dearest of; null: of all models there. */
  readonly family: string | null;
}

/**
 * The dearest that text costs with any known model of the same family, else with any that is known there: rate by rate
 * and however long the prompt. @returns undefined where no price is known at all
 */
export function dearestText(
  library: PriceLibrary,
  source: PriceSource,
  model: string,
  at: number,
): DearestText | undefined {
  const names = new Set([
    ...(source.id === undefined ? [] : library.names(source.id)),
    ...Object.keys(source.modelRates ?? {}),
    ...(source.catalogue?.names() ?? []),
  ]);
  const current = [...names].filter((name) => source.retired?.test(name) !== true);
  const priced = current.flatMap((name) => {
    const rates = lookUpPrice(library, source, name, at)?.rates;
    const isText = rates?.['input_mtok'] !== undefined && rates['output_mtok'] !== undefined;
    return isText ? [{ name, rates }] : [];
  });
  if (priced.length === 0) return undefined;
  const family = familyOf(
    model,
    // A free model says nothing of what its family costs.
    priced.filter(({ rates }) => highest(rates['input_mtok']) > 0).map(({ name }) => name),
  );
  const members = family ? priced.filter(({ name }) => family.members.includes(name)) : priced;
  return { price: dearestOf(members.map(({ rates }) => rates)), family: family?.name ?? null };
}

function dearestOf(known: readonly Rates[]): TextPrice {
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
