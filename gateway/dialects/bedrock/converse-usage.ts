import type { CacheWrites, TokenUsage } from '../../domain/usage.ts';
import { isObject, readCount } from '../json/read-json.ts';

/**
 * Reads the `usage` of Converse. `inputTokens` leaves out what was read from a cache and written to one, and
 * `totalTokens` is all of it together. Source: Amazon Bedrock API reference, "TokenUsage", and replies that pydantic-ai
 * has recorded, test_bedrock_cache_write_and_read; 2026-11.
 * @param asked the cache lifetime of the request: writes without a reported lifetime count as that
 */
export function readConverseUsage(usage: unknown, asked: CacheWrites = 'short'): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const plain = readCount(usage['inputTokens']);
  const output = readCount(usage['outputTokens']);
  if (plain === undefined || output === undefined) return undefined;
  const cacheRead = readCount(usage['cacheReadInputTokens']) ?? 0;
  const hour = hourOf(usage['cacheDetails']);
  const cacheWrite = Math.max(readCount(usage['cacheWriteInputTokens']) ?? 0, hour ?? 0);
  const parts = plain + cacheRead + cacheWrite;
  // What only the total has was read: it may be no less than its parts.
  const input = Math.max(parts, (readCount(usage['totalTokens']) ?? 0) - output);
  const searches = searchesOf(usage['serverToolUsage']);
  return {
    input,
    cacheRead,
    cacheWrite,
    cacheWriteHour: hour ?? (asked === 'hour' ? cacheWrite : 0),
    output,
    ...(searches > 0 && { parts: { webSearches: searches } }),
    ...(input === 0 ? { suspect: 'zero-input' } : {}),
  };
}

/** Writes that were kept for an hour. @returns undefined where no lifetimes are reported */
function hourOf(details: unknown): number | undefined {
  if (!Array.isArray(details) || details.length === 0) return undefined;
  return details
    .filter(isObject)
    .filter(({ ttl }) => ttl !== '5m')
    .reduce((sum, { inputTokens }) => sum + (readCount(inputTokens) ?? 0), 0);
}

/** Calls of tools that Amazon runs: whatever they are called, they are billed by the call. */
function searchesOf(tools: unknown): number {
  if (!isObject(tools)) return 0;
  return Object.values(tools).reduce<number>((sum, count) => sum + (readCount(count) ?? 0), 0);
}
