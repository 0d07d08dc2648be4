import type { Media } from '../../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject, Operation } from '../../dialect.ts';
import { isDeeperThan } from '../../json/nesting.ts';
import { isObject } from '../../json/read-json.ts';
import { embedContent } from '../embed.ts';
import { findAmbiguous, listOf, pick } from '../fields.ts';
import { generateContent } from '../generate.ts';

/** Each request is written again to be measured, and must not be too deep for that. */
const DEEPEST = 1_000;
const FIELDS = ['inputConfig', 'fileName'] as const;

/**
 * A batch of requests: billed within a day, at half the price. Its usage may never be fetched, so it is held and
 * settled as the sum of its requests. Source: ai.google.dev, "Batch API", 2026-11.
 */
export const batchGenerateContent = batchOf(generateContent);
export const asyncBatchEmbedContent = batchOf(embedContent);

function batchOf(one: Operation): Operation {
  return {
    readAsk: (call) => readBatchAsk(call, one),
    rewrite: () => ({}),
    readUsage: () => undefined,
    nestedLimits: true,
  };
}

function readBatchAsk(call: Call, one: Operation): Ask | AskFault {
  const requests = requestsOf(call.body);
  if ('fault' in requests) return requests;
  const asks: Ask[] = [];
  for (const request of requests.list) {
    const ask = one.readAsk({ ...call, body: request, byteLength: Buffer.byteLength(JSON.stringify(request)) });
    if ('fault' in ask) return ask;
    asks.push(ask);
  }
  const [first] = asks;
  if (!first) return malformed('The batch must have at least one request.');
  if (asks.some((ask) => (ask.rounds ?? 1) > 1))
    return unbounded(
      'Tools that run at the provider cannot be bounded in a batch. Leave them out, or send the requests one by one.',
    );
  if (asks.some(({ tier }) => tier !== undefined))
    return unbounded('A batch has a price of its own. Leave its tiers out.');
  return sumOf(first, asks);
}

function sumOf(first: Ask, asks: readonly Ask[]): Ask {
  const sum = (counts: readonly (number | undefined)[]): number | undefined =>
    counts.reduce<number | undefined>(
      (whole, count) => (whole === undefined || count === undefined ? undefined : whole + count),
      0,
    );
  return {
    ...first,
    stream: false,
    inputBound: sum(asks.map(({ inputBound }) => inputBound)),
    windows: asks.length,
    outputLimit: sum(asks.map(({ outputLimit }) => outputLimit)),
    choices: 1,
    smallestOutputLimit: 0,
    fixedOutput: true,
    media: [...new Set<Media>(asks.flatMap(({ media = [] }) => media))],
    tier: 'batch',
  };
}

/** The requests in a batch; those in a file are not here. */
function requestsOf(body: JsonObject): { readonly list: readonly JsonObject[] } | AskFault {
  const { batch } = body;
  const config = isObject(batch) ? pick(batch, 'inputConfig') : undefined;
  if (!isObject(batch) || !isObject(config)) return malformed('The field "batch" must have an "inputConfig".');
  const twice = findAmbiguous(batch, FIELDS) ?? findAmbiguous(config, FIELDS);
  if (twice !== undefined) return malformed(`The field "${twice}" is in the batch under both of its names.`);
  if (pick(config, 'fileName') !== undefined)
    return unbounded('A batch in a file can hold any requests, and Purser does not see them. Send them inline.');
  const inlined = config['requests'];
  const list = listOf(isObject(inlined) ? inlined['requests'] : undefined);
  const requests = list.map((item) => (isObject(item) ? item['request'] : undefined)).filter(isObject);
  if (requests.length < list.length) return malformed('Every item of "requests" must have a "request".');
  if (requests.some((request) => isDeeperThan(request, DEEPEST))) return malformed('A "request" is nested too deeply.');
  return { list: requests };
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

function unbounded(message: string): AskFault {
  return { fault: 'unbounded', message };
}
