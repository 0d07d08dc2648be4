import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject, Operation } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { readConverseAsk } from './converse-ask.ts';
import { createConverseMeter } from './converse-meter.ts';
import { readConverseUsage } from './converse-usage.ts';
import { countConverseInput } from './count-input.ts';
import { tierOfReply } from './read-tier.ts';

/** Talking to any model in one form: the path says whether the answer streams, and in its meter it is one anyway. */
function converseAs(stream: boolean): Operation {
  return {
    readAsk: (call) => readConverseAsk(call, stream),
    rewrite: limitOutput,
    readUsage: readReply,
    nestedLimits: true,
    ...(stream ? { createMeter: createConverseMeter } : {}),
    countInput: countConverseInput,
  };
}

function readReply(reply: JsonObject, ask: Ask): TokenUsage | undefined {
  const tier = tierOfReply(reply, ask.tier);
  const usage = readConverseUsage(reply['usage'], ask.cacheWrites);
  return usage && { ...usage, ...(tier === undefined ? {} : { tier }) };
}

function limitOutput({ inferenceConfig: config }: JsonObject, _ask: Ask, limit: number | undefined): JsonObject {
  if (limit === undefined) return {};
  return { inferenceConfig: { ...(isObject(config) ? config : {}), maxTokens: limit } };
}

export const converse = converseAs(false);
export const converseStream = converseAs(true);
