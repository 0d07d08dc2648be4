import { CONTAINER_SECONDS } from '../../../domain/stream/container-time.ts';
import { EXTRAS } from '../../../domain/usage.ts';
import type { Extra, TokenUsage } from '../../../domain/usage.ts';
import { callOf } from '../../call-of.ts';
import type { Ask, AskFault, Call, JsonObject, LaterWork, Operation } from '../../dialect.ts';
import { isDeeperThan } from '../../json/nesting.ts';
import { isObject } from '../../json/read-json.ts';
import { readAnthropicAsk } from '../read-ask.ts';
import { readReply } from '../read-reply.ts';
import { tierInBatch } from '../read-tier.ts';

/** Each request is written again to be measured, and must not be too deep for that. */
const DEEPEST = 1_000;
const WRITES = ['none', 'short', 'hour'] as const;

const later: LaterWork = {
  isOpen: ({ processing_status: status }) => status !== 'ended',
  results: 'results',
  readResult,
};

/**
 * A batch of messages. It is billed within a day, at half the price: held as the sum of its requests, and settled by
 * the usage of each result once they are there. Source: Anthropic API reference, "Create a Message Batch".
 */
export const createBatch: Operation = {
  readAsk: readBatchAsk,
  rewrite: () => ({}),
  readUsage: () => undefined,
  nestedLimits: true,
  later,
};

/** Requests that failed, were cancelled or came too late are not billed. Source: "Batch processing: results". */
function readResult({ result }: JsonObject, ask: Ask): TokenUsage | 'unbilled' | undefined {
  if (!isObject(result) || typeof result['type'] !== 'string') return undefined;
  if (result['type'] !== 'succeeded') return 'unbilled';
  const usage = isObject(result['message']) ? readReply(result['message'], ask) : undefined;
  // Nobody sees how long a container ran for it.
  const { containerSeconds = 0 } = usage?.parts ?? {};
  if (!usage || containerSeconds === 0) return usage;
  return { ...usage, parts: { ...usage.parts, containerSeconds: CONTAINER_SECONDS.most } };
}

function readBatchAsk({ body }: Call): Ask | AskFault {
  const requests: readonly unknown[] = Array.isArray(body['requests']) ? body['requests'] : [];
  const asks: Ask[] = [];
  for (const request of requests) {
    const ask = readItem(request);
    if ('fault' in ask) return ask;
    asks.push(ask);
  }
  const [first] = asks;
  if (!first) return { fault: 'malformed', message: 'The field "requests" must be a list with at least one item.' };
  if (asks.some((ask) => ask.model !== first.model || ask.tier !== first.tier))
    return {
      fault: 'unbounded',
      message: 'This batch asks for several models, which have several prices. Send a batch for each.',
    };
  return sumOf(first, asks);
}

function readItem(request: unknown): Ask | AskFault {
  const params = isObject(request) ? request['params'] : undefined;
  if (!isObject(params)) return { fault: 'malformed', message: 'Every item of "requests" must have "params".' };
  if (isDeeperThan(params, DEEPEST)) return { fault: 'malformed', message: 'The field "params" is nested too deeply.' };
  return readAnthropicAsk(callOf(params, Buffer.byteLength(JSON.stringify(params))));
}

function sumOf({ model, tier: asked, smallestOutputLimit, hiddenOutput }: Ask, asks: readonly Ask[]): Ask {
  const tier = tierInBatch(asked);
  const others = asks.flatMap((ask) => ask.others ?? []).map((pass) => ({ ...pass, tier: tierInBatch(pass.tier) }));
  const otherModels = [...new Set(asks.flatMap((ask) => ask.otherModels ?? []))];
  const extras = sumOfExtras(asks);
  const inputs = asks.map(({ inputBound, rounds = 1 }) => (inputBound === undefined ? undefined : inputBound * rounds));
  return {
    model,
    tier,
    smallestOutputLimit,
    hiddenOutput,
    hideUsage: false,
    choices: 1,
    stream: false,
    inputBound: inputs.reduce((sum, bound) => (sum === undefined || bound === undefined ? undefined : sum + bound), 0),
    windows: asks.reduce((sum, { rounds = 1 }) => sum + rounds, 0),
    cacheWrites: WRITES.findLast((writes) => asks.some((ask) => ask.cacheWrites === writes)) ?? 'hour',
    outputLimit: asks.reduce((sum, ask) => sum + (ask.outputLimit ?? 0), 0),
    fixedOutput: true,
    outlivesStream: true,
    ...(others.length > 0 ? { others } : {}),
    ...(otherModels.length > 0 ? { otherModels } : {}),
    ...(Object.keys(extras).length > 0 ? { extras, usedBy: () => usedByOne(asks) } : {}),
  };
}

/** The time of a container is billed for each result, whether or not it says so, where one request has files for it. */
function usedByOne(asks: readonly Ask[]): Pick<Ask, 'inputBound' | 'extras'> {
  const always = asks.some((ask) => (ask.usedBy?.(0, 0).extras?.containerSeconds ?? 0) > 0);
  return { inputBound: undefined, ...(always ? { extras: { containerSeconds: CONTAINER_SECONDS.most } } : {}) };
}

function sumOfExtras(asks: readonly Ask[]): Partial<Record<Extra, number>> {
  const sums: Partial<Record<Extra, number>> = {};
  for (const { extras = {} } of asks)
    for (const extra of EXTRAS) {
      const count = extras[extra] ?? 0;
      if (count > 0) sums[extra] = (sums[extra] ?? 0) + count;
    }
  return sums;
}
