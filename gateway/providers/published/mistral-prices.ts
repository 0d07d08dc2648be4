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
    ...recordsOf(
      { source: 'docs.mistral.ai, "Pricing" and the page of each model', asOf: '2026-08-21' },
      {
        'codestral-embed': { input_mtok: 0.15 },
        'codestral-embed-2505': { input_mtok: 0.15 },
        'labs-leanstral-1-5': textRates(0, 0),
        'zai-glm-5-2': textRates(1.4, 4.4, 0.14),
        'voxtral-mini-2507': { input_audio_hours: 0.12, input_mtok: 0.04, output_mtok: 0.04 },
        'voxtral-mini-tts-2603': { input_mchars: 16 },
      },
    ),
    ...aliasesOf(LATEST, {
      'mistral-ocr-4': ['mistral-ocr-4-1', 'mistral-ocr-4-0'],
      'mistral-medium-3': ['mistral-medium-3-5', 'mistral-medium-2505'],
      'voxtral-mini-latest': ['voxtral-mini-2602', 'voxtral-mini-2507'],
      'voxtral-mini-tts-latest': ['voxtral-mini-tts-2603'],
      'magistral-small': ['magistral-small-latest'],
      'devstral-latest': ['devstral-2512'],
      'devstral-medium-latest': ['devstral-2512', 'devstral-medium-2507'],
      'ministral-3b-latest': ['ministral-3b-2512', 'ministral-3b'],
      'ministral-14b-latest': ['ministral-14b-2512'],
    }),
    // Its snapshot before is free. Nobody says that of this one: it counts as Mistral's dearest text, and is marked.
    ...aliasesOf(
      { source: 'docs.mistral.ai, "Labs": no price is listed', asOf: '2026-11-30' },
      { 'labs-leanstral-1-5-1': ['labs-leanstral-1-5', 'mistral-medium-2604'] },
    ),
    // It is Small 4 by now, and the library still has the price of Small 3.
    ...aliasesOf(
      { ...LATEST, corrects: true },
      { 'mistral-small-latest': ['mistral-small-2603', 'mistral-small-2506'] },
    ),
  },
};
