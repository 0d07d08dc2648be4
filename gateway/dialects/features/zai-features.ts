import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, Call, JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { isUsed } from '../usage/unbounded-feature.ts';
import type { ServerFeatures } from './server-features.ts';

/**
 * Z.ai's search: once before the answer, for each tool that asks for it. Source: docs.z.ai/guides/overview/pricing,
 * "Built-in tools" ($0.01 a use), and "Web search in chat"; 2026-11.
 */
export const zaiFeatures: ServerFeatures = { plainBody, bound, addUsage, keep };

const DEFAULT_RESULTS = 10;
const MOST_RESULTS = 50;
/** Characters of one result at its larger size. */
const RESULT_CHARACTERS = 2_500;

function plainBody(body: JsonObject): JsonObject {
  const { tools } = body;
  return Array.isArray(tools) ? { ...body, tools: tools.filter((tool) => !isSearch(tool)) } : body;
}

function isSearch(tool: unknown): tool is JsonObject {
  return isObject(tool) && tool['type'] === 'web_search';
}

/** The settings of every search that is not switched off: the switch may be text. */
function searchesOf({ tools }: JsonObject): readonly JsonObject[] {
  const all: readonly unknown[] = Array.isArray(tools) ? tools : [];
  return all.filter(isSearch).flatMap(({ web_search: settings }) => {
    const { enable = true, ...rest } = isObject(settings) ? settings : {};
    return isUsed(enable) && String(enable).toLowerCase() !== 'false' ? [rest] : [];
  });
}

function bound(plain: Ask, { body }: Call): Ask {
  const searches = searchesOf(body);
  if (searches.length === 0) return plain;
  // The count may be text, too.
  const found = searches.reduce(
    (sum, { count = DEFAULT_RESULTS }) => sum + (readCount(Number(count)) ?? MOST_RESULTS),
    0,
  );
  const inputBound = plain.inputBound === undefined ? undefined : plain.inputBound + found * RESULT_CHARACTERS;
  return { ...plain, plain, inputBound, extras: { webSearches: searches.length } };
}

/** What was found comes beside the answer. */
function keep(kept: JsonObject | undefined, event: JsonObject): JsonObject | undefined {
  return event['web_search'] === undefined ? (kept ?? {}) : { web_search: event['web_search'] };
}

function addUsage(usage: TokenUsage, reply: JsonObject, { extras = {} }: Ask): TokenUsage {
  const { webSearches = 0 } = extras;
  if (webSearches === 0 || reply['web_search'] === undefined) return usage;
  return { ...usage, parts: { ...usage.parts, webSearches } };
}
