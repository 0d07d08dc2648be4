import { calcPrice } from '@pydantic/genai-prices';
import { describe, expect, it } from 'vitest';
import { findPrice } from '../domain/price/price.ts';
import { NO_USAGE } from '../domain/usage.ts';
import { qwenPrices } from '../providers/published/qwen-prices.ts';
import { pricesOf, SIMULATED_MODELS } from './price-table.ts';

const usdOf = (model: string, usage: Parameters<typeof calcPrice>[0]): number => {
  const result = calcPrice(usage, model, {
    providerId: model.startsWith('claude') ? 'anthropic' : model.startsWith('gemini') ? 'google' : 'openai',
  });
  if (result === null) throw new Error(`no price for ${model}`);
  return result.total_price;
};

describe('the simulated prices', () => {
  it.each([...SIMULATED_MODELS])('are the real ones: %s', (model, prices) => {
    const tokens = 1_000;
    const usd = (nanodollarsPerToken: number) => (nanodollarsPerToken * tokens) / 1e9;
    expect(usdOf(model, { input_tokens: tokens })).toBeCloseTo(usd(prices.input), 12);
    expect(usdOf(model, { output_tokens: tokens })).toBeCloseTo(usd(prices.output), 12);
    expect(usdOf(model, { input_tokens: tokens, cache_read_tokens: tokens })).toBeCloseTo(usd(prices.cacheRead), 12);
    if (model.startsWith('claude')) {
      expect(usdOf(model, { input_tokens: tokens, cache_write_tokens: tokens })).toBeCloseTo(
        usd(prices.cacheWrite),
        12,
      );
    }
  });

  it("are the vendor's own, where the library has none", () => {
    const model = 'qwen3.7-max';
    const price = findPrice({ source: qwenPrices, model, at: Date.parse('2026-11-21'), overrides: [] });
    const { input = NaN, output = NaN } = pricesOf(model) ?? {};
    expect(price?.costOf({ ...NO_USAGE, input: 1_000, output: 1_000 })).toBe(1_000 * (input + output));
  });

  it('are found by dated names too', () => {
    expect(pricesOf('claude-haiku-4-5-20251001')).toBe(SIMULATED_MODELS.get('claude-haiku-4-5'));
    // This one costs twice as much as today's gpt-4o.
    expect(pricesOf('gpt-4o-2024-05-13')).toBeUndefined();
  });
});
