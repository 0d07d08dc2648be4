import { describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { findOverride, priceOfOverride } from './price-override.ts';
import type { PriceOverride } from './price-override.ts';

const [mine, other] = [providerNameSchema.parse('mine'), providerNameSchema.parse('other')];
const own = (model: string, provider: PriceOverride['provider'], input: number): PriceOverride => ({
  model,
  provider,
  input: nanodollarsOf(input),
  output: nanodollarsOf(2_000_000_000),
  cacheRead: null,
  cacheWrite: null,
});

describe("a person's own price", () => {
  const everywhere = own('m', null, 1_000_000_000);
  const here = own('m', mine, 3_000_000_000);

  it('of one provider goes before the one of all, whatever their order', () => {
    expect(findOverride([everywhere, here], 'm', mine)).toBe(here);
    expect(findOverride([here, everywhere], 'm', mine)).toBe(here);
    expect(findOverride([here, everywhere], 'm', other)).toBe(everywhere);
    expect(findOverride([here, everywhere], 'm', undefined)).toBe(everywhere);
  });

  it('counts for its own provider and model only', () => {
    expect(findOverride([here], 'm', other)).toBeUndefined();
    expect(findOverride([here], 'm', undefined)).toBeUndefined();
    expect(findOverride([everywhere], 'm-2026-01-01', mine)).toBeUndefined();
  });

  it('is in USD per million tokens, without rates that were not set', () => {
    expect(priceOfOverride(here)).toEqual({
      rates: { input_mtok: 3, output_mtok: 2 },
      contextWindow: undefined,
      origin: 'own',
      steady: true,
    });
    expect(priceOfOverride({ ...here, cacheRead: nanodollarsOf(0), assumed: true })).toMatchObject({
      rates: { cache_read_mtok: 0 },
      origin: 'assumed',
    });
  });
});
