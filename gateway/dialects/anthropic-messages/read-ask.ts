import type { CacheWrites } from '../../domain/usage.ts';
import { findBeyondModel, isUsed } from '../usage/beyond-model.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { eachObject, isObject } from '../json/read-json.ts';
import { addedTools } from './server-tools/added-tools.ts';
import { boundInput } from './bound-input.ts';
import { formsOf } from './server-tools/hosted-forms.ts';
import { readFallbacks } from './other-passes.ts';
import { tierOfRequest } from './read-tier.ts';
import { readServerTools, runsAtProvider } from './server-tools/server-tools.ts';

/**
 * Models that think only when they are told to. Newer ones do it by themselves, and show nothing of it.
 * Source: platform.claude.com (2026-11), "Thinking", and the overviews of the models.
 */
const ANSWERS_AT_ONCE = /^claude-(\d|(opus|sonnet|haiku)-4)/;

/** Reads a messages request. Source: Anthropic API reference, "Create a Message". */
export function readAnthropicAsk({ body, byteLength }: Call): Ask | AskFault {
  const { model, messages, stream, max_tokens: maxTokens, thinking } = body;
  if (typeof model !== 'string' || model === '') return malformed('The field "model" must name a model.');
  if (!Array.isArray(messages)) return malformed('The field "messages" must be a list.');
  const isChoice = stream === undefined || typeof stream === 'boolean';
  if (!isChoice) return malformed('The field "stream" must be true or false.');
  // With 0 the provider reads the request into its cache, and writes nothing.
  if (typeof maxTokens !== 'number' || !Number.isSafeInteger(maxTokens) || maxTokens < 0) {
    return malformed('The field "max_tokens" must be a whole number from 0 up.');
  }
  const tools = readServerTools(body);
  if ('fault' in tools) return tools;
  const fallbacks = readFallbacks(body);
  if ('fault' in fallbacks) return fallbacks;
  const added = addedTools(messages);
  const hosted = tools.finds || tools.tools.length > 0;
  // Those two are read here.
  const unbounded =
    findUnbounded(body, added, hosted) ??
    findBeyondModel(model, { ...body, fallbacks: undefined, billing_policy: undefined });
  if (unbounded !== undefined) return { fault: 'unbounded', message: unbounded };

  const thinks = isObject(thinking) && thinking['type'] !== 'disabled';
  const budget = thinks && typeof thinking['budget_tokens'] === 'number' ? thinking['budget_tokens'] : 0;
  const tier = tierOfRequest(body);
  const listed: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  return formsOf(
    { body, tools, fallbacks },
    {
      model,
      stream: stream === true,
      inputBound: boundInput(body, byteLength, [...listed, ...added]),
      cacheWrites: findCacheWrites(body),
      outputLimit: maxTokens,
      choices: 1,
      // The provider wants max_tokens above the thinking budget.
      smallestOutputLimit: budget + 1,
      // Thinking is billed in full and shown in summary only; what shortens a conversation comes when it is whole.
      hiddenOutput: thinks || isObject(body['compaction']) || (!isObject(thinking) && !ANSWERS_AT_ONCE.test(model)),
      hideUsage: false,
      ...(tier === undefined ? {} : { tier }),
    },
  );
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

/** Things that are billed on top of tokens, or to somebody else, or that nothing in the request bounds yet. */
function findUnbounded(body: JsonObject, added: readonly JsonObject[], hosted: boolean): string | undefined {
  const { mcp_servers: servers, billing_policy: policy, thread } = body;
  if (Array.isArray(servers) && servers.length > 0) {
    return 'MCP servers called by the provider cannot be bounded under a cap yet.';
  }
  if (isUsed(policy) && !(isObject(policy) && (policy['bill_to'] ?? 'self') === 'self')) {
    return '"billing_policy" bills somebody else, whom no cap here holds. Leave it out.';
  }
  if (added.some(({ type }) => runsAtProvider(type))) {
    return 'A tool that runs at the provider is added in the middle of the conversation. Name it in "tools" instead.';
  }
  // Whoever goes on with it does not name its tools again.
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
