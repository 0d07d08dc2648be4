import type { Ask, AskFault, Call, Operation } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { isDeeperThan } from '../json/nesting.ts';
import { isObject } from '../json/read-json.ts';
import { readAnthropicAsk } from './read-ask.ts';

/** Each request is written again to be measured, and must not be too deep for that. */
const DEEPEST = 1_000;
const WRITES = ['none', 'short', 'hour'] as const;

/**
 * A batch of messages. It is billed within a day, at half the price, and its usage may never be fetched: so it is held
 * as the sum of its requests at the full price, and settled at that as an estimate. Source: Anthropic API reference,
 * "Create a Message Batch".
 */
export const createBatch: Operation = {
  readAsk: readBatchAsk,
  rewrite: () => ({}),
  readUsage: () => undefined,
  nestedLimits: true,
};

function readBatchAsk({ body }: Call): Ask | AskFault {
  const requests: readonly unknown[] = Array.isArray(body['requests']) ? body['requests'] : [];
  const asks: Ask[] = [];
  for (const request of requests) {
    const params = isObject(request) ? request['params'] : undefined;
    if (!isObject(params)) return { fault: 'malformed', message: 'Every item of "requests" must have "params".' };
    if (isDeeperThan(params, DEEPEST))
      return { fault: 'malformed', message: 'The field "params" is nested too deeply.' };
    const ask = readAnthropicAsk(callOf(params, Buffer.byteLength(JSON.stringify(params))));
    if ('fault' in ask) return ask;
    asks.push(ask);
  }
  const [first] = asks;
  if (!first) return { fault: 'malformed', message: 'The field "requests" must be a list with at least one item.' };
  if (asks.some((ask) => (ask.rounds ?? 1) > 1))
    return {
      fault: 'unbounded',
      message:
        'Tools that run at the provider cannot be bounded in a batch. Leave them out, or send the requests one by one.',
    };
  if (asks.some((ask) => ask.model !== first.model || ask.tier !== first.tier))
    return {
      fault: 'unbounded',
      message: 'This batch asks for several models, which have several prices. Send a batch for each.',
    };
  const bounds = asks.map((ask) => ask.inputBound);
  // Every item is counted as a whole, so there is nothing to count anew.
  const { withInput: _withInput, others: _others, otherModels: _models, ...plain } = first;
  const [others, models] = [asks.flatMap((ask) => ask.others ?? []), asks.flatMap((ask) => ask.otherModels ?? [])];
  return {
    ...plain,
    ...(others.length > 0 ? { others } : {}),
    ...(models.length > 0 ? { otherModels: [...new Set(models)] } : {}),
    stream: false,
    inputBound: bounds.reduce<number | undefined>(
      (sum, bound) => (sum === undefined || bound === undefined ? undefined : sum + bound),
      0,
    ),
    windows: asks.length,
    cacheWrites: WRITES.findLast((writes) => asks.some((ask) => ask.cacheWrites === writes)) ?? 'hour',
    outputLimit: asks.reduce((sum, ask) => sum + (ask.outputLimit ?? 0), 0),
    fixedOutput: true,
  };
}
