import type { TokenUsage } from '../../domain/usage.ts';
import { addUp } from '../usage/add-up.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { partsOf, withoutZeros, withTier } from '../openai-chat/read-usage.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { reportedCostOf } from '../usage/reported-cost.ts';
import { servedModel } from '../usage/served-model.ts';
import { readPictures } from './read-pictures.ts';
import { listPictures, readToolCalls } from './tool-calls.ts';
import type { ToolCallCount } from './tool-calls.ts';

type ReplyTo = Pick<Ask, 'model' | 'mayReadNothing' | 'others'>;

/**
 * Reads the usage of a response. `input_tokens` includes cache reads and writes, and sums all rounds of hosted tools;
 * `output_tokens` includes reasoning. Source: OpenAI API reference, "The Response object".
 * @param seen calls of hosted tools that a stream has shown, for replies that do not list them
 */
export function readResponsesUsage(reply: JsonObject, ask: ReplyTo, seen?: ToolCallCount): TokenUsage | undefined {
  const { usage } = reply;
  if (!isObject(usage)) return undefined;
  const [input, output] = [readCount(usage['input_tokens']), readCount(usage['output_tokens'])];
  if (input === undefined || output === undefined) return undefined;
  const details = usage['input_tokens_details'];
  const read = partsOf(details);
  const long = isObject(details) ? partsOf(details['cache_write_tokens_details'])('ttl_12h_tokens') : 0;
  const [cacheRead, cacheWrite] = [read('cached_tokens'), Math.max(read('cache_write_tokens'), long)];
  const reasoning = partsOf(usage['output_tokens_details'])('reasoning_tokens');
  const total = readCount(usage['total_tokens']);
  const summed = addUp({ input, output, total, cacheRead, cacheWrite, media: 0, shares: [reasoning] });
  const whole = isNothing(summed, reply, ask) ? { input: 0, output: 0 } : summed;
  const parts = withoutZeros({ ...readToolCalls(reply, ask.model, seen), reasoning });
  const counts = { ...whole, cacheRead, cacheWrite, cacheWriteHour: long };
  const pictures = readPictures(reply, ask, longer(seen?.pictures ?? [], listPictures(reply)));
  const reported = { ...reportedCostOf(usage), ...servedModel(reply['model']), ...pictures };
  return withTier({ ...counts, ...(parts && { parts }), ...reported }, reply['service_tier']);
}

/** The end of a stream may leave the output out. */
function longer<T>(left: readonly T[], right: readonly T[]): readonly T[] {
  return left.length > right.length ? left : right;
}

/** A response that is over, however it ended. Source: OpenAI API reference, "The Response object: status". */
const OVER = new Set<unknown>(['completed', 'incomplete', 'failed', 'cancelled']);

/**
 * The usage of a response that is fetched later, as one that was made in the background is.
 * @param reply of `GET responses/{id}`
 * @returns undefined while it goes on, and where it does not say
 */
export function readFinalUsage(reply: JsonObject): TokenUsage | undefined {
  if (!OVER.has(reply['status'])) return undefined;
  return readResponsesUsage(reply, { model: typeof reply['model'] === 'string' ? reply['model'] : '' });
}

/** A response that failed before it began has used nothing, and neither has one that only gets ready. */
function isNothing({ input, output }: Pick<TokenUsage, 'input' | 'output'>, reply: JsonObject, ask: ReplyTo): boolean {
  return input === 0 && output === 0 && (reply['status'] === 'failed' || ask.mayReadNothing === true);
}
