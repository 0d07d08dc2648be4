import { NO_USAGE } from '../../../domain/usage.ts';
import type { TokenUsage } from '../../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject, Operation } from '../../dialect.ts';
import { isObject, readCount } from '../../json/read-json.ts';
import { boundContents } from '../bound-input.ts';
import { findAmbiguous, pick } from '../fields.ts';
import { limitsOf } from '../model-limits.ts';
import { findDisguise } from '../query.ts';

/** A cache without a lifetime of its own is kept for an hour. Source: ai.google.dev, "Context caching". */
const USUAL_SECONDS = 3_600;
const FIELDS = ['systemInstruction', 'expireTime', 'toolConfig'] as const;

/**
 * Making a cache: its tokens are billed as input, and their storage for the lifetime that was asked for, even where it
 * is deleted before. Source: Google's answers in discuss.ai.google.dev/t/114069 and /t/81267.
 */
export const createCache: Operation = { readAsk, rewrite: () => ({}), nestedLimits: true, readUsage };

function readAsk({ body, byteLength, query }: Call): Ask | AskFault {
  const disguise = findDisguise(query);
  if (disguise !== undefined)
    return malformed(`The parameter "${disguise}" may change what a reply says of its usage. Leave it out.`);
  const twice = findAmbiguous(body, FIELDS);
  if (twice !== undefined) return malformed(`The field "${twice}" is in the request body under both of its names.`);
  const named = body['model'];
  if (typeof named !== 'string' || named === '') return malformed('The field "model" must name a model.');
  const model = named.replace(/^models\//, '');
  if (pick(body, 'expireTime') !== undefined)
    return unbounded('Set "ttl" instead of "expireTime": the storage of a cache is billed by its lifetime.');
  const seconds = secondsOf(body['ttl']);
  if (seconds === undefined) return malformed('The field "ttl" must be a number of seconds, such as "300s".');
  const { tokens, media } = boundContents([body['contents'], pick(body, 'systemInstruction')], byteLength);
  const inputBound = Math.min(tokens ?? Infinity, limitsOf(model)?.input ?? Infinity);
  if (inputBound === Infinity) return unbounded(`Purser does not know how much ${model} reads. Send text inline.`);
  return {
    model,
    stream: false,
    inputBound,
    cacheWrites: 'none',
    outputLimit: 0,
    choices: 1,
    smallestOutputLimit: 0,
    fixedOutput: true,
    hiddenOutput: false,
    hideUsage: false,
    media,
    extras: { cacheTokenHours: inputBound * (seconds / 3_600) },
  };
}

function secondsOf(ttl: unknown): number | undefined {
  if (ttl === undefined || ttl === null) return USUAL_SECONDS;
  const [, digits] = typeof ttl === 'string' ? (/^(\d{1,9}(?:\.\d{1,9})?)s$/.exec(ttl) ?? []) : [];
  return digits === undefined ? undefined : Number(digits);
}

/** The tokens as the reply counts them, for the lifetime that was asked for. */
function readUsage({ usageMetadata }: JsonObject, { inputBound = 0, extras }: Ask): TokenUsage | undefined {
  const input = isObject(usageMetadata) ? readCount(usageMetadata['totalTokenCount']) : undefined;
  if (input === undefined || inputBound === 0) return undefined;
  const hours = (extras?.cacheTokenHours ?? 0) / inputBound;
  return {
    ...NO_USAGE,
    input,
    parts: { cacheTokenHours: input * hours },
    ...(input === 0 && { suspect: 'zero-input' }),
  };
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

function unbounded(message: string): AskFault {
  return { fault: 'unbounded', message };
}
