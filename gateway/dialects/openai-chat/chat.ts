import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject, Operation } from '../dialect.ts';
import { countByTokenizer } from '../tokens/count-tokens.ts';
import { isObject } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';
import { createOpenAiMeter } from './meter.ts';
import { readOpenAiAsk } from './read-ask.ts';
import { findUsage, readOpenAiUsage, withTier } from './read-usage.ts';

/** Chat completions, as OpenAI and compatible servers speak them. */
export const chat: Operation = {
  readAsk: readOpenAiAsk,
  rewrite(body, ask, outputLimitPerChoice) {
    const options = isObject(body['stream_options']) ? body['stream_options'] : {};
    return {
      ...(ask.hideUsage ? { stream_options: { ...options, include_usage: true } } : {}),
      ...(outputLimitPerChoice === undefined ? {} : limitOutput(body, outputLimitPerChoice)),
    };
  },
  readUsage: readChatUsage,
  createMeter: (ask) => createOpenAiMeter(ask, readChatUsage),
  countInput: (call, _askProvider, countTokens) => countByTokenizer(readOpenAiAsk, call, countTokens),
  // Its tools and the parts of its messages stand deeper down.
  nestedLimits: true,
};

/** The usage in a reply or in the chunk of a stream, with the billed search that the request itself caused. */
export function readChatUsage(reply: JsonObject, { extras, choices }: Ask): TokenUsage | undefined {
  const usage = withTier(readOpenAiUsage(findUsage(reply, choices)), reply['service_tier']);
  if (usage?.suspect === 'zero-input' && usage.output === 0 && isObject(reply['error'])) {
    // A reply that failed before it began has used nothing.
    return { ...NO_USAGE, ...servedModel(reply['model']) };
  }
  return usage && { ...usage, ...(extras && { parts: { ...usage.parts, ...extras } }), ...servedModel(reply['model']) };
}

/**
 * The limit goes where the request already has one: compatible servers may know only the older name. Rejected tokens of
 * a predicted output are billed beside the limit, and no limit is taken together with a prediction: it is only a hint,
 * and is left out.
 */
function limitOutput(body: JsonObject, limit: number): JsonObject {
  const named = ['max_completion_tokens', 'max_tokens'].filter(
    (field) => body[field] !== undefined && body[field] !== null,
  );
  const limits = Object.fromEntries(
    (named.length > 0 ? named : ['max_completion_tokens']).map((field) => [field, limit]),
  );
  return isObject(body['prediction']) ? { ...limits, prediction: null } : limits;
}
