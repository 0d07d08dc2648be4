import type { PriceSource } from '../../domain/price/price-source.ts';
import { anthropicPrices } from './anthropic-prices.ts';
import { geminiPrices } from './gemini-prices.ts';
import { recordsOf, textRates } from './price-records.ts';

/** Claude before 4.5 costs the same everywhere. */
const SAME_EVERYWHERE = /^(anthropic\/)?claude-(3|(opus|sonnet|haiku)-4(-[01])?(@|$))/;
const REGIONAL = 110;
const ORDINARY = 100;

/** Vertex AI's prices: those of the Gemini API and of Anthropic, and what it asks for others' models. Rates are USD. */
export const vertexPrices: PriceSource = {
  id: 'google',
  secondId: 'google-vertex',
  extraRates: { web_searches_kcount: 35, map_searches_kcount: 25 },
  cacheHourPercent: 200,
  // OpenAI's protocol names the vendor too.
  alsoNamed: (model) => (/^(google|anthropic)\//.test(model) ? model.slice(model.indexOf('/') + 1) : undefined),
  modelRates: {
    ...geminiPrices.modelRates,
    ...anthropicPrices.modelRates,
    ...recordsOf(
      { source: 'models.dev, google-vertex, at f3fc692', asOf: '2026-07-02' },
      {
        'deepseek-ai/deepseek-v3.1-maas': textRates(0.6, 1.7),
        'deepseek-ai/deepseek-v3.2-maas': textRates(0.56, 1.68),
        'meta/llama-3.3-70b-instruct-maas': textRates(0.72, 0.72),
        'meta/llama-4-maverick-17b-128e-instruct-maas': textRates(0.35, 1.15),
        'moonshotai/kimi-k2-thinking-maas': textRates(0.6, 2.5),
        'openai/gpt-oss-120b-maas': textRates(0.09, 0.36),
        'openai/gpt-oss-20b-maas': textRates(0.07, 0.25),
        'qwen/qwen3-235b-a22b-instruct-2507-maas': textRates(0.22, 0.88),
        'zai-org/glm-4.7-maas': textRates(0.6, 2.2),
        'zai-org/glm-5-maas': textRates(1, 3.2),
      },
    ),
    ...recordsOf(
      { source: 'cloud.google.com/vertex-ai/generative-ai/pricing, Embeddings, by the character', asOf: '2026-11-30' },
      {
        'text-embedding-004': { input_mchars: 0.025 },
        'text-embedding-005': { input_mchars: 0.025 },
        'text-multilingual-embedding-002': { input_mchars: 0.025 },
      },
    ),
  },
  tierPercent,
};

/**
 * In percent, one on top of the other. Outside of `global`, Google bills a tenth more since July 2026: of all models,
 * as far as is known, but Claude before 4.5. Source: github.com/BerriAI/litellm/pull/37543, 2026-08; docs.claude.com,
 * "Claude on Vertex AI: global and regional endpoints".
 */
function tierPercent(tier: string, model: string): number | undefined {
  const names = tier.split('+');
  const place = names.includes('regional') && !SAME_EVERYWHERE.test(model) ? REGIONAL : ORDINARY;
  const other = names.filter((name) => name !== 'regional').join('+');
  if (other === '') return place;
  const own = (model.includes('claude') ? anthropicPrices : geminiPrices).tierPercent?.(other, model);
  return own === undefined ? undefined : Math.round((own * place) / ORDINARY);
}
