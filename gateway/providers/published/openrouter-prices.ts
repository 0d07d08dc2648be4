import type { PriceRecords } from '../../domain/price/price-record.ts';
import type { PriceSource } from '../../domain/price/price-source.ts';
import { anthropicPrices } from './anthropic-prices.ts';
import { deepseekRecords } from './deepseek-prices.ts';
import { geminiPrices } from './gemini-prices.ts';
import { gpt6Records } from './openai-prices.ts';
import { openAiTierPercent } from './openai-tiers.ts';
import { aliasesOf, recordsOf, textRates } from './price-records.ts';
import { qwenPrices } from './qwen-prices.ts';
import { xaiPrices } from './xai-prices.ts';

/**
 * A vendor's own records, by the names that OpenRouter has for the same models: it passes the vendor's price on.
 * Source: openrouter.ai/docs, "FAQ: pricing".
 */
function passedOn(
  vendor: string,
  records: PriceRecords = {},
  names: readonly (readonly [theirs: string, here: string])[],
): PriceRecords {
  return Object.fromEntries(
    names.flatMap(([theirs, here]) => (records[theirs] ? [[`${vendor}/${here}`, records[theirs]] as const] : [])),
  );
}

const same = (...names: readonly string[]) => names.map((name) => [name, name] as const);

const ROUTERS = ['openrouter/auto', 'openrouter/auto-beta', 'openrouter/pareto-code'] as const;
/** What the library lacks of models that it has, and models that it has of their makers only. */
const MAKERS = { source: "openrouter.ai/pricing: no markup on the maker's price", asOf: '2026-11-20' };

/**
 * OpenRouter's prices. They bound its charge, which every reply reports; each request names them as the most that it
 * may cost, so that none of them can be too low.
 */
export const openRouterPrices: PriceSource = {
  id: 'openrouter',
  secondId: 'openrouter',
  reportsCost: true,
  audioApart: true,
  // Searches are weighed in those of OpenAI and Anthropic; pages are read by Mistral. Source: openrouter.ai/docs,
  // "Web search: pricing" and "PDF inputs: pricing", 2026-08.
  extraRates: { web_searches_kcount: 10, input_document_kpages: 2 },
  // Source: openrouter.ai/docs, "Free variant" and "Free models router".
  freeModels: /:free(:|$)|^openrouter\/(free|bodybuilder)$/,
  // Each request names the listed price as the most that it may cost: 0 is kept, too.
  freeAsListed: true,
  alsoNamed: plainName,
  tierPercent,
  modelRates: {
    ...passedOn('openai', gpt6Records, same('gpt-6.1-sol', 'gpt-6.1-terra', 'gpt-6.2-astra', 'gpt-6.2-sol')),
    ...passedOn('anthropic', anthropicPrices.modelRates, [
      ['claude-haiku-5-5', 'claude-haiku-5.5'],
      ['claude-sonnet-5-5', 'claude-sonnet-5.5'],
    ]),
    ...passedOn('google', geminiPrices.modelRates, same('gemini-4-argon')),
    ...passedOn('x-ai', xaiPrices.modelRates, same('grok-4.7')),
    ...passedOn('deepseek', deepseekRecords, [['deepseek-flash', 'deepseek-v4.1-flash']]),
    ...passedOn('qwen', qwenPrices.modelRates, same('qwen3.8-max', 'qwen3.8-flash', 'qwen3.7-plus', 'qwen3.6-flash')),
    // They pick a model by themselves, none that costs more than the request allows.
    ...aliasesOf(
      { source: 'openrouter.ai/docs, "Auto router" and "Pareto router"', asOf: '2026-11-20' },
      Object.fromEntries(ROUTERS.map((router) => [router, ['openai/gpt-6.2-astra']])),
    ),
    ...recordsOf(MAKERS, {
      'x-ai/grok-4': textRates(3, 15, 0.75),
      // Twice what Google takes until 2027: recorded by pydantic-ai in test_openrouter_web_search_tool_full_params.
      'google/gemini-3.6-flash': textRates(1.5, 7.5),
      'openai/text-embedding-3-small': { input_mtok: 0.02 },
      'openai/text-embedding-3-large': { input_mtok: 0.13 },
      'openai/text-embedding-ada-002': { input_mtok: 0.1 },
      'google/gemini-embedding-001': { input_mtok: 0.15 },
      'mistralai/mistral-embed-2312': { input_mtok: 0.1 },
      'openai/gpt-audio': { input_audio_mtok: 32, output_audio_mtok: 64 },
      'openai/gpt-audio-mini': { input_audio_mtok: 10, output_audio_mtok: 20 },
      'google/gemini-2.5-flash': { input_audio_mtok: 1 },
      'google/gemini-3-flash-preview': { input_audio_mtok: 1 },
      'google/gemini-2.5-flash-image': { output_image_mtok: 30 },
      'google/gemini-3-pro-image-preview': { output_image_mtok: 120 },
      'google/gemini-3.1-flash-image-preview': { output_image_mtok: 60 },
      'openai/gpt-5-image': { output_image_mtok: 40 },
      'openai/gpt-5-image-mini': { output_image_mtok: 8 },
    }),
  },
};

/**
 * The same model without what chooses a route or a mode, and `anthropic/claude-sonnet-4.5` for
 * `anthropic/claude-sonnet-4-5`, as recorded replies show. Source: openrouter.ai/docs, "Model variants".
 */
function plainName(model: string): string | undefined {
  const plain = model
    .replace(/(:(?:online|nitro|floor|exacto|extended|thinking))+$/, '')
    .replace(/^(~?anthropic\/claude-.*-\d)-(\d)(?!\d)/, '$1.$2');
  return plain === model ? undefined : plain;
}

/** A tier costs what it does at the model's maker. Source: openrouter.ai/docs, "Service tiers", 2026-08. */
export function tierPercent(tier: string, model: string): number | undefined {
  const [, maker, name = ''] = /^~?([^/]+)\/([^/:]+)/.exec(plainName(model) ?? model) ?? [];
  const isFast = tier === 'priority' || tier === 'fast';
  if (maker === 'openai') return openAiTierPercent(tier, name);
  if (maker === 'anthropic' && isFast) return anthropicPrices.tierPercent?.('fast', name.replaceAll('.', '-'));
  if (maker === 'google') return geminiPrices.tierPercent?.(isFast ? 'priority' : tier, name);
  return undefined;
}
