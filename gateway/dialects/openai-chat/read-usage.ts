import type { TokenUsage, UsageParts } from '../../domain/usage.ts';
import { addUp, overlapOf } from '../usage/add-up.ts';
import type { JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { reportedCostOf } from '../usage/reported-cost.ts';

/**
 * Reads the `usage` object of a chat completion. `prompt_tokens` includes cache reads and writes; `completion_tokens`
 * includes reasoning at OpenAI, and at xAI only `total_tokens` does; parts that exceed their total are added to it.
 * Sources: OpenAI API reference, "CompletionUsage"; DeepSeek ("prompt_cache_hit_tokens"), Moonshot and Together
 * ("cached_tokens"), Mistral ("num_cached_tokens"), Alibaba Cloud ("Context cache": cache_creation_input_tokens),
 * OpenRouter ("Usage accounting"), LiteLLM and Databricks (Anthropic's names beside the totals).
 */
export function readOpenAiUsage(usage: unknown): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const prompt = readCount(usage['prompt_tokens']);
  const total = readCount(usage['total_tokens']);
  if (prompt === undefined) return undefined;
  // OpenAI leaves it out where nothing was written. Source: recorded by DataDog/dd-trace-py, openai_completions_post.
  const completion = readCount(usage['completion_tokens'] ?? (total === undefined ? undefined : total - prompt));
  if (completion === undefined) return undefined;
  const details = usage['prompt_tokens_details'];
  const [read, written, beside] = [partsOf(details), partsOf(usage['completion_tokens_details']), partsOf(usage)];
  const cacheRead = Math.max(read('cached_tokens'), ...CACHED_BESIDE.map(beside));
  // Newer models bill cache writes, above the price of plain input.
  const hour = hourOf(usage['cache_creation'], details);
  const cacheWrite = Math.max(read('cache_write_tokens'), ...[read, beside].map((count) => count(WRITTEN)), hour);
  const [audio, drawn, reasoning] = [written('audio_tokens'), written('image_tokens'), written('reasoning_tokens')];
  const inputAudio = read('audio_tokens');
  const whole = addUp({
    input: prompt,
    output: completion,
    total,
    cacheRead,
    cacheWrite,
    media: inputAudio,
    shares: [audio, drawn, reasoning],
  });
  const cacheReadAudio = overlapOf(whole.input, cacheRead, inputAudio);
  // Excludes the other mode, in which the provider itself finds earlier input. Source: Alibaba Cloud, "Context cache".
  const cacheReadMarked = isObject(details) && details['cache_type'] === 'ephemeral' ? cacheRead : 0;
  const kinds = { inputAudio, cacheReadAudio, outputAudio: audio, outputImage: drawn, reasoning, cacheReadMarked };
  const parts = withoutZeros(kinds);
  return { ...whole, cacheRead, cacheWrite, cacheWriteHour: hour, ...(parts && { parts }), ...reportedCostOf(usage) };
}

/** Fields for tokens read from the cache, where they stand beside the totals. */
const CACHED_BESIDE = [
  'prompt_cache_hit_tokens',
  'cached_tokens',
  'num_cached_tokens',
  'cache_read_input_tokens',
] as const;
/** The field for tokens written to the cache, in Anthropic's and Alibaba's words. */
const WRITTEN = 'cache_creation_input_tokens';

/** The tokens written to the cache for an hour, in Anthropic's words, wherever a relay has left them. */
function hourOf(creation: unknown, details: unknown): number {
  const inDetails = isObject(details) ? [details['cache_creation'], details['cache_creation_token_details']] : [];
  return Math.max(...[creation, ...inDetails].map((place) => partsOf(place)('ephemeral_1h_input_tokens')));
}

/**
 * The `usage` object of a reply or of a chunk: in its own field, and in some streams only in `x_groq` or in the last
 * choice. Sources: Groq API reference, "Chat completion chunk"; platform.moonshot.ai, "Streaming".
 * @param choices how many answers were asked for: the figure of one of several is not the whole
 */
export function findUsage({ usage, x_groq: groq, choices }: JsonObject, asked: number): unknown {
  if (isObject(usage)) return usage;
  if (isObject(groq) && isObject(groq['usage'])) return groq['usage'];
  const last: unknown = asked === 1 && Array.isArray(choices) ? choices.at(-1) : undefined;
  return isObject(last) ? last['usage'] : undefined;
}

/** Reads shares of a total; a missing one is 0. */
export function partsOf(details: unknown): (field: string) => number {
  return (field) => (isObject(details) ? (readCount(details[field]) ?? 0) : 0);
}

/** @returns undefined when nothing is left */
export function withoutZeros(parts: UsageParts): UsageParts | undefined {
  const some = Object.entries(parts).filter(([, count]) => count > 0);
  return some.length > 0 ? Object.fromEntries(some) : undefined;
}

/** The service tier a reply says it was served in, beside its usage. */
export function withTier(usage: TokenUsage | undefined, tier: unknown): TokenUsage | undefined {
  return usage && typeof tier === 'string' && /^[\w-]{1,32}$/.test(tier) ? { ...usage, tier } : usage;
}
