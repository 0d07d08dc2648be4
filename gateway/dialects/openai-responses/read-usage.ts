import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { partsOf, withoutZeros, withTier } from '../openai-chat/read-usage.ts';
import { isObject, readCount } from '../read-json.ts';
import { reportedCostOf } from '../reported-cost.ts';
import { servedModel } from '../served-model.ts';
import { readToolCalls } from './tool-calls.ts';
import type { ToolCallCount } from './tool-calls.ts';

/**
 * Reads what a response used. `input_tokens` includes what was read from and written to the cache, and sums all rounds of
 * hosted tools; `output_tokens` includes reasoning. Source: OpenAI API reference, "The Response object".
 * @param seen calls of hosted tools that a stream has shown, for replies that do not list them
 */
export function readResponsesUsage(reply: JsonObject, ask: Pick<Ask, 'model'>, seen?: ToolCallCount): TokenUsage | undefined {
  const { usage } = reply;
  if (!isObject(usage)) return undefined;
  const input = readCount(usage['input_tokens']);
  const output = readCount(usage['output_tokens']);
  if (input === undefined || output === undefined) return undefined;
  const details = usage['input_tokens_details'];
  const read = partsOf(details);
  const cacheRead = Math.min(read('cached_tokens'), input);
  const cacheWrite = Math.min(read('cache_write_tokens'), input - cacheRead);
  const long = isObject(details) ? partsOf(details['cache_write_tokens_details'])('ttl_12h_tokens') : 0;
  const reasoning = Math.min(partsOf(usage['output_tokens_details'])('reasoning_tokens'), output);
  const parts = withoutZeros({ ...readToolCalls(reply, ask.model, seen), reasoning });
  const counts = { input, cacheRead, cacheWrite, cacheWriteHour: Math.min(long, cacheWrite), output };
  const said = { ...reportedCostOf(usage), ...servedModel(reply['model']) };
  return withTier({ ...counts, ...(parts && { parts }), ...said }, reply['service_tier']);
}
