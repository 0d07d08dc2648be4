import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { listOf } from '../gemini/fields.ts';
import { readGeminiUsage } from '../gemini/read-usage.ts';
import { refineUsage } from '../gemini/refine-usage.ts';
import { createSearchCount } from '../gemini/searches.ts';
import { isObject } from '../json/read-json.ts';

/** Usage of an interaction as the provider describes it, whole or in the event that ends its stream. */
export function readInteractionUsage(interaction: JsonObject, ask: Ask): TokenUsage | undefined {
  const usage = readFigures(interaction['usage'], ask);
  if (!usage) return undefined;
  const searches = createSearchCount(ask);
  searches.see(asReply(interaction));
  return searches.addTo(refineUsage(usage, { modelVersion: interaction['model'] }, ask));
}

/**
 * The tokens: the same figures as of a request to generate, by other names. Source: @google/genai 3.1, `Usage` of
 * interactions.
 */
export function readFigures(usage: unknown, ask: Pick<Ask, 'tier'>): TokenUsage | undefined {
  return isObject(usage) ? readGeminiUsage(asUsageMetadata(usage), ask.tier) : undefined;
}

function asUsageMetadata(usage: JsonObject): JsonObject {
  const named = {
    promptTokenCount: usage['total_input_tokens'],
    cachedContentTokenCount: usage['total_cached_tokens'],
    candidatesTokenCount: usage['total_output_tokens'],
    thoughtsTokenCount: usage['total_thought_tokens'],
    toolUsePromptTokenCount: usage['total_tool_use_tokens'],
    totalTokenCount: usage['total_tokens'],
    promptTokensDetails: detailsOf(usage['input_tokens_by_modality']),
    cacheTokensDetails: detailsOf(usage['cached_tokens_by_modality']),
    candidatesTokensDetails: detailsOf(usage['output_tokens_by_modality']),
    toolUsePromptTokensDetails: detailsOf(usage['tool_use_tokens_by_modality']),
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined && value !== null));
}

function detailsOf(kinds: unknown): readonly unknown[] | undefined {
  if (kinds === undefined || kinds === null) return undefined;
  return listOf(kinds).map((kind) => {
    if (!isObject(kind)) return kind;
    const { modality, tokens } = kind;
    return { modality: typeof modality === 'string' ? modality.toUpperCase() : modality, tokenCount: tokens };
  });
}

/** The searches of an interaction, in the form of a reply to a request to generate. */
export function asReply({ usage, steps }: JsonObject): JsonObject {
  const counts = isObject(usage) ? listOf(usage['grounding_tool_count']).filter(isObject) : [];
  return {
    candidates: [{ content: { parts: listOf(steps).filter(isObject).flatMap(callOf) } }],
    usageMetadata: {
      billedToolCalls: counts.map(({ type, count }) => ({ tool: type, successfulToolCallCount: count })),
    },
  };
}

const SEARCHES: Readonly<Record<string, string>> = {
  google_search_call: 'GOOGLE_SEARCH_WEB',
  google_maps_call: 'GOOGLE_MAPS',
};

/** A call of a search, as a step or as the piece of one. */
function callOf({ type, arguments: args }: JsonObject): readonly JsonObject[] {
  const toolType = typeof type === 'string' && Object.hasOwn(SEARCHES, type) ? SEARCHES[type] : undefined;
  return toolType === undefined ? [] : [{ toolCall: { toolType, args } }];
}
