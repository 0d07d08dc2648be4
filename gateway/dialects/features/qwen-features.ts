import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, Call, JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { isUsed } from '../usage/unbounded-feature.ts';
import type { ServerFeatures } from './server-features.ts';

/**
 * Qwen's search: once, or as an agent several times; the usage of a reply says how often. Source:
 * alibabacloud.com/help, model-studio, "Web search": $10 per 1,000 in Singapore, less elsewhere; 2026-11.
 */
export const qwenFeatures: ServerFeatures = { plainBody, bound, addUsage };

/** Searches of an agent; how many it makes at most is said nowhere. */
const AGENT_SEARCHES = 16;
/** What one search brings; as much as is held for one of Claude's. */
const CONTENT = 32_000;

function plainBody(body: JsonObject): JsonObject {
  const { enable_search: _search, ...rest } = body;
  return rest;
}

function bound(plain: Ask, { body }: Call): Ask {
  if (!isUsed(body['enable_search'])) return plain;
  const options = isObject(body['search_options']) ? body['search_options'] : {};
  const { search_strategy: strategy } = options;
  const isAgent = typeof strategy === 'string' && strategy.startsWith('agent');
  const webSearches = isAgent ? AGENT_SEARCHES : 1;
  const inputBound = plain.inputBound === undefined ? undefined : plain.inputBound + webSearches * CONTENT;
  return { ...plain, plain, inputBound, extras: { webSearches } };
}

function addUsage(usage: TokenUsage, { usage: reported }: JsonObject, { extras = {} }: Ask): TokenUsage {
  const { webSearches: held = 0 } = extras;
  if (held === 0) return usage;
  const plugins = isObject(reported) ? reported['plugins'] : undefined;
  const search = isObject(plugins) ? plugins['search'] : undefined;
  // Where it does not say, all of them may have been made.
  const made = isObject(search) ? readCount(search['count']) : undefined;
  return {
    ...usage,
    parts: { ...usage.parts, webSearches: made ?? held },
    ...(made === undefined && held > 1 && { suspect: usage.suspect ?? 'unnamed-calls' }),
  };
}
