import type { Media } from '../../domain/usage.ts';
import { findBeyondModel, isUsed } from '../usage/beyond-model.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { showsAllOutput } from '../openai-models.ts';
import { byteLengthOf, eachObject, isObject } from '../json/read-json.ts';
import { countOf, isLimit, isSwitch, malformed, modelOf, NO_MODEL, NO_STREAM, unbounded } from './body-fields.ts';
import { boundMessages } from './bound-input.ts';

/**
 * Models that search the web before they answer: once at every request. Source: OpenAI, "Web search", Chat Completions.
 */
const SEARCHES_ALWAYS = /-search-(preview|api)/;

/** Reads a chat completion request. Source: OpenAI API reference, "Create chat completion". */
export function readOpenAiAsk({ body, byteLength }: Call): Ask | AskFault {
  const { messages, stream, stream_options: streamOptions } = body;
  const model = modelOf(body);
  if (model === undefined) return malformed(NO_MODEL);
  if (!Array.isArray(messages)) return malformed('The field "messages" must be a list.');
  if (!isSwitch(stream)) return malformed(NO_STREAM);

  const choices = countOf(body['n']);
  if (choices === undefined) return malformed('The field "n" must be a whole number from 1 up.');
  const limits = [body['max_completion_tokens'], body['max_tokens']].filter(
    (limit) => limit !== undefined && limit !== null,
  );
  if (!limits.every(isLimit))
    return malformed('The output limit ("max_completion_tokens" or "max_tokens") must be a whole number from 1 up.');
  if (!isSimple(streamOptions))
    return malformed('The field "stream_options" must hold true, false, numbers or text only.');

  const free = findUnbounded(model, body);
  if (free !== undefined) return unbounded(free);
  const searches = isObject(body['web_search_options']) || SEARCHES_ALWAYS.test(model);
  const { input, media } = boundMessages(messages, byteLength);
  const heard: readonly Media[] =
    isThere(body['audio']) ||
    media.length > 0 ||
    (Array.isArray(body['modalities']) && body['modalities'].includes('audio'))
      ? ['audio']
      : [];
  const tier = body['service_tier'];
  return {
    model,
    stream: stream === true,
    // What a search found is read as input.
    inputBound: searches ? undefined : input,
    // Caching is automatic here; where a compatible model bills it, the dearest way is assumed.
    cacheWrites: 'hour',
    // Rejected tokens of a predicted output are billed on top of the answer, and are at most what was predicted.
    outputLimit:
      limits.length > 0 ? Math.max(...limits) * choices + byteLengthOfPrediction(body['prediction']) : undefined,
    choices,
    smallestOutputLimit: 1,
    hiddenOutput: !showsAllOutput(model) || isObject(body['prediction']) || heard.length > 0,
    hideUsage: stream === true && !(isObject(streamOptions) && streamOptions['include_usage'] === true),
    ...(heard.length > 0 && { media: heard }),
    ...(searches && { extras: { webSearches: 1 } }),
    ...(typeof tier === 'string' && { tier }),
  };
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Purser writes these options anew, and must not be made to write something that is too deep to be written. */
function isSimple(options: unknown): boolean {
  return (
    !isThere(options) ||
    (isObject(options) && Object.values(options).every((value) => typeof value !== 'object' || value === null))
  );
}

/** Things that are billed on top of tokens, or as often as the model likes, and that nothing in the request bounds. */
function findUnbounded(model: string, body: JsonObject): string | undefined {
  const beyond = findBeyondModel(model, body);
  if (beyond !== undefined) return beyond;
  const tools: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  const hosted = tools.find(
    (tool) => isObject(tool) && typeof tool['type'] === 'string' && !['function', 'custom'].includes(tool['type']),
  );
  if (isObject(hosted))
    return (
      `The tool "${String(hosted['type'])}" runs at the provider and has no bound in chat completions. Leave it ` +
      `out, or use the Responses API.`
    );
  // What is found there is read as input, at any length; other servers may do as Azure does.
  if (isUsed(body['data_sources'])) {
    return '"data_sources" lets the provider read what it finds there, at any length. Leave it out.';
  }
  // Pictures in a chat reply are billed far above its text, and the price library has the text's rate only.
  if (Array.isArray(body['modalities']) && body['modalities'].includes('image'))
    return 'A chat reply with pictures has no bound. Leave "image" out of "modalities", or use images/generations.';
  return undefined;
}

function byteLengthOfPrediction(prediction: unknown): number {
  if (!isObject(prediction)) return 0;
  let bytes = byteLengthOf(prediction['content']);
  for (const part of eachObject(prediction['content'])) bytes += byteLengthOf(part['text']);
  return bytes;
}
