import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { FRAME_TOKENS, IMAGE_TOKENS } from '../openai-models.ts';
import { byteLengthOf, isObject } from '../json/read-json.ts';

/** Reads a request to generate. Source: docs.ollama.com/api/generate, 2026-11. */
export function readGenerateAsk({ body, byteLength }: Call): Ask | AskFault {
  const fault =
    findFault(body) ?? (body['prompt'] === undefined || typeof body['prompt'] === 'string' ? undefined : PROMPT);
  return fault ?? askOf(body, byteLength, [body]);
}

/** Reads a request to chat. Source: docs.ollama.com/api/chat, 2026-11. */
export function readChatAsk({ body, byteLength }: Call): Ask | AskFault {
  const { messages = [] } = body;
  const fault = findFault(body) ?? (Array.isArray(messages) ? undefined : MESSAGES);
  return fault ?? askOf(body, byteLength, Array.isArray(messages) ? messages.filter(isObject) : []);
}

/** Reads a request to embed. Source: docs.ollama.com/api/embed, 2026-11. */
export function readEmbedAsk({ body, byteLength }: Call): Ask | AskFault {
  const { input = body['prompt'] } = body;
  const fault = findFault(body) ?? (typeof input === 'string' || Array.isArray(input) ? undefined : INPUT);
  if (fault) return fault;
  return {
    ...askOf(body, byteLength, []),
    stream: false,
    windows: Array.isArray(input) ? Math.max(1, input.length) : 1,
    cacheWrites: 'none',
    outputLimit: 0,
    smallestOutputLimit: 0,
    fixedOutput: true,
  };
}

/** Its own limit on the answer, thoughts included, with everything else that stands beside it. */
export function limitOptions(body: JsonObject, limit: number): JsonObject {
  const options = isObject(body['options']) ? body['options'] : {};
  return { options: { ...options, num_predict: limit } };
}

const malformed = (message: string): AskFault => ({ fault: 'malformed', message });
const MESSAGES = malformed('The field "messages" must be a list.');
const PROMPT = malformed('The field "prompt" must be a text.');
const INPUT = malformed('The field "input" must be a text or a list.');

function findFault(body: JsonObject): AskFault | undefined {
  const { model, stream, options } = body;
  if (typeof model !== 'string' || model === '') return malformed('The field "model" must name a model.');
  if (stream !== undefined && typeof stream !== 'boolean')
    return malformed('The field "stream" must be true or false.');
  if (options !== undefined && options !== null && !isObject(options))
    return malformed('The field "options" must be an object.');
  // Servers in Go read a field whatever the case of its letters, and the last one wins.
  const other = Object.keys(body).find((name) => name !== 'options' && name.toLowerCase() === 'options');
  return other === undefined
    ? undefined
    : malformed(`The field "${other}" may be read as "options". Write it that way.`);
}

function askOf(body: JsonObject, byteLength: number, withPictures: readonly JsonObject[]): Ask {
  const { model, stream, options } = body;
  const limit = isObject(options) ? options['num_predict'] : undefined;
  const pictures = withPictures.flatMap(({ images }): readonly unknown[] => (Array.isArray(images) ? images : []));
  const pictureBytes = pictures.reduce<number>((sum, picture) => sum + byteLengthOf(picture), 0);
  return {
    model: String(model),
    // It streams unless it is told not to.
    stream: stream !== false,
    framing: 'lines',
    inputBound: byteLength - pictureBytes + FRAME_TOKENS + pictures.length * IMAGE_TOKENS,
    cacheWrites: 'none',
    // -1 and -2 mean without end.
    outputLimit: typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 1 ? limit : undefined,
    choices: 1,
    smallestOutputLimit: 1,
    hiddenOutput: true,
    hideUsage: false,
  };
}
