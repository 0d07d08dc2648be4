import type { CacheWrites } from '../../domain/usage.ts';
import { findUnboundedFeature, isUsed } from '../usage/unbounded-feature.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { eachObject, isObject } from '../json/read-json.ts';
import { addedTools } from './server-tools/added-tools.ts';
import { boundInput } from './bound-input.ts';
import { formsOf } from './server-tools/hosted-forms.ts';
import { readFallbacks } from './other-passes.ts';
import { tierOfRequest } from './read-tier.ts';
import { readServerTools, runsAtProvider } from './server-tools/server-tools.ts';

/**
 * Models that think only on request. Newer ones think by themselves, and show nothing of it.
 * Source: platform.claude.com (2026-11), "Thinking", and the overviews of the models.
 */
const ANSWERS_AT_ONCE = /^claude-(\d|(opus|sonnet|haiku)-4)/;

/** Reads a messages request. Source: Anthropic API reference, "Create a Message". */
export function readAnthropicAsk({ body, byteLength }: Call): Ask | AskFault {
  const required = readRequired(body);
  if ('fault' in required) return required;
  const { model, messages, maxTokens } = required;
  const tools = readServerTools(body);
  if ('fault' in tools) return tools;
  const fallbacks = readFallbacks(body);
  if ('fault' in fallbacks) return fallbacks;
  const added = addedTools(messages);
  const hosted = tools.finds || tools.tools.length > 0;
  const unbounded =
    findUnbounded(body, added, hosted) ??
    // These two fields have been read above.
    findUnboundedFeature(model, { ...body, fallbacks: undefined, billing_policy: undefined });
  if (unbounded !== undefined) return { fault: 'unbounded', message: unbounded };

  const { budget, hiddenOutput } = readThinking(model, body);
  const tier = tierOfRequest(body);
  const listed: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  return formsOf(
    { body, tools, fallbacks },
    {
      model,
      stream: body['stream'] === true,
      inputBound: boundInput(body, byteLength, [...listed, ...added]),
      cacheWrites: findCacheWrites(body),
      outputLimit: maxTokens,
      choices: 1,
      // The provider wants max_tokens above the thinking budget.
      smallestOutputLimit: budget + 1,
      hiddenOutput,
      hideUsage: false,
      ...(tier === undefined ? {} : { tier }),
    },
  );
}

/** The fields that every messages request must have. */
interface Required {
  readonly model: string;
  readonly messages: readonly unknown[];
  readonly maxTokens: number;
}

function readRequired({ model, messages, stream, max_tokens: maxTokens }: JsonObject): Required | AskFault {
  if (typeof model !== 'string' || model === '') return malformed('The field "model" must name a model.');
  if (!Array.isArray(messages)) return malformed('The field "messages" must be a list.');
  const isChoice = stream === undefined || typeof stream === 'boolean';
  if (!isChoice) return malformed('The field "stream" must be true or false.');
  // With 0 the provider reads the request into its cache, and writes nothing.
  if (typeof maxTokens !== 'number' || !Number.isSafeInteger(maxTokens) || maxTokens < 0) {
    return malformed('The field "max_tokens" must be a whole number from 0 up.');
  }
  return { model, messages, maxTokens };
}

/** Thinking is billed in full and shown in summary only. @returns its budget in tokens, and whether output is hidden */
function readThinking(
  model: string,
  { thinking, compaction }: JsonObject,
): Pick<Ask, 'hiddenOutput'> & {
  readonly budget: number;
} {
  // A summary of the conversation comes in one piece when it is complete.
  const compacts = isObject(compaction);
  if (!isObject(thinking)) return { budget: 0, hiddenOutput: compacts || !ANSWERS_AT_ONCE.test(model) };
  if (thinking['type'] === 'disabled') return { budget: 0, hiddenOutput: compacts };
  const { budget_tokens: budget } = thinking;
  return { budget: typeof budget === 'number' ? budget : 0, hiddenOutput: true };
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

/** Finds a field that is billed on top of tokens, or to somebody else, or that nothing in the request bounds yet. */
function findUnbounded(body: JsonObject, added: readonly JsonObject[], hosted: boolean): string | undefined {
  const { billing_policy: policy, thread } = body;
  if (isUsed(policy) && !(isObject(policy) && (policy['bill_to'] ?? 'self') === 'self')) {
    return '"billing_policy" bills somebody else, whom no cap here holds. Leave it out.';
  }
  if (added.some(({ type }) => runsAtProvider(type))) {
    return 'A tool that runs at the provider is added in the middle of the conversation. Name it in "tools" instead.';
  }
  // A request that continues the thread does not name its tools again.
  if (isObject(thread) && hosted) {
    return 'A "thread" keeps tools that run at the provider for requests that do not name them. Leave one of them out.';
  }
  return undefined;
}

/** The cache is written only where a request marks a breakpoint, for five minutes unless it says an hour. */
function findCacheWrites(body: JsonObject): CacheWrites {
  let found: CacheWrites = 'none';
  for (const part of eachObject(body)) {
    const control = part['cache_control'];
    if (!isObject(control)) continue;
    if (control['ttl'] !== undefined && control['ttl'] !== '5m') return 'hour';
    found = 'short';
  }
  return found;
}
