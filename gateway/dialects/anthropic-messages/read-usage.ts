import type { TokenUsage } from '../../domain/usage.ts';
import { isObject, readCount } from '../read-json.ts';
import { reportedCostOf } from '../reported-cost.ts';
import { tierOfUsage } from './read-tier.ts';

/**
 * Reads the `usage` object of a message. `input_tokens` leaves out what was read from or written to the cache, so
 * the parts add up to the whole. Source: Anthropic API reference, "Prompt caching: tracking cache performance".
 * Searches of the web are billed by the call. Source: "Web search tool: usage and pricing".
 * @param before an earlier figure of the same stream; a later event need not repeat every field
 * @param askedTier what the request asked for
 */
export function readAnthropicUsage(usage: unknown, before?: TokenUsage, askedTier?: string): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const earlierPlain = before && before.input - before.cacheRead - before.cacheWrite;
  const plain = readCount(usage['input_tokens']) ?? earlierPlain;
  const output = readCount(usage['output_tokens']) ?? before?.output;
  if (plain === undefined || output === undefined) return undefined;
  const cacheRead = readCount(usage['cache_read_input_tokens']) ?? before?.cacheRead ?? 0;
  const cacheWrite = readCount(usage['cache_creation_input_tokens']) ?? before?.cacheWrite ?? 0;
  const byLifetime = usage['cache_creation'];
  const hour = isObject(byLifetime) ? readCount(byLifetime['ephemeral_1h_input_tokens']) : undefined;
  const tools = usage['server_tool_use'];
  const webSearches = (isObject(tools) ? readCount(tools['web_search_requests']) : undefined) ?? before?.parts?.webSearches ?? 0;
  const tier = tierOfUsage(usage, before ? before.tier : askedTier);
  return {
    input: plain + cacheRead + cacheWrite,
    cacheRead,
    cacheWrite,
    cacheWriteHour: Math.min(hour ?? before?.cacheWriteHour ?? 0, cacheWrite),
    output,
    ...(webSearches > 0 ? { parts: { webSearches } } : {}),
    ...(tier === undefined ? {} : { tier }),
    ...reportedCostOf(usage),
  };
}
