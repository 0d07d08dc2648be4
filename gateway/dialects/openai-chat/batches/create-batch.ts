import { NO_USAGE } from '../../../domain/usage.ts';
import type { TokenUsage } from '../../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject, Operation } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';
import { mostOutput, showsAllOutput } from '../../openai-models.ts';
import { readResponsesUsage } from '../../openai-responses/read-usage.ts';
import { malformed, unbounded } from '../body-fields.ts';
import { readBatchLine } from './batch-line.ts';

/**
 * The tier of everything in a batch: half the price, whoever serves it. No client can ask for it by this name, which
 * has a space in it. Source: developers.openai.com, "Batch API" (2026-11): 50 percent.
 */
export const BATCH_TIER = 'file batch';

const UNREAD =
  'Purser could not read the file of this batch at the provider, so it cannot tell what the batch costs. Check its ' +
  '"input_file_id"; a file of more than 32 MB must be split.';
const OVER = new Set<unknown>(['completed', 'failed', 'expired', 'cancelled']);
/** A batch reads each text once, and nothing of it is marked for the cache. */
const WRITES = 'hour';

/**
 * A batch of requests from a file, made within a day. The file is read before the batch is created: it is held as the
 * sum of its requests, and costs what the batch reports once it is over. Source: OpenAI API reference, "Create batch".
 */
export const createBatch: Operation = {
  readAsk,
  rewrite: () => ({}),
  readUsage,
  attachment: {
    pathOf({ input_file_id: id }) {
      return typeof id === 'string' && /^[A-Za-z0-9][\w-]{0,199}$/.test(id) ? `files/${id}/content` : undefined;
    },
    line: readBatchLine,
  },
};

function readAsk({ body, lines }: Call): Ask | AskFault {
  const { endpoint, input_file_id: file } = body;
  if (typeof file !== 'string') return malformed('The field "input_file_id" must name a file.');
  if (lines === undefined) return unbounded(UNREAD);
  const [first] = lines;
  if (!first) return malformed('The file of a batch must have a request in each line.');
  if (lines.some(({ path }) => path !== endpoint))
    return malformed('Every line of the file must have the "url" that the batch has as its "endpoint".');
  if (lines.some(({ ask }) => ask.model !== first.ask.model))
    return unbounded('The file of this batch asks for several models. OpenAI takes one for each file: split it.');
  return sumOf(lines.map(({ ask }) => ask));
}

function sumOf(asks: readonly Ask[]): Ask {
  const model = asks[0]?.model ?? '';
  const sum = (count: (ask: Ask) => number): number => asks.reduce((total, ask) => total + count(ask), 0);
  const outputLimit = sum((ask) => ask.outputLimit ?? mostOutput(ask.model) * ask.choices);
  const isKnown = asks.every((ask) => ask.inputBound !== undefined);
  const searches = sum(({ extras }) => extras?.webSearches ?? 0);
  return {
    model,
    stream: false,
    inputBound: isKnown ? sum((ask) => ask.inputBound ?? 0) : undefined,
    windows: sum((ask) => ask.windows ?? 1),
    cacheWrites: WRITES,
    outputLimit,
    choices: 1,
    smallestOutputLimit: outputLimit,
    fixedOutput: true,
    hiddenOutput: !showsAllOutput(model),
    hideUsage: false,
    // It is made after its reply, and its reply is asked for until it is.
    outlivesStream: true,
    tier: BATCH_TIER,
    ...(searches > 0 && { extras: { webSearches: searches } }),
  };
}

/** @returns undefined while it goes on, and where it does not say */
function readUsage(reply: JsonObject, ask: Ask): TokenUsage | undefined {
  if (!OVER.has(reply['status'])) return undefined;
  const { request_counts: counts } = reply;
  if (isObject(counts) && counts['completed'] === 0) return { ...NO_USAGE, tier: BATCH_TIER };
  const usage = readResponsesUsage(reply, ask);
  return usage && { ...usage, tier: BATCH_TIER, ...(ask.extras && { parts: { ...usage.parts, ...ask.extras } }) };
}
