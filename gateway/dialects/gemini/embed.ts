import type { Ask, AskFault, Call, JsonObject, Operation } from '../dialect.ts';
import { eachObject, isObject, readCount } from '../json/read-json.ts';
import { boundContents } from './bound-input.ts';
import { findAmbiguous, listOf, pick } from './fields.ts';
import { limitsOf } from './model-limits.ts';
import { findDisguise } from './query.ts';
import { namesAnother } from './read-ask.ts';
import { readGeminiUsage } from './read-usage.ts';

/** Embedding one content. Source: ai.google.dev, API reference, "Embeddings". */
export const embedContent: Operation = {
  readAsk: (call) => readEmbedAsk(call, [call.body]),
  rewrite: () => ({}),
  nestedLimits: true,
  readUsage: readEmbedUsage,
};

/** Embedding several contents at once. */
export const batchEmbedContents: Operation = {
  ...embedContent,
  readAsk(call) {
    const requests = call.body['requests'];
    if (!Array.isArray(requests) || !requests.every(isObject))
      return { fault: 'malformed', message: 'The field "requests" must be a list of objects.' };
    return readEmbedAsk(call, requests);
  },
};

function readEmbedAsk({ byteLength, params, query }: Call, requests: readonly JsonObject[]): Ask | AskFault {
  const model = params['model'] ?? '';
  const disguise = findDisguise(query);
  if (disguise !== undefined)
    return {
      fault: 'malformed',
      message: `The parameter "${disguise}" may change what a reply says of its usage. Leave it out.`,
    };
  if (requests.some((request) => namesAnother(request, model)))
    return {
      fault: 'malformed',
      message: 'The field "model" in the request body names another model than the path does.',
    };
  const contents = requests.map((request) => request['content']);
  for (const part of eachObject(contents)) {
    if (findAmbiguous(part, ['inlineData', 'fileData', 'mimeType']) !== undefined)
      return { fault: 'malformed', message: 'A part of the contents is there under two names.' };
    const [inline, file] = [pick(part, 'inlineData'), pick(part, 'fileData')];
    const type = isObject(inline) ? pick(inline, 'mimeType') : undefined;
    if (
      file !== undefined ||
      (isObject(inline) && !(typeof type === 'string' && /^(text|image|audio)\/|^application\/pdf$/.test(type)))
    ) {
      return {
        fault: 'unbounded',
        message:
          'Purser does not know what embedding this kind of file costs: film has a price of its own. Send text, ' +
          'pictures, sound or PDF inline.',
      };
    }
  }
  const { tokens, media } = boundContents(contents, byteLength);
  const most = (limitsOf(model)?.input ?? Infinity) * requests.length;
  const bound = Math.min(tokens ?? Infinity, most);
  return {
    model,
    stream: false,
    inputBound: bound === Infinity ? undefined : bound,
    windows: requests.length,
    cacheWrites: 'none',
    outputLimit: 0,
    choices: 1,
    smallestOutputLimit: 0,
    hiddenOutput: false,
    hideUsage: false,
    media,
  };
}

/** Older models report no usage; newer ones report their input by modality. */
function readEmbedUsage(reply: JsonObject): ReturnType<Operation['readUsage']> {
  const usage = reply['usageMetadata'];
  if (!isObject(usage) || readCount(usage['promptTokenCount']) === undefined) return undefined;
  const details = listOf(usage['promptTokensDetails'] ?? usage['promptTokenDetails']);
  return readGeminiUsage({ promptTokenCount: usage['promptTokenCount'], promptTokensDetails: details }, undefined);
}
