import type { CacheWrites } from '../../domain/usage.ts';
import type { Ask, AskFault, JsonObject } from '../dialect.ts';
import { byteLengthOf, eachObject, isObject } from '../read-json.ts';

/** Tokens around messages that are not in the body. */
const FRAME_TOKENS = 100;
/** The system prompt the provider adds when tools are present: 346 to 675 tokens by model, twice that for computer use. */
const TOOL_TOKENS = 1_500;
/** Above what any current model charges for one image (4,784 at high resolution). */
const IMAGE_TOKENS = 5_000;

/** Reads a messages request. Source: Anthropic API reference, "Create a Message". */
export function readAnthropicAsk(body: JsonObject, byteLength: number): Ask | AskFault {
  const { model, messages, stream, max_tokens: maxTokens, thinking } = body;
  if (typeof model !== 'string' || model === '') return malformed('The field "model" must name a model.');
  if (!Array.isArray(messages)) return malformed('The field "messages" must be a list.');
  if (stream !== undefined && typeof stream !== 'boolean') return malformed('The field "stream" must be true or false.');
  if (typeof maxTokens !== 'number' || !Number.isSafeInteger(maxTokens) || maxTokens < 1) {
    return malformed('The field "max_tokens" must be a whole number from 1 up.');
  }
  const unbounded = findUnbounded(body);
  if (unbounded) return { fault: 'unbounded', message: unbounded };

  const thinks = isObject(thinking) && thinking['type'] !== 'disabled';
  const budget = thinks && typeof thinking['budget_tokens'] === 'number' ? thinking['budget_tokens'] : 0;
  return {
    model,
    stream: stream === true,
    inputBound: boundInput(body, byteLength),
    cacheWrites: findCacheWrites(body),
    outputLimit: maxTokens,
    choices: 1,
    // The provider wants max_tokens above the thinking budget.
    smallestOutputLimit: budget + 1,
    // Thinking is billed in full and shown in summary only.
    hiddenOutput: thinks,
    hideUsage: false,
  };
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

/** Things that are billed on top of tokens, or at another rate, and that nothing in the request bounds yet. */
function findUnbounded(body: JsonObject): string | undefined {
  const tools: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  // Tools that run at the provider have a dated type (web_search_20250305); the client's own have none or "custom".
  const clientRun = /^(custom|bash_|text_editor_|computer_|memory_)/;
  const hosted = tools.find((tool) => isObject(tool) && typeof tool['type'] === 'string' && !clientRun.test(tool['type']));
  if (isObject(hosted)) {
    return `The tool "${String(hosted['type'])}" runs at the provider and cannot be bounded under a cap yet. Leave it out.`;
  }
  if (Array.isArray(body['mcp_servers']) && body['mcp_servers'].length > 0) return 'MCP servers called by the provider cannot be bounded under a cap yet.';
  if (body['speed'] === 'fast') return 'Fast mode has prices of its own that Purser does not know yet. Leave out "speed".';
  if (body['inference_geo'] === 'us') return 'Inference in one region has prices of its own that Purser does not know yet. Leave out "inference_geo".';
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
  const hasTools = Array.isArray(body['tools']) && body['tools'].length > 0;
  let bound = byteLength + FRAME_TOKENS + (hasTools ? TOOL_TOKENS : 0);
  for (const part of eachObject([body['messages'], body['system']])) {
    const source = part['source'];
    if (part['type'] === 'container_upload') return undefined;
    if (part['type'] === 'document' && !(isObject(source) && source['type'] === 'text')) return undefined;
    if (part['type'] === 'image') bound += IMAGE_TOKENS - (isObject(source) ? byteLengthOf(source['data']) : 0);
  }
  return bound;
}
