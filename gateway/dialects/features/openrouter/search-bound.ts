import type { JsonObject } from '../../dialect.ts';
import { readCount } from '../../json/read-json.ts';
import type { ToolBound } from '../call-forms.ts';

/** The unit that every search is weighed in, in USD: OpenAI's and Anthropic's price of one. */
export const SEARCH_USD = 0.01;
/**
 * The price of a search by a model's own maker, which OpenRouter passes on: Google's since Gemini 3, and Perplexity's
 * dearest request. Source: the makers' pages that openrouter.ai/docs names, "Web search: native search pricing";
 * 2026-11.
 */
const NATIVE_USD: Readonly<Record<string, number>> = {
  openai: 0.01,
  anthropic: 0.01,
  google: 0.014,
  'x-ai': 0.005,
  perplexity: 0.022,
};
/** Source: openrouter.ai/docs/guides/features/server-tools/web-search, "Exa", "Parallel", "Perplexity"; 2026-08. */
const EXA_USD: Readonly<Record<string, number>> = {
  instant: 0.007,
  fast: 0.007,
  auto: 0.007,
  'deep-lite': 0.012,
  deep: 0.012,
  'deep-reasoning': 0.015,
};
const DEAREST_EXA_USD = 0.015;
const OTHER_ENGINE_USD = 0.005;
/** For each result above ten. */
const FURTHER_RESULT_USD = 0.001;
const INCLUDED_RESULTS = 10;
const DEFAULT_RESULTS = 5;
const MOST_RESULTS = 25;
/** Characters of one result by `search_context_size`. Without one Exa takes "2,000 to 4,000". Source: the same page. */
const CHARACTERS: Readonly<Record<string, number>> = { low: 5_000, medium: 15_000, high: 30_000 };
const DEFAULT_CHARACTERS = 5_000;
/** Nobody documents how much a maker's own search brings: as much as is held for one of Claude's. */
const NATIVE_CONTENT = 32_000;

/** Of these only Anthropic keeps to a limit on searches. */
const LIMITED_NATIVE = /^~?anthropic\//;

/** True where the search takes no limit: it runs at the maker of the model, who gets none. */
export function searchesFreely(parameters: JsonObject, model: string): boolean {
  return nativeUsd(parameters, model) !== undefined && !LIMITED_NATIVE.test(model);
}

/** The most that one search costs and brings. @param parameters of the tool or of the plugin */
export function searchBound(parameters: JsonObject, model: string): ToolBound {
  const uses = readCount(parameters['max_uses']);
  const limited = uses !== undefined && !searchesFreely(parameters, model);
  const results = Math.min(readCount(parameters['max_results']) ?? DEFAULT_RESULTS, MOST_RESULTS);
  const content = results * charactersOf(parameters);
  const native = nativeUsd(parameters, model);
  const further = Math.max(0, results - INCLUDED_RESULTS) * FURTHER_RESULT_USD;
  return {
    extras: { webSearches: Math.max(native ?? 0, engineUsd(parameters) + further) / SEARCH_USD },
    // A character is a token at most.
    content: native === undefined ? content : Math.max(content, NATIVE_CONTENT),
    ...(limited && { most: uses }),
  };
}

/**
 * The same for a search that does not wait for the model to ask for it: OpenRouter's own engines and Perplexity's
 * models search once, before everything else. Source: openrouter.ai/docs, "Server tools vs plugins"; 2026-08.
 */
export function pluginBound(parameters: JsonObject, model: string): ToolBound {
  const bound = searchBound(parameters, model);
  const isOnce = nativeUsd(parameters, model) === undefined || model.startsWith('perplexity/');
  return isOnce ? { ...bound, most: Math.min(bound.most ?? 1, 1) } : bound;
}

/** @returns undefined where the search never runs at the maker of the model */
function nativeUsd({ engine = 'auto' }: JsonObject, model: string): number | undefined {
  const maker = /^~?([a-z-]+)\//.exec(model)?.[1] ?? '';
  return engine === 'auto' || engine === 'native' ? NATIVE_USD[maker] : undefined;
}

function engineUsd({ engine = 'auto', mode = 'auto' }: JsonObject): number {
  // The person's own credits there pay for it.
  if (engine === 'firecrawl') return 0;
  if (engine === 'parallel' || engine === 'perplexity') return OTHER_ENGINE_USD;
  return EXA_USD[String(mode)] ?? DEAREST_EXA_USD;
}

function charactersOf({ max_characters: own, search_context_size: size }: JsonObject): number {
  return readCount(own) ?? CHARACTERS[String(size)] ?? DEFAULT_CHARACTERS;
}
