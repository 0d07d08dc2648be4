import type { Extra } from '../../domain/usage.ts';
import { surelyTakenLimit } from '../../domain/output-maximum.ts';
import { findBeyondModel } from '../beyond-model.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { mostOutput, showsAllOutput } from '../openai-models.ts';
import { isObject } from '../read-json.ts';
import { boundInput } from './bound-input.ts';
import { boundCall, findHostedTools, isWebSearch } from './hosted-tools.ts';
import type { CallBound } from './hosted-tools.ts';

/** The provider refuses a smaller limit. */
const SMALLEST_OUTPUT = 16;
/** What the provider tells the model about a hosted tool. */
const HOSTED_TOOL_TOKENS = 5_000;
/** Calls of hosted tools that are tried in turn, the dearest first; a request's own limit comes before them. */
const CALLS = [4, 2, 1] as const;
/** From so few calls on, money is short: the output is limited too, because every call reads it again. */
const FEW_CALLS = 2;
/** Models that search without being asked. */
const SEARCHES_ALWAYS = /-search-(preview|api)/;

/** Reads a request for a response. Source: OpenAI API reference, "Create a response". */
export function readResponsesAsk(call: Call): Ask | AskFault {
  const plain = readPlainAsk(call);
  return 'fault' in plain ? plain : withHostedTools(plain, call.body);
}

/**
 * Reads a request to another server that speaks this protocol. What limits hosted tools is OpenAI's; elsewhere, web search that
 * is only brought along is left out, and anything else that runs at the provider has no bound.
 */
export function readAskElsewhere(call: Call): Ask | AskFault {
  const plain = readPlainAsk(call);
  if ('fault' in plain) return plain;
  const [tool] = [...findHostedTools(call.body).tools, ...findHostedTools(call.body).inInput];
  if (tool === undefined || canDoWithout(call.body)) return plain;
  return { fault: 'unbounded', message: `The tool ${JSON.stringify(tool['type'])} runs at the provider as often as the model likes, and nothing limits it there. Leave it out.` };
}

/** Reads it as if nothing ran at the provider: what it is once its hosted tools are left out. */
export function readPlainAsk(call: Call): Ask | AskFault {
  const { body } = call;
  const model = readModel(body);
  if (typeof model !== 'string') return model;
  const { stream, max_output_tokens: limit, max_tool_calls: ownCalls } = body;
  if (stream !== undefined && stream !== null && typeof stream !== 'boolean') return malformed('The field "stream" must be true or false.');
  if (!isLimit(limit)) return malformed('The field "max_output_tokens" must be a whole number from 1 up.');
  if (!isLimit(ownCalls)) return malformed('The field "max_tool_calls" must be a whole number from 1 up.');
  const unbounded = findUnbounded(model, body);
  if (unbounded !== undefined) return { fault: 'unbounded', message: unbounded };

  return {
    model,
    stream: stream === true,
    ...withPasses(boundInput(call), body['reasoning']),
    // Caching is automatic, and newer models bill what is written, for half an hour or for twelve.
    cacheWrites: 'hour',
    outputLimit: limit ?? undefined,
    choices: 1,
    smallestOutputLimit: SMALLEST_OUTPUT,
    hiddenOutput: !showsAllOutput(model),
    hideUsage: false,
    ...((body['background'] ?? false) !== false && { outlivesStream: true }),
    // Of the WebSocket form. Source: OpenAI, "WebSocket mode".
    ...(body['generate'] === false && { mayReadNothing: true }),
    ...readTier(body),
  };
}

/**
 * In the pro mode of reasoning a model does more work on a request than one pass. Seen: 1,549 tokens read for a request
 * of 18, by gpt-5.6-sol on 2026-07-24 (pydantic-ai 4fda3898, test_openai_responses_reasoning_mode_pro). How many passes
 * there are is said nowhere: this is a guess on the high side. Source: OpenAI, "Reasoning models".
 */
const PRO_PASSES = 16;

function withPasses(input: number | undefined, reasoning: unknown): Pick<Ask, 'inputBound' | 'windows'> {
  const mode = isObject(reasoning) ? (reasoning['mode'] ?? 'standard') : 'standard';
  if (mode === 'standard') return { inputBound: input };
  return { inputBound: input === undefined ? undefined : input * PRO_PASSES, windows: PRO_PASSES };
}

/** The model of a request: a template may name one too, but Purser cannot see it. */
export function readModel({ model }: JsonObject): string | AskFault {
  return typeof model === 'string' && model !== '' ? model : malformed('The field "model" must name a model.');
}

/** The service tier a request asks for; `fast` is another word for `priority`. Source: OpenAI API reference, "service_tier". */
export function readTier({ service_tier: tier }: JsonObject): Pick<Ask, 'tier'> {
  return typeof tier === 'string' ? { tier: tier === 'fast' ? 'priority' : tier } : {};
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

function isLimit(value: unknown): value is number | null | undefined {
  return value === undefined || value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1);
}

/** Things that make passes of their own, or bring what nothing in the request bounds. */
function findUnbounded(model: string, body: JsonObject): string | undefined {
  const given = (field: string): boolean => body[field] !== undefined && body[field] !== null && body[field] !== false;
  if (SEARCHES_ALWAYS.test(model)) return `The model "${model}" searches the web by itself, which is billed per call and has no bound here.`;
  const beyond = findBeyondModel(model, body);
  if (beyond !== undefined) return beyond;
  if (Array.isArray(body['context_management']) && body['context_management'].length > 0) {
    return 'Compaction within a response is billed as passes of its own and cannot be bounded under a cap. Leave out "context_management", or use /responses/compact.';
  }
  if (given('multi_agent')) return 'Agents that the provider starts by itself cannot be bounded under a cap. Leave out "multi_agent".';
  if (given('prompt') && !Array.isArray(body['tools'])) {
    return 'A prompt template may bring tools that cost money. Name the tools in the request (an empty list will do), and they take their place.';
  }
  return undefined;
}

/** The request with so many calls of its hosted tools as money allows; without any as the last resort. */
function withHostedTools(plain: Ask, body: JsonObject): Ask | AskFault {
  const { tools, inInput } = findHostedTools(body);
  const bounds: CallBound[] = [];
  for (const tool of [...tools, ...inInput]) {
    const bound = boundCall(tool, plain.model);
    if ('fault' in bound) return bound;
    bounds.push(bound);
  }
  if (bounds.length === 0) return plain;
  const ownCalls = body['max_tool_calls'];
  const first = typeof ownCalls === 'number' ? ownCalls : CALLS[0];
  return [first, ...CALLS.filter((calls) => calls < first)].toReversed().reduce<Ask | undefined>(
    (lesser, calls) => ({ ...withCalls(plain, bounds, calls), ...(lesser && { lesser }) }),
    canDoWithout(body) ? plain : undefined,
  ) ?? plain;
}

/** Agents bring web search along in case it is of use. Whoever insists on a tool, or searches files, wants it. */
function canDoWithout(body: JsonObject): boolean {
  const { tools, inInput } = findHostedTools(body);
  const choice = body['tool_choice'] ?? 'auto';
  return inInput.length === 0 && tools.every(isWebSearch) && (choice === 'auto' || choice === 'none');
}

/**
 * Each round reads everything before it again: the input, what was written so far, what the calls brought. The input is the
 * mean of the rounds: where the window cuts some of them, cutting the mean cuts less.
 */
function withCalls(plain: Ask, bounds: readonly CallBound[], calls: number): Ask {
  const outputLimit = plain.outputLimit ?? (calls <= FEW_CALLS ? surelyTakenLimit(plain.model) : undefined);
  const usedBy = (made: number, output: number): Pick<Ask, 'inputBound' | 'rounds' | 'extras'> => {
    const written = (made / (made + 1)) * output;
    const brought = made === 0 ? 0 : (made / 2) * Math.max(...bounds.map(({ content }) => content ?? Infinity));
    const mean = (plain.inputBound ?? Infinity) + bounds.length * HOSTED_TOOL_TOKENS + written + brought;
    return { rounds: made + 1, inputBound: Number.isFinite(mean) ? Math.ceil(mean) : undefined, extras: sumExtras(bounds, made) };
  };
  return { ...plain, outputLimit, ...usedBy(calls, outputLimit ?? mostOutput(plain.model)), usedBy };
}

function sumExtras(bounds: readonly CallBound[], calls: number): Partial<Readonly<Record<Extra, number>>> {
  const entries = bounds.flatMap(({ extras }) => Object.entries(extras));
  const most: Record<string, number> = {};
  // Every call may be of the dearest tool of its kind.
  for (const [extra, count] of entries) most[extra] = Math.max(most[extra] ?? 0, count * calls);
  return most;
}
