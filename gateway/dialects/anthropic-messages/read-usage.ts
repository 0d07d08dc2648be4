import type { TokenUsage } from '../../domain/usage.ts';
import { isObject, readCount } from '../read-json.ts';
import { reportedCostOf } from '../reported-cost.ts';

/**
 * Reads the `usage` object of a message. `input_tokens` leaves out what was read from or written to the cache, so
 * the parts add up to the whole. Source: Anthropic API reference, "Prompt caching: tracking cache performance".
 * @param before an earlier figure of the same stream; a later event need not repeat every field
 */
export function readAnthropicUsage(usage: unknown, before?: TokenUsage): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const earlierPlain = before && before.input - before.cacheRead - before.cacheWrite;
  const plain = readCount(usage['input_tokens']) ?? earlierPlain;
  const output = readCount(usage['output_tokens']) ?? before?.output;
  if (plain === undefined || output === undefined) return undefined;
  const cacheRead = readCount(usage['cache_read_input_tokens']) ?? before?.cacheRead ?? 0;
  const cacheWrite = readCount(usage['cache_creation_input_tokens']) ?? before?.cacheWrite ?? 0;
  const byLifetime = usage['cache_creation'];
  const hour = isObject(byLifetime) ? readCount(byLifetime['ephemeral_1h_input_tokens']) : undefined;
  return {
    input: plain + cacheRead + cacheWrite,
    cacheRead,
    cacheWrite,
    cacheWriteHour: Math.min(hour ?? before?.cacheWriteHour ?? 0, cacheWrite),
    output,
    ...reportedCostOf(usage),
  };
}
