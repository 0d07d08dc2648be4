import { batchEmbedContents, embedContent } from '../gemini/embed.ts';
import { generateContent, streamGenerateContent } from '../gemini/generate.ts';
import { parseObject, readCount } from '../json/read-json.ts';
import { namesAddress } from '../names-address.ts';
import type { Ask, AskProvider, Call, Operation, StreamMeter } from '../dialect.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { tierAt } from './location.ts';
import { isOrdinary, tierOfHeaders } from './request-type.ts';

/**
 * Google's own models at Vertex AI: the bodies of the Gemini API, with the place in the path and the service tier in
 * headers. Source: docs.cloud.google.com, "Gemini API in Vertex AI"; 2026-11.
 */
function atVertex(operation: Operation): Operation {
  const { createMeter, countInput: _count, ...rest } = operation;
  return {
    ...rest,
    readAsk(call) {
      const ask = operation.readAsk(call);
      return 'fault' in ask ? ask : placed(ask, call, tierOfHeaders(call) ?? ask.tier);
    },
    readUsage(reply, ask) {
      const usage = operation.readUsage(reply, withoutPlace(ask));
      return usage && asServed(usage, ask, reply['usageMetadata']);
    },
    ...(createMeter && { createMeter: (ask, framing) => meterOf(createMeter(withoutPlace(ask), framing), ask) }),
    countInput: countVertexInput,
  };
}

/** Every form of a request is at the same place. */
function placed(ask: Ask, { params }: Pick<Call, 'params'>, tier: string | undefined): Ask {
  const at = tierAt(params['location'], tier);
  const cheaper = ask.cheaper && placed(ask.cheaper, { params }, tier);
  return { ...ask, ...(at === undefined ? {} : { tier: at }), ...(cheaper && { cheaper }) };
}

function withoutPlace(ask: Ask): Ask {
  const { tier, ...rest } = ask;
  const names = tier?.split('+').filter((name) => name !== 'regional') ?? [];
  return names.length > 0 ? { ...rest, tier: names.join('+') } : rest;
}

/** A reply says which tier it was served at, and not where. */
function asServed({ tier: own, ...usage }: TokenUsage, ask: Ask, usageMetadata: unknown): TokenUsage {
  const served = isOrdinary(usageMetadata) ? undefined : own;
  const tier = ask.tier?.split('+').includes('regional') ? tierAt('regional', served) : served;
  return tier === undefined ? usage : { ...usage, tier };
}

function meterOf(meter: StreamMeter, ask: Ask): StreamMeter {
  let usageMetadata: unknown;
  const served = (usage: TokenUsage | undefined): TokenUsage | undefined =>
    usage && asServed(usage, ask, usageMetadata);
  return {
    ...meter,
    see(event) {
      usageMetadata = parseObject(event.data)?.['usageMetadata'] ?? usageMetadata;
      return meter.see(event);
    },
    usage: () => served(meter.usage()),
    inputSoFar: () => served(meter.inputSoFar()),
  };
}

/** The fields that CountTokens takes. Source: docs.cloud.google.com, "CountTokens API"; 2026-11. */
const COUNTED = ['contents', 'systemInstruction', 'tools', 'generationConfig'] as const;
const MARGIN = 1.02;
const MARGIN_TOKENS = 200;

/** Asks the free count method, which does not count the content of a cache. */
async function countVertexInput({ body, params }: Call, askProvider: AskProvider): Promise<number | undefined> {
  const { project, location, model } = params;
  if (model === undefined || body['cachedContent'] !== undefined || namesAddress(body)) return undefined;
  const home = project === undefined || location === undefined ? '' : `projects/${project}/locations/${location}/`;
  const fields = Object.fromEntries(COUNTED.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));
  const reply = await askProvider(`${home}publishers/google/models/${model}:countTokens`, fields);
  const counted = readCount(reply?.['totalTokens']);
  return counted === undefined ? undefined : Math.ceil(counted * MARGIN) + MARGIN_TOKENS;
}

export const generateAtVertex = atVertex(generateContent);
export const streamAtVertex = atVertex(streamGenerateContent);
export const embedAtVertex = atVertex(embedContent);
export const batchEmbedAtVertex = atVertex(batchEmbedContents);
