import type { CacheWrites } from '../../domain/usage.ts';
import { findBeyondModel } from '../beyond-model.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { byteLengthOf, eachObject, isObject } from '../read-json.ts';
import { tierOfRequest } from './read-tier.ts';
import { CALL_TOKENS, countCalls, countFetches, countSearches, readServerTools } from './server-tools.ts';
import type { ServerTools } from './server-tools.ts';

/** Tokens around messages that are not in the body. */
const FRAME_TOKENS = 100;
/** The system prompt the provider adds when tools are present: 346 to 675 tokens by model, twice that for computer use. */
const TOOL_TOKENS = 1_500;
/** What the provider adds for each tool of its own making: 245 for bash, 700 for the editor, 735 for computer use. */
const KNOWN_TOOL_TOKENS = 1_000;
/** Above what any current model charges for one image (4,784 at high resolution). */
const IMAGE_TOKENS = 5_000;

/** Models that think only when they are told to. Newer ones do it by themselves, and show nothing of it. Source: Anthropic, "Adaptive thinking". */
const ANSWERS_AT_ONCE = /^claude-(\d|(opus|sonnet|haiku)-4)/;

/** Reads a messages request. Source: Anthropic API reference, "Create a Message". */
export function readAnthropicAsk({ body, byteLength }: Call): Ask | AskFault {
  const { model, messages, stream, max_tokens: maxTokens, thinking } = body;
  if (typeof model !== 'string' || model === '') return malformed('The field "model" must name a model.');
  if (!Array.isArray(messages)) return malformed('The field "messages" must be a list.');
  if (stream !== undefined && typeof stream !== 'boolean') return malformed('The field "stream" must be true or false.');
  if (typeof maxTokens !== 'number' || !Number.isSafeInteger(maxTokens) || maxTokens < 1) {
    return malformed('The field "max_tokens" must be a whole number from 1 up.');
  }
  const unbounded = findUnbounded(body) ?? findBeyondModel(model, body);
  if (unbounded) return { fault: 'unbounded', message: unbounded };

  const tools = readServerTools(body);
  if ('fault' in tools) return tools;
  const thinks = isObject(thinking) && thinking['type'] !== 'disabled';
  const budget = thinks && typeof thinking['budget_tokens'] === 'number' ? thinking['budget_tokens'] : 0;
  const tier = tierOfRequest(body);
  const input = boundInput(body, byteLength);
  return withServerTools(tools, {
    model,
    stream: stream === true,
    inputBound: input,
    cacheWrites: findCacheWrites(body),
    outputLimit: maxTokens,
    choices: 1,
    // The provider wants max_tokens above the thinking budget.
    smallestOutputLimit: budget + 1,
    // Thinking is billed in full and shown in summary only.
    hiddenOutput: thinks || (!isObject(thinking) && !ANSWERS_AT_ONCE.test(model)),
    hideUsage: false,
    ...(tier === undefined ? {} : { tier }),
  });
}

/** Fewer calls, for when more of them do not fit. */
const FORMS = [1_000, 8, 5, 3, 2, 1] as const;

/**
 * Every call of a tool lets the model read everything anew, with what it has written and with what the calls before have
 * brought: half of all that on average.
 */
function withServerTools(tools: ServerTools, ask: Ask): Ask {
  if (countCalls(tools, 1) === 0) return ask;
  const base = ask.inputBound === undefined ? undefined : ask.inputBound + (ask.outputLimit ?? 0);
  const forms = FORMS.map((most) => {
    const searches = countSearches(tools, most);
    const brought = Math.ceil((countSearches(tools, most) + countFetches(tools, most)) * (CALL_TOKENS / 2));
    return { ...ask, inputBound: base === undefined ? undefined : base + brought, rounds: countCalls(tools, most) + 1, ...(searches > 0 ? { extras: { webSearches: searches } } : {}) };
  });
  const different = forms.filter((form, index) => form.rounds !== forms[index - 1]?.rounds);
  return different.reduceRight<Ask | undefined>((lesser, form) => (lesser === undefined ? form : { ...form, lesser }), undefined) ?? ask;
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

/** Things that are billed on top of tokens, or at another rate, and that nothing in the request bounds yet. */
function findUnbounded(body: JsonObject): string | undefined {
  if (Array.isArray(body['mcp_servers']) && body['mcp_servers'].length > 0) return 'MCP servers called by the provider cannot be bounded under a cap yet.';
  const context = body['context_management'];
  const edits: readonly unknown[] = isObject(context) && Array.isArray(context['edits']) ? context['edits'] : [];
  if (edits.some((edit) => isObject(edit) && typeof edit['type'] === 'string' && edit['type'].startsWith('compact'))) {
    return 'Compaction by the provider is billed as a pass of its own and cannot be bounded under a cap yet. Leave it out of "context_management".';
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

/** Bytes bound tokens, except for what is not text: images have a bound of their own, documents only the context window. */
function boundInput(body: JsonObject, byteLength: number): number | undefined {
  const tools: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  const known = tools.filter((tool) => isObject(tool) && typeof tool['type'] === 'string' && tool['type'] !== 'custom').length;
  let bound = byteLength + FRAME_TOKENS + (tools.length > 0 ? TOOL_TOKENS : 0) + known * KNOWN_TOOL_TOKENS;
  for (const part of eachObject([body['messages'], body['system']])) {
    const source = part['source'];
    if (part['type'] === 'container_upload') return undefined;
    if (part['type'] === 'document' && !(isObject(source) && source['type'] === 'text')) return undefined;
    if (part['type'] === 'image') bound += IMAGE_TOKENS;
  }
  return bound - countImageBytes(body['messages']);
}

/**
 * Bytes that are certainly pixels: only where the provider reads an image can its bytes not be read as text.
 * The arguments of an old tool call may look like one, and are billed as text.
 */
function countImageBytes(messages: unknown): number {
  let bytes = 0;
  const pending: unknown[] = Array.isArray(messages) ? messages.filter(isObject).map((message) => message['content']) : [];
  while (pending.length > 0) {
    const content = pending.pop();
    for (const block of Array.isArray(content) ? content.filter(isObject) : []) {
      const source = block['source'];
      if (block['type'] === 'tool_result') pending.push(block['content']);
      if (block['type'] === 'image' && isObject(source) && source['type'] === 'base64') bytes += byteLengthOf(source['data']);
    }
  }
  return bytes;
}
