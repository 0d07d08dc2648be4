import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, Call, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import type { ServerFeatures } from './server-features.ts';

/**
 * Moonshot's search: the reply asks for it, at a fee, and the next request has what it found, which only the model's
 * window bounds. Source: platform.kimi.ai/docs/pricing/tools, "Internet search billing logic"; 2026-11.
 */
export const moonshotFeatures: ServerFeatures = { plainBody, bound, addUsage, keep };

const SEARCH = '$web_search';
/** Most searches that one reply asks for; more than one was never seen. */
const AT_ONCE = 4;

function plainBody(body: JsonObject): JsonObject {
  const { tools } = body;
  return Array.isArray(tools) ? { ...body, tools: tools.filter((tool) => !isSearch(tool)) } : body;
}

function isSearch(tool: unknown): boolean {
  return isObject(tool) && isObject(tool['function']) && tool['type'] === 'builtin_function' && namesSearch(tool);
}

function namesSearch(value: unknown): boolean {
  return isObject(value) && isObject(value['function']) && value['function']['name'] === SEARCH;
}

function bound(plain: Ask, { body: { tools } }: Call): Ask {
  if (!Array.isArray(tools) || !tools.some(isSearch)) return plain;
  return { ...plain, plain, inputBound: undefined, extras: { webSearches: AT_ONCE } };
}

/** Calls stand in the whole reply, or one by one in its stream. */
function callsOf({ choices }: JsonObject): readonly JsonObject[] {
  const all: readonly unknown[] = Array.isArray(choices) ? choices : [];
  return all.filter(isObject).flatMap(({ message, delta }) => {
    const calls: unknown = isObject(message)
      ? message['tool_calls']
      : isObject(delta)
        ? delta['tool_calls']
        : undefined;
    return Array.isArray(calls) ? calls.filter(isObject).filter(namesSearch) : [];
  });
}

function keep(kept: JsonObject | undefined, event: JsonObject): JsonObject | undefined {
  const calls = [...callsOf(kept ?? {}), ...callsOf(event)].slice(0, AT_ONCE * 100);
  return { choices: [{ message: { tool_calls: calls } }] };
}

function addUsage(usage: TokenUsage, reply: JsonObject): TokenUsage {
  const webSearches = callsOf(reply).length;
  return webSearches === 0 ? usage : { ...usage, parts: { ...usage.parts, webSearches } };
}
