import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject, Operation } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { countGeminiInput } from './count-input.ts';
import { pick, spelled } from './fields.ts';
import { createGeminiMeter } from './meter.ts';
import { readGeminiAsk } from './read-ask.ts';
import { readGeminiUsage } from './read-usage.ts';
import { isBlocked, refineUsage, usageOfBlocked } from './refine-usage.ts';
import { createSearchCount } from './searches.ts';

/** Generating an answer: here the path says whether it streams, not the body. */
function generate(stream: boolean): Operation {
  return {
    readAsk: (call) => readGeminiAsk(call, stream),
    rewrite: (body, _ask, outputLimit) => (outputLimit === undefined ? {} : limitOutput(body, outputLimit)),
    nestedLimits: true,
    countInput: countGeminiInput,
    readUsage: readReply,
    ...(stream ? { createMeter: createGeminiMeter } : {}),
  };
}

function readReply(reply: JsonObject, ask: Ask): TokenUsage | undefined {
  const usage = readGeminiUsage(reply['usageMetadata'], ask.tier);
  const searches = createSearchCount(ask);
  searches.see(reply);
  if (usage) return searches.addTo(refineUsage(usage, reply, ask));
  return isBlocked(reply) ? usageOfBlocked(ask) : undefined;
}

/** The limit stands inside the configuration, under the name that the request already uses. */
function limitOutput(body: JsonObject, limit: number): JsonObject {
  const config = pick(body, 'generationConfig');
  const known = isObject(config) ? config : {};
  return { [spelled(body, 'generationConfig')]: { ...known, [spelled(known, 'maxOutputTokens')]: limit } };
}

export const generateContent = generate(false);
export const streamGenerateContent = generate(true);
