import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { byteLengthOf, eachObject, isObject } from '../read-json.ts';

/** Tokens the provider adds around messages and tools that are not in the body. */
const FRAME_TOKENS = 1_000;
/** Above what any current model charges for one image (gpt-4o-mini, high detail: 48,169). */
const IMAGE_TOKENS = 50_000;
/** Models that never generate tokens they do not show. All others may reason. */
const SHOWS_ALL_OUTPUT = /^(gpt-3\.5|gpt-4(o|\.1|-|$)|chatgpt-4o)/;
/** Models that search the web at every request. */
const SEARCHES_ALWAYS = /-search-(preview|api)/;

/** Reads a chat completion request. Source: OpenAI API reference, "Create chat completion". */
export function readOpenAiAsk({ body, byteLength }: Call): Ask | AskFault {
  const { model, messages, n, stream, stream_options: streamOptions } = body;
  if (typeof model !== 'string' || model === '') return malformed('The field "model" must name a model.');
  if (!Array.isArray(messages)) return malformed('The field "messages" must be a list.');
  if (stream !== undefined && stream !== null && typeof stream !== 'boolean') return malformed('The field "stream" must be true or false.');

  const choices = n ?? 1;
  if (!isLimit(choices)) return malformed('The field "n" must be a whole number from 1 up.');
  const limits = [body['max_completion_tokens'], body['max_tokens']].filter((limit) => limit !== undefined && limit !== null);
  if (!limits.every(isLimit)) return malformed('The output limit ("max_completion_tokens" or "max_tokens") must be a whole number from 1 up.');
  if (!isSimple(streamOptions)) return malformed('The field "stream_options" must hold true, false, numbers or text only.');

  const unbounded = findUnbounded(model, body);
  if (unbounded) return { fault: 'unbounded', message: unbounded };
  return {
    model,
    stream: stream === true,
    inputBound: boundInput(messages, byteLength),
    // Caching is automatic here; where a compatible model bills it, the dearest way is assumed.
    cacheWrites: 'hour',
    outputLimit: limits.length > 0 ? Math.max(...limits) * choices : undefined,
    choices,
    smallestOutputLimit: 1,
    // Rejected tokens of a predicted output are billed and never shown.
    hiddenOutput: !SHOWS_ALL_OUTPUT.test(model) || isObject(body['prediction']),
    hideUsage: stream === true && !(isObject(streamOptions) && streamOptions['include_usage'] === true),
  };
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

/** Purser writes these options anew, and must not be made to write something that is too deep to be written. */
function isSimple(options: unknown): boolean {
  return options === undefined || options === null || (isObject(options) && Object.values(options).every((value) => typeof value !== 'object' || value === null));
}

/** Things that are billed on top of tokens, or at another rate, and that nothing in the request bounds yet. */
function findUnbounded(model: string, body: JsonObject): string | undefined {
  if (SEARCHES_ALWAYS.test(model)) return `The model "${model}" searches the web, which is billed per call and cannot be bounded under a cap yet.`;
  const tools: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  const hosted = tools.find((tool) => isObject(tool) && typeof tool['type'] === 'string' && !['function', 'custom'].includes(tool['type']));
  if (isObject(hosted)) return `The tool "${String(hosted['type'])}" runs at the provider and cannot be bounded under a cap yet. Leave it out.`;
  if (isObject(body['web_search_options'])) return 'Web search is billed per call and cannot be bounded under a cap yet. Leave out "web_search_options".';
  if (body['audio'] !== undefined && body['audio'] !== null) return 'Audio output cannot be bounded under a cap yet. Leave out "audio".';
  const tier = body['service_tier'];
  if (typeof tier === 'string' && !['auto', 'default', 'flex'].includes(tier)) {
    return `The service tier "${tier}" has prices of its own that Purser does not know yet. Use "default".`;
  }
  for (const part of eachObject(body['messages'])) {
    if (part['type'] === 'input_audio') return 'Audio input cannot be bounded under a cap yet.';
  }
  return undefined;
}

/** Bytes bound tokens, except for what is not text: images have a bound of their own, files only the context window. */
function boundInput(messages: readonly unknown[], byteLength: number): number | undefined {
  let bound = byteLength + FRAME_TOKENS;
  for (const part of eachObject(messages)) {
    if (part['type'] === 'file') return undefined;
    if (part['type'] === 'image_url') bound += IMAGE_TOKENS;
  }
  return bound - countImageBytes(messages);
}

/** Bytes that are certainly pixels: only where the provider reads an image can its bytes not be read as text. */
function countImageBytes(messages: readonly unknown[]): number {
  let bytes = 0;
  for (const message of messages) {
    const content: unknown = isObject(message) ? message['content'] : undefined;
    for (const part of Array.isArray(content) ? content : []) {
      const image: unknown = isObject(part) && part['type'] === 'image_url' ? part['image_url'] : undefined;
      if (isObject(image) && typeof image['url'] === 'string' && image['url'].startsWith('data:image/')) bytes += byteLengthOf(image['url']);
    }
  }
  return bytes;
}
