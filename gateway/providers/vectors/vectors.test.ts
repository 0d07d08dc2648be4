import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject, Operation } from '../../dialects/dialect.ts';
import { createFrameSplitter } from '../../dialects/bedrock/frames/frame-splitter.ts';
import { writeFrame } from '../../dialects/bedrock/frames/write-frame.ts';
import { createLineSplitter } from '../../dialects/json/line-splitter.ts';
import { createSseSplitter } from '../../dialects/json/sse-splitter.ts';
import { findPrice } from '../../domain/price/price.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { findEndpoint, PROVIDERS } from '../providers.ts';
import type { Vector } from './vector.ts';
import { VECTORS } from './vectors.ts';

const SPLITTER_OF: Partial<Record<Vector['dialect'], typeof createSseSplitter>> = {
  ollama: createLineSplitter,
  bedrock: createFrameSplitter,
};
/** A Friday, between the peaks. */
const NOON = '2026-11-20T12:00:00Z';

function endpointOf({ provider, path, model }: Vector): {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
} {
  const found = findEndpoint(PROVIDERS[provider], 'POST', path.replace('{model}', model));
  if (!found?.endpoint.operation) throw new Error(`${provider} has no ${path}`);
  return { operation: found.endpoint.operation, params: found.params };
}

function askOf(vector: Vector, more: JsonObject = {}): Ask {
  const { operation, params } = endpointOf(vector);
  const body = { model: vector.model, ...vector.asked, ...more };
  const ask = operation.readAsk({
    body,
    byteLength: Buffer.byteLength(JSON.stringify(body)),
    params,
    query: new URLSearchParams(),
  });
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}

/** What the ledger would say, once it is sure that everything in it has a price. */
function billOf(vector: Vector, usage: TokenUsage | undefined): number | undefined {
  const { provider, model, at = NOON } = vector;
  const price = findPrice({ source: PROVIDERS[provider].prices, model, at: Date.parse(at), overrides: [] });
  if (!price || !usage) return undefined;
  expect(price.findUnpriced({ ...usage, extras: usage.parts ?? {} })).toBeUndefined();
  expect(usage.tier === undefined || price.knowsTier(usage.tier)).toBe(true);
  const others = (usage.others ?? []).map((other) => billOf({ ...vector, model: other.model }, other.usage) ?? NaN);
  return others.reduce((sum, cost) => sum + cost, price.costOf(usage));
}

/** The events of a stream as its protocol writes them. */
function write({ dialect }: Vector, events: readonly JsonObject[]): Buffer {
  if (dialect === 'bedrock')
    return Buffer.concat(events.flatMap(Object.entries).map(([event, payload]) => writeFrame(event, payload)));
  if (dialect === 'ollama') return Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const frames = events.map(
    (event) =>
      `${typeof event['type'] === 'string' ? `event: ${event['type']}\n` : ''}data: ${JSON.stringify(event)}\n\n`,
  );
  return Buffer.from(frames.join('') + (dialect === 'openai-chat' ? 'data: [DONE]\n\n' : ''));
}

/** What a stream's own meter makes of it when it comes in pieces. */
function meter(vector: Vector, bytes: Buffer, cuts: readonly number[]): TokenUsage | undefined {
  const found = endpointOf(vector).operation.createMeter?.(askOf(vector, { stream: true }), 'events');
  if (!found) throw new Error(`${vector.path} does not stream`);
  const splitter = (SPLITTER_OF[vector.dialect] ?? createSseSplitter)(2 ** 20);
  const edges = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((left, right) => left - right), bytes.length];
  edges.slice(1).forEach((end, index) => {
    for (const { parsed } of splitter.push(bytes.subarray(edges[index], end))) if (parsed) found.see(parsed);
  });
  return found.usage();
}

const isStream = (reply: Vector['reply']): reply is readonly JsonObject[] => Array.isArray(reply);
const named = (stream: boolean) =>
  VECTORS.filter(({ reply }) => isStream(reply) === stream).map(
    (vector) => [`${PROVIDERS[vector.provider].title}: ${vector.what} (${vector.source})`, vector] as const,
  );

describe('the bill of a reply', () => {
  it.each(named(false))('%s', (_name, vector) => {
    const { operation } = endpointOf(vector);
    const usage =
      vector.reply && !isStream(vector.reply)
        ? operation.readUsage(vector.reply, askOf(vector))
        : operation.usageOfAsk?.(askOf(vector));
    expect(billOf(vector, usage)).toBe(vector.bill);
  });
});

describe('the bill of a stream, wherever it is cut', () => {
  it.each(named(true))('%s', (_name, vector) => {
    const bytes = write(vector, isStream(vector.reply) ? vector.reply : []);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 8 }), (cuts) => {
        expect(billOf(vector, meter(vector, bytes, cuts))).toBe(vector.bill);
      }),
      { numRuns: 30 },
    );
  });
});

it('every provider that bills has one by hand, plain and streaming', () => {
  const having = (stream: boolean) => [
    ...new Set(VECTORS.filter(({ reply }) => isStream(reply) === stream).map(({ provider }) => provider)),
  ];
  const billing = Object.values(PROVIDERS)
    .filter(({ prices }) => prices.free !== true || prices.paid !== undefined)
    .filter(({ kind }) => !['http', 'custom-openai', 'custom-anthropic'].includes(kind))
    .map(({ kind }) => kind);
  expect(having(false).toSorted()).toEqual(billing.toSorted());
  // What these three write in a stream is in the tests of their own dialects, and in those with their packages.
  expect(having(true).toSorted()).toEqual(
    billing.filter((kind) => !['openai', 'anthropic', 'gemini'].includes(kind)).toSorted(),
  );
});

it('xAI says the same in its own words', () => {
  const said = VECTORS.filter(({ provider }) => provider === 'xai').flatMap(({ reply, bill }) => {
    const usage: unknown = Reflect.get(isStream(reply) ? (reply.at(-1) ?? {}) : (reply ?? {}), 'usage');
    const ticks: unknown = Reflect.get(Object(usage), 'cost_in_usd_ticks');
    return typeof ticks === 'number' ? [[ticks, bill * 10]] : [];
  });
  expect(said.length).toBeGreaterThan(2);
  for (const [ticks, bill] of said) expect(bill).toBe(ticks);
});
