import type { TokenUsage } from '../../domain/usage.ts';
import { isObject, readCount } from '../read-json.ts';

/**
 * Reads the `usage` object of a chat completion. `prompt_tokens` includes cached ones;
 * `completion_tokens` includes reasoning. Source: OpenAI API reference, "CompletionUsage".
 */
export function readOpenAiUsage(usage: unknown): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const input = readCount(usage['prompt_tokens']);
  const output = readCount(usage['completion_tokens']);
  if (input === undefined || output === undefined) return undefined;
  const details = usage['prompt_tokens_details'];
  const cacheRead = isObject(details) ? (readCount(details['cached_tokens']) ?? 0) : 0;
  return { input, cacheRead: Math.min(cacheRead, input), cacheWrite: 0, cacheWriteHour: 0, output };
}
