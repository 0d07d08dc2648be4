import type { PriceRecords } from '../../domain/price/price-record.ts';
import type { PriceSource } from '../../domain/price/price-source.ts';
import { anthropicPrices } from './anthropic-prices.ts';
import { deepseekRecords } from './deepseek-prices.ts';
import { geminiPrices } from './gemini-prices.ts';
import { gpt6Records } from './openai-prices.ts';
import { aliasesOf } from './price-records.ts';
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

/**
 * OpenRouter's prices. They bound its charge, which every reply reports; each request names them as the most that it
 * may cost, so that none of them can be too low.
 */
export const openRouterPrices: PriceSource = {
  id: 'openrouter',
  secondId: 'openrouter',
  reportsCost: true,
  audioApart: true,
  // Source: openrouter.ai/docs, "Free variant".
  freeModels: /(?::free|^openrouter\/free)$/,
  // Each request names the listed price as the most that it may cost: 0 is kept, too.
  freeAsListed: true,
  alsoNamed: withDots,
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
    // It picks a model by itself, none that costs more than the request allows.
    ...aliasesOf(
      { source: 'openrouter.ai/docs, "Auto router"', asOf: '2026-11-20' },
      { 'openrouter/auto': ['openai/gpt-6.2-astra'] },
    ),
  },
};

/** It takes `anthropic/claude-sonnet-4-5` for `anthropic/claude-sonnet-4.5`, as recorded replies show. */
function withDots(model: string): string | undefined {
  const dotted = model.replace(/^(anthropic\/claude-.*-\d)-(\d)(?!\d)/, '$1.$2');
  return dotted === model ? undefined : dotted;
}
