import type { OtherUsage, TokenUsage, UsageParts } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { readOpenAiUsage } from '../openai-chat/read-usage.ts';
import { ADVANCED_SEARCH, isCompound, VISIT } from './groq-tools.ts';

/** More tools than a request has ever run: the memory for them must end somewhere. */
const MOST_TOOLS = 1_000;

/** The calls and the models of a reply, from the events of a stream. @param kept what was kept before */
export function keepGroqUsage(kept: JsonObject | undefined, event: JsonObject): JsonObject | undefined {
  const tools = [...toolsOf(kept ?? {}), ...toolsOf(event)].slice(0, MOST_TOOLS);
  const breakdown = breakdownOf(event) ?? breakdownOf(kept ?? {});
  return {
    choices: [{ message: { executed_tools: tools } }],
    ...(breakdown && { usage_breakdown: { models: breakdown } }),
  };
}

/**
 * Adds the tools that ran, and the models that a system used, each at its own price. Nothing tells which sort of search
 * it was, nor how long code ran: the dearer counts, and five minutes.
 */
export function addGroqUsage(usage: TokenUsage, reply: JsonObject, { model }: Ask): TokenUsage {
  const tools = countTools(toolsOf(reply), isCompound(model) ? ADVANCED_SEARCH : 1);
  const ran = Object.keys(tools).length > 0;
  const whole: TokenUsage = {
    ...usage,
    ...(ran && { parts: { ...usage.parts, ...tools } }),
    ...(ran && isCompound(model) && { suspect: usage.suspect ?? 'unnamed-price' }),
  };
  const [first, ...others] = isCompound(model) ? (breakdownOf(reply) ?? []).flatMap(readModel) : [];
  if (!first) return whole;
  const { input, output, cacheRead, parts } = first.usage;
  return { ...whole, input, output, cacheRead, model: first.model, parts: { ...parts, ...tools }, others };
}

function readModel(entry: unknown): readonly OtherUsage[] {
  if (!isObject(entry) || typeof entry['model'] !== 'string') return [];
  const usage = readOpenAiUsage(entry['usage']);
  return usage ? [{ model: entry['model'], usage }] : [];
}

function breakdownOf({ usage_breakdown: own, x_groq: groq }: JsonObject): readonly unknown[] | undefined {
  const breakdown = own ?? (isObject(groq) ? groq['usage_breakdown'] : undefined);
  return isObject(breakdown) && Array.isArray(breakdown['models']) ? breakdown['models'] : undefined;
}

/** Tools that ran, in a whole reply or in one piece of it; a piece that repeats one adds what came of it. */
function toolsOf({ choices }: JsonObject): readonly JsonObject[] {
  const first: unknown = Array.isArray(choices) ? choices[0] : undefined;
  if (!isObject(first)) return [];
  const message = isObject(first['message']) ? first['message'] : first['delta'];
  const tools: unknown = isObject(message) ? message['executed_tools'] : undefined;
  return Array.isArray(tools) ? tools.filter(isObject) : [];
}

function countTools(tools: readonly JsonObject[], search: number): UsageParts {
  const byIndex = new Map(tools.map((tool, place) => [tool['index'] ?? `at ${place}`, tool]));
  let webSearches = 0;
  let codeRuns = 0;
  for (const tool of byIndex.values()) {
    const kind = [tool['type'], tool['name']].filter((word) => typeof word === 'string').join(' ');
    if (/python|code/.test(kind)) codeRuns += 1;
    else if (/visit|open/.test(kind)) webSearches += VISIT;
    else if (!/find/.test(kind)) webSearches += search;
  }
  return { ...(webSearches > 0 && { webSearches }), ...(codeRuns > 0 && { codeRuns }) };
}
