import type { PriceSource } from '../../domain/price/price-source.ts';
import { recordsOf } from './price-records.ts';

/** In USD per million tokens. */
const rates = (input: number, cacheRead: number, output: number) => ({
  input_mtok: input,
  cache_read_mtok: cacheRead,
  output_mtok: output,
});

const GLM_4_5 = rates(0.6, 0.11, 2.2);
const GLM_TURBO = rates(1.2, 0.24, 4);
const FREE = rates(0, 0, 0);
const PRICING = { source: 'docs.z.ai, "Pricing"', asOf: '2026-08-31' };

/**
 * The library's prices, the models that it leaves out, and one that it has at the price of its first weeks, which ended
 * on 2026-09-09.
 */
export const zaiPrices: PriceSource = {
  id: 'zai',
  secondId: 'zai',
  audioApart: true,
  // Source: docs.z.ai, "Pricing: built-in tools", 2026-11.
  extraRates: { web_searches_kcount: 10 },
  modelRates: {
    ...recordsOf({ ...PRICING, corrects: true }, { 'glm-5.3-flash': rates(0.15, 0.03, 0.5) }),
    ...recordsOf(PRICING, {
      'glm-5.1': rates(1.4, 0.26, 4.4),
      'glm-5': rates(1, 0.2, 3.2),
      'glm-5-turbo': GLM_TURBO,
      'glm-5v-turbo': GLM_TURBO,
      'glm-4.7': GLM_4_5,
      'glm-4.7-flashx': rates(0.07, 0.01, 0.4),
      'glm-4.7-flash': FREE,
      'glm-4.6': GLM_4_5,
      'glm-4.5': GLM_4_5,
      'glm-4.5-air': rates(0.2, 0.03, 1.1),
      'glm-4.5-flash': FREE,
      'glm-4.6v-flash': FREE,
    }),
    ...recordsOf(
      { source: 'models.dev, zai', asOf: '2026-07-02' },
      { 'glm-4.6v': { input_mtok: 0.3, output_mtok: 0.9 }, 'glm-4.5v': { input_mtok: 0.6, output_mtok: 1.8 } },
    ),
  },
};
