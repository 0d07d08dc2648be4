import type { TokenUsage } from '../../domain/usage.ts';
import { isObject, readCount } from '../read-json.ts';

/**
 * Reads the `usage` object of a chat completion. `prompt_tokens` includes what was read from and written to the cache;
 * `completion_tokens` includes reasoning. Source: OpenAI API reference, "CompletionUsage".
 */
export function readOpenAiUsage(usage: unknown): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const input = readCount(usage['prompt_tokens']);
  const output = readCount(usage['completion_tokens']);
  if (input === undefined || output === undefined) return undefined;
  const details = usage['prompt_tokens_details'];
  const part = (field: string): number => (isObject(details) ? (readCount(details[field]) ?? 0) : 0);
  const cacheRead = Math.min(part('cached_tokens'), input);
  // Newer models bill what they write to the cache, above the price of plain input.
  const cacheWrite = Math.min(part('cache_write_tokens'), input - cacheRead);
  return { input, cacheRead, cacheWrite, cacheWriteHour: 0, output };
}
