import { calcPrice, extractUsage, findProvider } from '@pydantic/genai-prices';
import type { ModelPrice, Provider, Usage } from '@pydantic/genai-prices';
import { dig, digNumber } from '../dig.ts';

/** Rates of one model, in the price library's names. */
export type Rates = ModelPrice;

/** A person's prices in the replay for models that have no published one, in USD per million tokens. */
export const OWN_RATES = { input_mtok: 1, output_mtok: 2 };

/** Ollama's cloud, in USD per million tokens: ollama.com/pricing, 2026-09. */
export const CLOUD_RATES: Readonly<Record<string, Rates>> = {
  'gpt-oss:20b': { input_mtok: 0.07, output_mtok: 0.3 },
  'gpt-oss:120b': { input_mtok: 0.15, output_mtok: 0.6 },
};

/** Prices that the library does not know, in USD: from the vendors' pages, not from Purser's own record of them. */
const MORE: readonly (readonly [library: string, model: RegExp, rates: Rates])[] = [
  // docs.z.ai, "Pricing", 2026-08.
  ['zai', /^glm-4\.[67]$/, { input_mtok: 0.6, cache_read_mtok: 0.11, output_mtok: 2.2 }],
  // platform.openai.com, "Pricing", audio tokens: the library has only the text of it.
  ['openai', /^gpt-4o-audio-preview/, { input_audio_mtok: 40, output_audio_mtok: 80 }],
];

/** Of plain input, what the cache costs where the library says nothing: docs.mistral.ai, "Prompt caching". */
const CACHE_SHARE: Readonly<Record<string, number>> = { mistral: 0.1 };

/** Published rates of a model at a moment. @returns undefined for one that nobody knows */
export function findRates(library: string, model: string, at: Date): Rates | undefined {
  const found = calcPrice({ input_tokens: 0, output_tokens: 0 }, model, {
    providerId: library,
    timestamp: at,
  })?.model_price;
  const more = MORE.find(([id, name]) => id === library && name.test(model))?.[2];
  if (!found && !more) return undefined;
  const rates: Rates = { ...found, ...more };
  const share = CACHE_SHARE[library];
  const { input_mtok: input, cache_read_mtok: cached } = rates;
  return share !== undefined && typeof input === 'number' && cached === undefined
    ? { ...rates, cache_read_mtok: input * share }
    : rates;
}

/** The cost of so much at these rates, in USD. */
export function priceOf(usage: Usage, rates: Rates): number {
  const model = { id: 'm', match: { equals: 'm' }, prices: rates };
  const provider: Provider = { id: 'p', name: 'p', api_pattern: '', models: [model] };
  const price = calcPrice(usage, 'm', { provider });
  if (!price) throw new Error('the price library did not find what it was given');
  return price.total_price;
}

/** The usage in a reply, in the library's names. @returns undefined where it says nothing that can be read */
export function usageOf(library: string | undefined, flavor: string, document: unknown): Usage | undefined {
  // Others speak OpenAI's protocol, or Anthropic's, and the library reads them there.
  for (const [providerId, names] of [
    [library ?? 'openai', [flavor, 'default', 'chat']],
    ['openai', [flavor]],
    ['anthropic', [flavor]],
  ] as const) {
    const provider = findProvider({ providerId });
    for (const name of names) {
      try {
        if (provider) return withThoughts(withCached(extractUsage(provider, document, name).usage, document), document);
      } catch {
        // A form that this provider is not known for, or a reply that does not say what it used.
      }
    }
  }
  return undefined;
}

/** Mistral says it in a field of its own, too. Source: docs.mistral.ai, "Prompt caching". */
function withCached(usage: Usage, document: unknown): Usage {
  const cached = digNumber(document, 'usage', 'num_cached_tokens');
  return cached === undefined || usage['cache_read_tokens'] !== undefined
    ? usage
    : { ...usage, cache_read_tokens: cached };
}

/** Google's OpenAI-compatible address has thoughts in the total alone. Source: ai.google.dev, "Thinking", pricing. */
function withThoughts(usage: Usage, document: unknown): Usage {
  const [prompt, total] = ['prompt_tokens', 'total_tokens'].map((name) => digNumber(document, 'usage', name));
  const isTold = dig(document, 'usage', 'completion_tokens_details') !== undefined;
  const made = total === undefined || prompt === undefined || isTold ? 0 : total - prompt;
  return made > (usage['output_tokens'] ?? 0) ? { ...usage, output_tokens: made } : usage;
}
