import type { TokenUsage, UsageParts } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../read-json.ts';
import { reportedCostOf } from '../reported-cost.ts';

/**
 * Reads the `usage` object of a chat completion. `prompt_tokens` includes what was read from and written to the cache;
 * `completion_tokens` includes reasoning at OpenAI, and at xAI only `total_tokens` does. Sources: OpenAI API reference,
 * "CompletionUsage"; DeepSeek ("prompt_cache_hit_tokens"), Moonshot and Together ("cached_tokens"), Mistral
 * ("num_cached_tokens"), Alibaba Cloud ("Context cache": cache_creation_input_tokens), OpenRouter ("Usage accounting").
 */
export function readOpenAiUsage(usage: unknown): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const input = readCount(usage['prompt_tokens']);
  const said = readCount(usage['completion_tokens']);
  if (input === undefined || said === undefined) return undefined;
  const output = Math.max(said, (readCount(usage['total_tokens']) ?? 0) - input);
  const read = partsOf(usage['prompt_tokens_details']);
  const written = partsOf(usage['completion_tokens_details']);
  const cacheRead = Math.min(Math.max(read('cached_tokens'), ...CACHED_BESIDE.map((field) => readCount(usage[field]) ?? 0)), input);
  // Newer models bill what they write to the cache, above the price of plain input.
  const cacheWrite = Math.min(Math.max(read('cache_write_tokens'), read('cache_creation_input_tokens')), input - cacheRead);
  const inputAudio = Math.min(read('audio_tokens'), input - cacheRead - cacheWrite);
  const outputAudio = Math.min(written('audio_tokens'), output);
  const outputImage = Math.min(written('image_tokens'), output - outputAudio);
  const reasoning = Math.min(written('reasoning_tokens'), output - outputAudio - outputImage);
  // Exclusive of the other mode, in which the provider itself finds what it has seen before. Source: Alibaba Cloud, "Context cache".
  const details = usage['prompt_tokens_details'];
  const cacheReadMarked = isObject(details) && details['cache_type'] === 'ephemeral' ? cacheRead : 0;
  const parts = withoutZeros({ inputAudio, outputAudio, outputImage, reasoning, cacheReadMarked });
  return { input, cacheRead, cacheWrite, cacheWriteHour: 0, output, ...(parts && { parts }), ...reportedCostOf(usage) };
}

/** What was read from the cache, where it stands beside the totals. */
const CACHED_BESIDE = ['prompt_cache_hit_tokens', 'cached_tokens', 'num_cached_tokens'] as const;

/**
 * The `usage` object of a reply or of a chunk: in its own field, and in some streams only in `x_groq` or in the last choice.
 * Sources: Groq API reference, "Chat completion chunk"; platform.moonshot.ai, "Streaming".
 * @param choices how many answers were asked for: the figure of one of several is not the whole
 */
export function findUsage({ usage, x_groq: groq, choices }: JsonObject, asked: number): unknown {
  if (isObject(usage)) return usage;
  if (isObject(groq) && isObject(groq['usage'])) return groq['usage'];
  const last: unknown = asked === 1 && Array.isArray(choices) ? choices.at(-1) : undefined;
  return isObject(last) ? last['usage'] : undefined;
}

/** Reads shares of a total; what is not there is 0. */
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
