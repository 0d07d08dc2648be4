import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../../dialect.ts';
import { findPrice } from '../../../domain/price/price.ts';
import type { TokenUsage } from '../../../domain/usage.ts';
import { callOf } from '../../call-of.ts';
import { PROVIDERS } from '../../../providers/providers.ts';
import { createBatch } from './create-batch.ts';
import { messages } from '../messages.ts';

const body = (more: JsonObject = {}): JsonObject => ({
  model: 'claude-sonnet-4-5',
  max_tokens: 1_024,
  messages: [{ role: 'user', content: 'Say hello.' }],
  ...more,
});
const read = (json: JsonObject, operation = messages) =>
  operation.readAsk(callOf(json, Buffer.byteLength(JSON.stringify(json))));
const search = (max_uses: number): JsonObject => ({ type: 'web_search_20250305', name: 'web_search', max_uses });
function ask(more: JsonObject): Ask {
  const result = read(body(more));
  if ('fault' in result) throw new Error(result.message);
  return result;
}

describe('a batch', () => {
  const batch = (...params: readonly JsonObject[]) =>
    read({ requests: params.map((one, index) => ({ custom_id: String(index), params: one })) }, createBatch);
  it('is held as the sum of its requests', () => {
    const single = ask({});
    const twice = batch(body(), body());
    expect(twice).toMatchObject({
      model: 'claude-sonnet-4-5',
      stream: false,
      outputLimit: 2_048,
      fixedOutput: true,
      windows: 2,
      inputBound: 2 * (single.inputBound ?? 0),
      cacheWrites: 'none',
    });
    expect(
      batch(body(), body({ system: [{ type: 'text', text: 'x', cache_control: { type: 'ephemeral', ttl: '1h' } }] })),
    ).toMatchObject({ cacheWrites: 'hour' });
    const document = { role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: 'f' } }] };
    expect(batch(body(), body({ messages: [document] }))).toMatchObject({ inputBound: undefined, windows: 2 });
  });
  it.each([
    [[], 'malformed', 'at least one'],
    [[body({ max_tokens: -1 })], 'malformed', 'max_tokens'],
    [[body(), body({ model: 'claude-haiku-4-5' })], 'unbounded', 'several models'],
    [[body({ mcp_servers: 'x' })], 'malformed', 'mcp_servers'],
  ])('%#: %s', (requests, fault, message) =>
    expect(batch(...requests)).toMatchObject({ fault, message: expect.stringContaining(message) as string }),
  );
  it('with tools that run at the provider is held for all their rounds', () => {
    const [plain, one] = [ask({}), ask({ tools: [search(1)] })];
    const both = batch(body(), body({ tools: [search(1)] }));
    expect(both).toMatchObject({
      inputBound: (plain.inputBound ?? 0) + (one.inputBound ?? 0) * (one.rounds ?? 0),
      windows: 12,
      extras: { webSearches: 1 },
    });
    expect(both).not.toHaveProperty('rounds');
    expect(both).not.toHaveProperty('cheaper');
  });
  it('costs what its results report, at half the price, each at the length of its own', () => {
    const asked = batch(body({ model: 'claude-haiku-5-5' }), body({ model: 'claude-haiku-5-5' }));
    if ('fault' in asked) throw new Error(asked.message);
    expect(asked).toMatchObject({ outlivesStream: true, tier: 'in-a-batch' });
    const resultOf = (usage: JsonObject) =>
      createBatch.later?.readResult({ custom_id: 'a', result: { type: 'succeeded', message: { usage } } }, asked);
    const price = findPrice({
      source: PROVIDERS.anthropic.prices,
      model: 'claude-haiku-5-5',
      at: Date.now(),
      overrides: [],
    });
    const costOf = (usage: TokenUsage | string | undefined) => typeof usage === 'object' && price?.costOf(usage);
    // $0.10 and $0.50 for a million tokens, halved; five times as much from 100,000 on.
    expect(costOf(resultOf({ input_tokens: 60_000, output_tokens: 100, service_tier: 'batch' }))).toBe(
      (60_000 * 100 + 100 * 500) / 2,
    );
    expect(costOf(resultOf({ input_tokens: 120_000, output_tokens: 100 }))).toBe((120_000 * 500 + 100 * 2_500) / 2);
    for (const type of ['errored', 'canceled', 'expired'])
      expect(createBatch.later?.readResult({ result: { type } }, asked)).toBe('unbilled');
    for (const odd of [{}, { result: {} }, { result: { type: 'succeeded', message: {} } }])
      expect(createBatch.later?.readResult(odd, asked)).toBeUndefined();
  });
  it('must be a list of requests', () => {
    for (const requests of [undefined, 5, [5], [{ params: 5 }]])
      expect(read({ requests }, createBatch)).toMatchObject({ fault: 'malformed' });
  });
  it('says nothing of what it used', () =>
    expect(
      createBatch.readUsage({ id: 'msgbatch_1', usage: { input_tokens: 1, output_tokens: 1 } }, ask({})),
    ).toBeUndefined());
});
