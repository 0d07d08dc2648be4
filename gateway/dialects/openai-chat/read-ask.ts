import { plainTier } from '../usage/plain-tier.ts';
import { findUnboundedFeature, isUsed } from '../usage/unbounded-feature.ts';
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
  const settings = readSettings(body);
  if ('fault' in settings) return settings;
  const { model, messages, choices, limits } = settings;
  const feature = findUnbounded(model, body);
  if (feature !== undefined) return unbounded(feature);
  const searches = isObject(body['web_search_options']) || SEARCHES_ALWAYS.test(model);
  const { input, media } = boundMessages(messages, byteLength);
  const sound = media.length > 0 || asksForSound(body);
  const stream = body['stream'] === true;
  const tier = body['service_tier'];
  return {
    model,
    stream,
    // The pages that a search finds are read as input.
    inputBound: searches ? undefined : input,
    // Caching is automatic here; where a compatible model bills it, the dearest way is assumed.
    cacheWrites: 'hour',
    // Rejected tokens of a predicted output are billed on top of the answer, and are at most the prediction.
    outputLimit:
      limits.length > 0 ? Math.max(...limits) * choices + byteLengthOfPrediction(body['prediction']) : undefined,
    choices,
    smallestOutputLimit: 1,
    hiddenOutput: !showsAllOutput(model) || isObject(body['prediction']) || sound,
    hideUsage: stream && !asksForUsage(body['stream_options']),
    ...(sound && { media: ['audio'] }),
    ...(searches && { extras: { webSearches: 1 } }),
    ...(typeof tier === 'string' && { tier: plainTier(tier) }),
  };
}

/** The fields of a request that Purser has to understand. */
interface Settings {
  readonly model: string;
  readonly messages: readonly unknown[];
  readonly choices: number;
  /** Its limits on output tokens, for each choice. */
  readonly limits: readonly number[];
}

function readSettings(body: JsonObject): Settings | AskFault {
  const { messages } = body;
  const model = modelOf(body);
  if (model === undefined) return malformed(NO_MODEL);
  if (!Array.isArray(messages)) return malformed('The field "messages" must be a list.');
  if (!isSwitch(body['stream'])) return malformed(NO_STREAM);
  const choices = countOf(body['n']);
  if (choices === undefined) return malformed('The field "n" must be a whole number from 1 up.');
  const limits = [body['max_completion_tokens'], body['max_tokens']].filter(isThere);
  if (!limits.every(isLimit))
    return malformed('The output limit ("max_completion_tokens" or "max_tokens") must be a whole number from 1 up.');
  if (!isSimple(body['stream_options']))
    return malformed('The field "stream_options" must hold true, false, numbers or text only.');
  return { model, messages, choices, limits };
}

function asksForSound({ audio, modalities }: JsonObject): boolean {
  return isThere(audio) || (Array.isArray(modalities) && modalities.includes('audio'));
}

function asksForUsage(streamOptions: unknown): boolean {
  return isObject(streamOptions) && streamOptions['include_usage'] === true;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Purser writes these options anew, and an object that is too deep cannot be written. */
function isSimple(options: unknown): boolean {
  return (
    !isThere(options) ||
    (isObject(options) && Object.values(options).every((value) => typeof value !== 'object' || value === null))
  );
}

/** Finds a feature that is billed on top of tokens, or as often as the model likes, and that nothing here bounds. */
function findUnbounded(model: string, body: JsonObject): string | undefined {
  const feature = findUnboundedFeature(model, body);
  if (feature !== undefined) return feature;
  const tools: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  const hosted = tools.find(
    (tool) => isObject(tool) && typeof tool['type'] === 'string' && !['function', 'custom'].includes(tool['type']),
  );
  if (isObject(hosted))
    return (
      `The tool "${String(hosted['type'])}" runs at the provider and has no bound in chat completions. Leave it ` +
      `out, or use the Responses API.`
    );
  // The provider reads its findings there as input, at any length; other servers may do as Azure does.
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
