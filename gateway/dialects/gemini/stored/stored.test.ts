import { describe, expect, it } from 'vitest';
import { callOf } from '../../call-of.ts';
import type { Ask, AskFault, JsonObject, Operation } from '../../dialect.ts';
import { asyncBatchEmbedContent, batchGenerateContent } from './create-batch.ts';
import { createCache } from './create-cache.ts';

function read(operation: Operation, body: JsonObject): Ask | AskFault {
  const call = callOf(body, Buffer.byteLength(JSON.stringify(body)));
  return operation.readAsk({ ...call, params: { model: 'gemini-2.5-flash' } });
}
function ask(operation: Operation, body: JsonObject): Ask {
  const result = read(operation, body);
  if ('fault' in result) throw new Error(result.message);
  return result;
}
const fault = (operation: Operation, body: JsonObject): string => {
  const result = read(operation, body);
  return 'fault' in result ? `${result.fault}: ${result.message}` : 'none';
};
const text = { contents: [{ parts: [{ text: 'Hi' }] }] };

describe('a cache', () => {
  const cache = { model: 'models/gemini-2.5-flash', ...text };
  it('is billed as input, and as storage for its lifetime', () => {
    const { inputBound = 0, extras, outputLimit } = ask(createCache, { ...cache, ttl: '900s' });
    expect(outputLimit).toBe(0);
    expect(extras?.cacheTokenHours).toBe(inputBound / 4);
    const reply = { usageMetadata: { totalTokenCount: 3_512 } };
    expect(createCache.readUsage(reply, ask(createCache, { ...cache, ttl: '900s' }))).toMatchObject({
      input: 3_512,
      parts: { cacheTokenHours: 878 },
    });
    expect(createCache.readUsage({}, ask(createCache, cache))).toBeUndefined();
  });
  it('is kept for an hour where it says nothing', () => {
    const { inputBound, extras } = ask(createCache, cache);
    expect(extras?.cacheTokenHours).toBe(inputBound);
  });
  it('may hold as much as the model reads where it holds a file', () => {
    const file = { contents: [{ parts: [{ fileData: { fileUri: 'x', mimeType: 'application/pdf' } }] }] };
    expect(ask(createCache, { ...cache, ...file }).inputBound).toBe(1_048_576);
  });
  it.each([
    [{ ttl: 'forever' }, 'malformed: .*ttl'],
    [{ ttl: 300 }, 'malformed: .*ttl'],
    [{ expireTime: '2027-01-01T00:00:00Z' }, 'unbounded: .*"ttl" instead'],
    [{ expire_time: '2027-01-01T00:00:00Z' }, 'unbounded: .*"ttl" instead'],
    [{ model: undefined }, 'malformed: .*model'],
  ])('%j is refused', (more, reason) =>
    expect(fault(createCache, { ...cache, ...more })).toMatch(new RegExp(`^${reason}`)),
  );
});

describe('a batch', () => {
  const batch = (...requests: readonly unknown[]): JsonObject => ({
    batch: { inputConfig: { requests: { requests: requests.map((request) => ({ request })) } } },
  });
  it('is the sum of its requests, at the price of a batch', () => {
    const limited = { ...text, generationConfig: { maxOutputTokens: 100 } };
    const one = ask(batchGenerateContent, batch(limited));
    expect(one).toMatchObject({ outputLimit: 100, tier: 'batch', fixedOutput: true, windows: 1 });
    const three = ask(batchGenerateContent, batch(limited, limited, text));
    expect(three).toMatchObject({ outputLimit: 200 + 65_536, windows: 3 });
    expect(three.inputBound).toBeGreaterThan(2 * (one.inputBound ?? NaN));
    expect(batchGenerateContent.readUsage({ name: 'batches/x' }, three)).toBeUndefined();
    expect(
      ask(batchGenerateContent, { batch: { input_config: { requests: { requests: [{ request: text }] } } } }),
    ).toMatchObject({ windows: 1 });
  });
  it('of texts to embed writes nothing', () => {
    const content = { content: { parts: [{ text: 'Hi' }] } };
    expect(ask(asyncBatchEmbedContent, batch(content, content))).toMatchObject({
      outputLimit: 0,
      windows: 2,
      tier: 'batch',
    });
  });
  it.each([
    [batch(), 'malformed: .*at least one'],
    [{}, 'malformed: .*inputConfig'],
    [batch('x'), 'malformed: .*"request"'],
    [{ batch: { inputConfig: { fileName: 'files/x' } } }, 'unbounded: .*inline'],
    [batch({ ...text, tools: [{ googleSearch: {} }] }), 'unbounded: .*one by one'],
    [batch({ ...text, serviceTier: 'priority' }), 'unbounded: .*tiers'],
    [batch({ ...text, generationConfig: { maxOutputTokens: 0 } }), 'malformed: .*maxOutputTokens'],
  ])('%j is refused', (body, reason) => expect(fault(batchGenerateContent, body)).toMatch(new RegExp(`^${reason}`)));
});
