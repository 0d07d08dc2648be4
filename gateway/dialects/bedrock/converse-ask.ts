import type { CacheWrites } from '../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { eachObject, isObject } from '../json/read-json.ts';
import { boundConverseInput } from './converse-input.ts';
import { findGuardrail, GUARDRAIL } from './find-guardrail.ts';
import { modelOf } from './model-id.ts';
import { tierOfCall } from './read-tier.ts';

/** Models that write nothing that they do not show. */
const SHOWS_ALL =
  /(^|\.)(meta\.llama|mistral\.(?!magistral)|cohere\.|ai21\.|amazon\.(titan|nova-(micro|lite|pro|premier)-v1))/;
/** Fields of single vendors that are limits of the output, or ask for more than one answer. */
const OTHER_LIMITS =
  /^(max_?(new_?)?(gen_?len|tokens|tokens_to_sample|token_?count)|max_completion_tokens|n|num_?results)$/i;
/** Fields of a model's own that do not change what is billed, but for output that the limit holds. */
const VENDOR_TOOL = /^(web_search|web_fetch|code_execution|advisor|mcp)/;

/** Reads a request of Converse. Source: Amazon Bedrock API reference, "Converse"; 2026-11. */
export function readConverseAsk(call: Call, stream: boolean): Ask | AskFault {
  const { body, byteLength, params } = call;
  const model = modelOf(params['model'] ?? '');
  const { messages, inferenceConfig: config = {}, additionalModelRequestFields: own = {} } = body;
  // A prompt of Prompt management brings its messages along.
  if (messages !== undefined && !Array.isArray(messages)) return malformed('The field "messages" must be a list.');
  if (!isObject(config)) return malformed('The field "inferenceConfig" must be an object.');
  if (!isObject(own)) return malformed('The field "additionalModelRequestFields" must be an object.');
  const limit = config['maxTokens'] ?? undefined;
  if (limit !== undefined && !isLimit(limit))
    return malformed('The field "inferenceConfig.maxTokens" must be a whole number from 1 up.');
  const unbounded = findUnbounded(call, own);
  if (unbounded !== undefined) return { fault: 'unbounded', message: unbounded };
  const budget = thinkingBudget(own);
  const tier = tierOfCall(call);
  const isWhole = Array.isArray(messages);
  return {
    model,
    stream,
    inputBound: isWhole ? boundConverseInput(body, byteLength) : undefined,
    cacheWrites: isWhole ? findCacheWrites(body) : 'hour',
    outputLimit: limit,
    choices: 1,
    smallestOutputLimit: budget + 1,
    hiddenOutput: !SHOWS_ALL.test(model),
    hideUsage: false,
    framing: 'frames',
    ...(tier === undefined ? {} : { tier }),
  };
}

/** Finds a field that is billed on top of tokens, or that moves the limit out of sight. */
function findUnbounded({ body, headers }: Call, own: JsonObject): string | undefined {
  if (findGuardrail(body, headers)) return GUARDRAIL;
  const { toolConfig } = body;
  const tools: readonly unknown[] =
    isObject(toolConfig) && Array.isArray(toolConfig['tools']) ? toolConfig['tools'] : [];
  if (tools.some((tool) => isObject(tool) && tool['systemTool'] !== undefined)) return SYSTEM_TOOL;
  const limit = Object.keys(own).find((name) => OTHER_LIMITS.test(name));
  if (limit !== undefined)
    return `"additionalModelRequestFields.${limit}" is a second limit on the output. Set "inferenceConfig.maxTokens".`;
  for (const part of eachObject(own)) {
    const { type, mcp_servers: servers } = part;
    if ((typeof type === 'string' && VENDOR_TOOL.test(type)) || (Array.isArray(servers) && servers.length > 0))
      return SYSTEM_TOOL;
  }
  return undefined;
}

const SYSTEM_TOOL =
  'A tool that Amazon runs itself (a search, code) is billed by the call, at a price that Purser does not know. ' +
  'Leave it out of "toolConfig", or give the model a tool of your own.';

/** Claude thinks within a budget, which a limit must exceed. */
function thinkingBudget({ thinking, reasoning_config: reasoning }: JsonObject): number {
  const budgets = [thinking, reasoning].map((one) => (isObject(one) ? one['budget_tokens'] : undefined));
  return budgets.reduce<number>((most, budget) => (isLimit(budget) && budget > most ? budget : most), 0);
}

/** A cache is written up to each `cachePoint`, for five minutes unless it says an hour. */
function findCacheWrites(body: JsonObject): CacheWrites {
  let found: CacheWrites = 'none';
  for (const part of eachObject(body)) {
    const point = part['cachePoint'];
    if (!isObject(point)) continue;
    if ((point['ttl'] ?? '5m') !== '5m') return 'hour';
    found = 'short';
  }
  return found;
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}
