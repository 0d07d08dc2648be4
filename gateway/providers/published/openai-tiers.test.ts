import { expect, it } from 'vitest';
import { BATCH_TIER } from '../../dialects/openai-chat/batches/create-batch.ts';
import { findPrice } from '../../domain/price/price.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { openAiPrices } from './openai-prices.ts';

const price = findPrice({ source: openAiPrices, model: 'gpt-4o', at: Date.UTC(2026, 10, 30), overrides: [] });
/** $2.50 in, $10 out. */
const FULL = 1_000 * 2_500 + 100 * 10_000;

it('a batch costs half of every model, and is held at half', () => {
  const bound = { input: 1_000, output: 100, cacheWrites: 'none' } as const;
  expect(price?.worstCost({ ...bound, tier: BATCH_TIER })).toBe(FULL / 2);
  expect(price?.costOf({ ...NO_USAGE, input: 1_000, output: 100, tier: BATCH_TIER })).toBe(FULL / 2);
  expect(price?.knowsTier(BATCH_TIER)).toBe(true);
});

it('any other cheaper tier may be served as the ordinary one, and is held at the full price', () => {
  const bound = { input: 1_000, output: 100, cacheWrites: 'none' } as const;
  for (const tier of ['flex', 'batch', 'unknown']) expect(price?.worstCost({ ...bound, tier })).toBe(FULL);
});
