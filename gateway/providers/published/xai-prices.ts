import type { PriceSource } from '../../domain/price/price-source.ts';
import { aliasesOf, recordsOf, steppedRates, textRates } from './price-records.ts';
import { surchargeAt } from './region-percent.ts';

/** Twice as much from 200,000 tokens on. */
const LONG = 199_999;

/** xAI's prices: the library's, and those that it lacks. Rates are USD. */
export const xaiPrices: PriceSource = {
  id: 'x-ai',
  secondId: 'xai',
  audioApart: true,
  // Every reply says what it cost, tools included. Source: docs.x.ai/developers/cost-tracking, 2026-11.
  reportsCost: true,
  // Source: docs.x.ai/developers/pricing, "Tool invocation costs", 2026-11.
  extraRates: { web_searches_kcount: 5, code_executions_kcount: 5, storage_searches_kcount: 2.5 },
  // Source: docs.x.ai/developers/advanced-api-usage/regions, 2026-11: tokens cost 10% more at us.api.x.ai.
  hostPercent: surchargeAt(/^[a-z0-9-]+\.api\.x\.ai$/),
  modelRates: {
    ...recordsOf(
      {
        source: 'docs.x.ai/developers/grok-4-7, its long context as apidog.com/blog/how-to-use-grok-4-7-api has it',
        asOf: '2026-09-29',
        contextWindow: 500_000,
      },
      {
        'grok-4.7': steppedRates(textRates(2, 6, 0.5), LONG, textRates(4, 12, 1)),
      },
    ),
    // The library has it at 2 and 6, models.dev at 1.25 and 2.5 with a step: the dearer of each.
    ...recordsOf(
      {
        source: 'models.dev, xai/grok-4.20-multi-agent-0309, and genai-prices',
        asOf: '2026-07-02',
        contextWindow: 2_000_000,
      },
      {
        'grok-4.20-multi-agent-0309': steppedRates(textRates(2, 6, 0.2), LONG, textRates(2.5, 6, 0.4)),
      },
    ),
    ...aliasesOf(
      { source: 'models.dev, xai: the same price', asOf: '2026-07-02', contextWindow: 2_000_000 },
      { 'grok-4.20-0309-reasoning': ['grok-4.20'], 'grok-4.20-0309-non-reasoning': ['grok-4.20'] },
    ),
    ...aliasesOf(
      { source: 'docs.x.ai/developers/models, aliases', asOf: '2026-09-29', contextWindow: 500_000, corrects: true },
      { 'grok-latest': ['grok-4.7', 'grok-4.6', 'grok-4.5'] },
    ),
    ...aliasesOf(
      { source: 'docs.x.ai/developers/models, aliases', asOf: '2026-09-29', contextWindow: 500_000 },
      { 'grok-4.7-latest': ['grok-4.7'] },
    ),
  },
};
