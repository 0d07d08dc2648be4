import { plainTier } from '../usage/plain-tier.ts';
import { findUnboundedFeature, isUsed } from '../usage/unbounded-feature.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { showsAllOutput } from '../openai-models.ts';
import { isObject } from '../json/read-json.ts';
import { boundInput } from './bound-input.ts';
import { withHostedTools } from './hosted-forms.ts';
import { findHostedTools } from './hosted-tools.ts';

/** The provider refuses a smaller limit. */
const SMALLEST_OUTPUT = 16;
/** Models that search without being asked. */
const SEARCHES_ALWAYS = /-search-(preview|api)/;

/** Reads a request for a response. Source: OpenAI API reference, "Create a response". */
export function readResponsesAsk(call: Call): Ask | AskFault {
  const plain = readPlainAsk(call);
  return 'fault' in plain ? plain : withHostedTools(plain, call.body);
}

/**
 * Reads a request to another server that speaks this protocol. The limits on hosted tools are OpenAI's; at other
 * servers nothing bounds tools that run there.
 */
export function readCompatibleAsk(call: Call): Ask | AskFault {
  const plain = readPlainAsk(call);
  if ('fault' in plain) return plain;
  const [tool] = [...findHostedTools(call.body).tools, ...findHostedTools(call.body).inInput];
  if (tool === undefined) return plain;
  const why = 'runs at the provider as often as the model likes, and nothing limits it there. Leave it out.';
  return { fault: 'unbounded', message: `The tool ${JSON.stringify(tool['type'])} ${why}` };
}

/** Reads it as if nothing ran at the provider: the request without its hosted tools. */
export function readPlainAsk(call: Call): Ask | AskFault {
  const { body } = call;
  const model = readModel(body);
  if (typeof model !== 'string') return model;
  const { stream, max_output_tokens: limit, max_tool_calls: ownCalls } = body;
  if (stream !== undefined && stream !== null && typeof stream !== 'boolean')
    return malformed('The field "stream" must be true or false.');
  if (!isLimit(limit)) return malformed('The field "max_output_tokens" must be a whole number from 1 up.');
  if (!isLimit(ownCalls)) return malformed('The field "max_tool_calls" must be a whole number from 1 up.');
  const unbounded = findUnbounded(model, body);
  if (unbounded !== undefined) return { fault: 'unbounded', message: unbounded };

  return {
    model,
    stream: stream === true,
    ...withPasses(boundInput(call), body['reasoning']),
    // Caching is automatic, and newer models bill writes, for half an hour or for twelve.
    cacheWrites: 'hour',
    outputLimit: limit ?? undefined,
    choices: 1,
    smallestOutputLimit: SMALLEST_OUTPUT,
    hiddenOutput: !showsAllOutput(model),
    hideUsage: false,
    ...((body['background'] ?? false) !== false && { outlivesStream: true }),
    // Part of the WebSocket form. Source: OpenAI, "WebSocket mode".
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
export function readModel({ model, prompt }: JsonObject): string | AskFault {
  if (typeof model === 'string' && model !== '') return model;
  if (isUsed(prompt)) return { fault: 'unbounded', message: NO_MODEL_OF_TEMPLATE };
  return malformed('The field "model" must name a model.');
}

/** Source: developers.openai.com, "Migrate from prompt objects": v1/prompts shuts down on 2026-11-30. */
const NO_MODEL_OF_TEMPLATE =
  'Only OpenAI knows the model and the tools of a prompt template, so Purser cannot tell what it costs. Name the ' +
  '"model" and the "tools" (an empty list will do) in the request, or write the text of the template into it: OpenAI ' +
  'shuts templates down on 2026-11-30.';

/**
 * The service tier a request asks for; `fast` is another word for `priority`. Source: OpenAI API reference,
 * "service_tier".
 */
export function readTier({ service_tier: tier }: JsonObject): Pick<Ask, 'tier'> {
  return typeof tier === 'string' ? { tier: tier === 'fast' ? 'priority' : plainTier(tier) } : {};
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

function isLimit(value: unknown): value is number | null | undefined {
  return (
    value === undefined || value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1)
  );
}

/** Things that make passes of their own, or bring what nothing in the request bounds. */
function findUnbounded(model: string, body: JsonObject): string | undefined {
  const given = (field: string): boolean => isUsed(body[field]);
  if (SEARCHES_ALWAYS.test(model))
    return (
      `The model "${model}" searches by itself and belongs to chat completions. Send it there, or use "web_search" ` +
      `with another model.`
    );
  const feature = findUnboundedFeature(model, body);
  if (feature !== undefined) return feature;
  const unknown = findUnknownManagement(body['context_management']);
  if (unknown !== undefined)
    return `Purser does not know ${JSON.stringify(unknown)} in "context_management", so it has no bound. Leave it out.`;
  if (given('multi_agent'))
    return 'Agents that the provider starts by itself cannot be bounded under a cap. Leave out "multi_agent".';
  if (given('prompt') && !Array.isArray(body['tools'])) {
    return (
      'A prompt template may bring tools that cost money. Name the tools in the request (an empty list will ' +
      'do), and they take their place.'
    );
  }
  return undefined;
}

/** The kind of an entry that is no compaction. */
function findUnknownManagement(management: unknown): unknown {
  if (!isUsed(management)) return undefined;
  const entries: readonly unknown[] = Array.isArray(management) ? management : [management];
  const unknown = entries.find((entry) => !isObject(entry) || entry['type'] !== 'compaction');
  return isObject(unknown) ? (unknown['type'] ?? 'without a type') : unknown;
}
