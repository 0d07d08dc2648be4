import type { TokenUsage, UsageParts } from '../../domain/usage.ts';
import { isObject, readCount } from '../read-json.ts';
import { reportedCostOf } from '../reported-cost.ts';

/**
 * Reads the `usage` object of a chat completion. `prompt_tokens` includes what was read from and written to the cache;
 * `completion_tokens` includes reasoning at OpenAI, and at xAI only `total_tokens` does. Sources: OpenAI API reference,
 * "CompletionUsage"; DeepSeek ("prompt_cache_hit_tokens"), Moonshot ("cached_tokens"), OpenRouter ("Usage accounting").
 */
export function readOpenAiUsage(usage: unknown): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const input = readCount(usage['prompt_tokens']);
  const said = readCount(usage['completion_tokens']);
  if (input === undefined || said === undefined) return undefined;
  const output = Math.max(said, (readCount(usage['total_tokens']) ?? 0) - input);
  const read = partsOf(usage['prompt_tokens_details']);
  const written = partsOf(usage['completion_tokens_details']);
  const cacheRead = Math.min(Math.max(read('cached_tokens'), readCount(usage['prompt_cache_hit_tokens']) ?? 0, readCount(usage['cached_tokens']) ?? 0), input);
  // Newer models bill what they write to the cache, above the price of plain input.
  const cacheWrite = Math.min(read('cache_write_tokens'), input - cacheRead);
  const inputAudio = Math.min(read('audio_tokens'), input - cacheRead - cacheWrite);
  const outputAudio = Math.min(written('audio_tokens'), output);
  const outputImage = Math.min(written('image_tokens'), output - outputAudio);
  const reasoning = Math.min(written('reasoning_tokens'), output - outputAudio - outputImage);
  const parts = withoutZeros({ inputAudio, outputAudio, outputImage, reasoning });
  return { input, cacheRead, cacheWrite, cacheWriteHour: 0, output, ...(parts && { parts }), ...reportedCostOf(usage) };
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
