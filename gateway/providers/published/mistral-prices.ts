import type { PriceSource } from '../../domain/price/price-source.ts';
import { aliasesOf, recordsOf, textRates } from './price-records.ts';
import { surchargeAt } from './region-percent.ts';

const LATEST = { source: 'docs.mistral.ai, "Models": names that move', asOf: '2026-11-20' };

/** Mistral's prices: the library's, and those that it lacks. Cache reads cost a tenth. Rates are USD. */
export const mistralPrices: PriceSource = {
  id: 'mistral',
  secondId: 'mistral',
  cacheReadPercent: 10,
  // Source: docs.mistral.ai/studio/regional-inference, 2026-11: 1.1 times the list price, caches too.
  hostPercent: surchargeAt(/^api\.[a-z]{2}\.mistral\.ai$/),
  audioApart: true,
  modelRates: {
    ...recordsOf(
      { source: 'models.dev, mistral', asOf: '2026-07-02' },
      {
        'mistral-medium-2604': textRates(1.5, 7.5),
        'mistral-small-2506': textRates(0.1, 0.3),
        'devstral-medium-2507': textRates(0.4, 2),
        'open-mixtral-8x22b': textRates(2, 6),
      },
    ),
    ...aliasesOf(LATEST, {
      'magistral-small': ['magistral-small-latest'],
      'devstral-latest': ['devstral-2512'],
      'devstral-medium-latest': ['devstral-2512', 'devstral-medium-2507'],
      'ministral-3b-latest': ['ministral-3b-2512', 'ministral-3b'],
      'ministral-14b-latest': ['ministral-14b-2512'],
    }),
    // It is Small 4 by now, and the library still has the price of Small 3.
    ...aliasesOf(
      { ...LATEST, corrects: true },
      { 'mistral-small-latest': ['mistral-small-2603', 'mistral-small-2506'] },
    ),
  },
};
