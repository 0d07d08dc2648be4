import { describe, expect, it } from 'vitest';
import { NO_USAGE } from '../usage.ts';
import { costParts } from './cost-parts.ts';

const RATES = {
  input_mtok: 3,
  cache_read_mtok: 0.3,
  cache_write_mtok: 3.75,
  output_mtok: 15,
  web_searches_kcount: 10,
};

describe('the parts of a cost', () => {
  it('are input, cache, output and tools, in nano-dollars', () => {
    const usage = {
      ...NO_USAGE,
      input: 1_000_000,
      cacheRead: 600_000,
      cacheWrite: 100_000,
      output: 10_000,
      parts: { webSearches: 2, reasoning: 4_000 },
    };
    expect(costParts(RATES, usage)).toEqual([
      { part: 'input', nanodollars: 900_000_000 },
      { part: 'cache_read', nanodollars: 180_000_000 },
      { part: 'cache_write', nanodollars: 375_000_000 },
      { part: 'output', nanodollars: 150_000_000 },
      { part: 'webSearches', nanodollars: 20_000_000 },
    ]);
  });

  it('are at the tier that the whole input reaches', () => {
    const rates = { input_mtok: { base: 1, tiers: [{ start: 200_000, price: 2 }] }, output_mtok: 1 };
    const [input] = costParts(rates, { ...NO_USAGE, input: 250_000 });
    expect(input).toEqual({ part: 'input', nanodollars: 500_000_000 });
  });

  it('are none where nothing was used', () => {
    expect(costParts(RATES, NO_USAGE)).toEqual([]);
  });
});
