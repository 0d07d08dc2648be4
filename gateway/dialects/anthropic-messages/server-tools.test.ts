import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { createBatch } from './create-batch.ts';
import { messages } from './messages.ts';
import { createAnthropicMeter } from './meter.ts';

const body = (more: JsonObject = {}): JsonObject => ({ model: 'claude-sonnet-4-5', max_tokens: 1_024, messages: [{ role: 'user', content: 'Say hello.' }], ...more });
const read = (json: JsonObject, operation = messages) => operation.readAsk(callOf(json, Buffer.byteLength(JSON.stringify(json))));
function ask(more: JsonObject): Ask {
  const result = read(body(more));
  if ('fault' in result) throw new Error(result.message);
  return result;
}
function formsOf(more: JsonObject): readonly Ask[] {
  const forms = [ask(more)];
  for (let lesser = forms[0]?.lesser; lesser; lesser = lesser.lesser) forms.push(lesser);
  return forms;
}
const search = (max_uses?: number): JsonObject => ({ type: 'web_search_20250305', name: 'web_search', ...(max_uses === undefined ? {} : { max_uses }) });
const fetch = (max_uses?: number): JsonObject => ({ type: 'web_fetch_20250910', name: 'web_fetch', ...(max_uses === undefined ? {} : { max_uses }) });
const mine = { name: 'mine', input_schema: { type: 'object' } };

describe('tools that run at the provider', () => {
  it('are held for every call they may make, and for reading all anew after each', () => {
    const base = (ask({ tools: [mine, search(8)] }).inputBound ?? 0) - 8 * 62_500;
    expect(base).toBeGreaterThan(1_024 + 100);
    expect(base).toBeLessThan(6_000);
    expect(ask({ tools: [mine, search(8)] })).toMatchObject({ extras: { webSearches: 8 }, rounds: 9 });
    expect(ask({ tools: [search(3), fetch(2)] })).toMatchObject({ extras: { webSearches: 3 }, rounds: 6 });
    expect(ask({ tools: [fetch(2)] })).toMatchObject({ rounds: 3, inputBound: expect.toSatisfy((bound: number) => bound > 125_000 && bound < 131_000) as number });
    expect(ask({ tools: [fetch(2)], messages: [{ role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: 'f' } }] }] })).toMatchObject({ rounds: 3, inputBound: undefined });
    expect(ask({ tools: [fetch(2)] }).extras).toBeUndefined();
    expect(ask({ tools: [mine] }).rounds).toBeUndefined();
  });

  it('come in smaller forms, for when the whole does not fit', () => {
    expect(formsOf({ tools: [search(8)] }).map(({ rounds, extras }) => [rounds, extras?.webSearches])).toEqual([[9, 8], [6, 5], [4, 3], [3, 2], [2, 1]]);
    expect(formsOf({ tools: [search(), fetch(50)] }).map(({ rounds, extras }) => [rounds, extras?.webSearches])).toEqual([[56, 5], [14, 5], [11, 5], [7, 3], [5, 2], [3, 1]]);
    expect(formsOf({ tools: [search(1)] })).toHaveLength(1);
  });

  it('are kept to the form that was held, and left alone where they keep to it by themselves', () => {
    const more = { tools: [mine, search(), fetch(50)] };
    const limits = formsOf(more).map((form) => (messages.rewrite(body(more), form, undefined)['tools'] as readonly JsonObject[]).map((tool) => tool['max_uses']));
    expect(limits).toEqual([[undefined, 5, 50], [undefined, 5, 8], [undefined, 5, 5], [undefined, 3, 3], [undefined, 2, 2], [undefined, 1, 1]]);
    const fetching = (more: JsonObject) => messages.rewrite(body({ tools: [{ ...fetch(2), ...more }] }), ask({ tools: [fetch(2)] }), undefined);
    expect(fetching({ max_content_tokens: 9_000 })).toEqual({});
    for (const max_content_tokens of [undefined, null, 200_000, '5']) expect(fetching({ max_content_tokens })).toEqual({ tools: [{ ...fetch(2), max_content_tokens: 100_000 }] });
    expect(messages.rewrite(body({ tools: [search(8)] }), ask({ tools: [search(8)] }), undefined)).toEqual({});
    expect(messages.rewrite(body(), ask({}), 5)).toEqual({ max_tokens: 5 });
  });

  it('that find other tools bring nothing that is not in the body', () => {
    const { rounds, inputBound = 0, extras } = ask({ tools: [{ type: 'tool_search_tool_bm25_20251119', name: 't' }, mine] });
    expect([rounds, extras]).toEqual([11, undefined]);
    expect(inputBound).toBeLessThan(10_000);
    expect(messages.rewrite(body({ tools: [{ type: 'tool_search_tool_bm25_20251119', name: 't' }] }), ask({ tools: [{ type: 'tool_search_tool_bm25_20251119', name: 't' }] }), undefined)).toEqual({});
  });

  it.each([0, -1, 1.5, '5', 1e9])('may not be used %s times', (max_uses) => expect(read(body({ tools: [{ type: 'web_search_20250305', name: 's', max_uses }] }))).toMatchObject({ fault: 'malformed' }));
  it('may not be too deep to be written anew', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    const readDeep = (...tools: readonly JsonObject[]) => messages.readAsk(callOf(body({ tools }), 1_000_000));
    expect(readDeep(search(), { name: 'mine', input_schema: deep })).toMatchObject({ fault: 'malformed' });
    expect('fault' in readDeep({ name: 'mine', input_schema: deep })).toBe(false);
  });
});

it.each([
  [{ speed: 'fast' }, 'fast'], [{ inference_geo: 'us' }, 'us'], [{ speed: 'fast', inference_geo: 'us' }, 'fast+us'], [{ inference_geo: 'global', speed: 'standard', service_tier: 'auto' }, undefined],
  [{ service_tier: 'standard_only' }, undefined], [{ inference_geo: 'eu' }, 'eu'], [{ speed: 7 }, 'unknown'], [{ speed: null }, undefined],
])('%j has the tier %s', (more, tier) => expect(ask(more).tier).toBe(tier));

describe('a batch', () => {
  const batch = (...params: readonly JsonObject[]) => read({ requests: params.map((one, index) => ({ custom_id: String(index), params: one })) }, createBatch);
  it('is held as the sum of its requests', () => {
    const single = ask({});
    const twice = batch(body(), body());
    expect(twice).toMatchObject({ model: 'claude-sonnet-4-5', stream: false, outputLimit: 2_048, fixedOutput: true, windows: 2, inputBound: 2 * (single.inputBound ?? 0), cacheWrites: 'none' });
    expect(batch(body(), body({ system: [{ type: 'text', text: 'x', cache_control: { type: 'ephemeral', ttl: '1h' } }] }))).toMatchObject({ cacheWrites: 'hour' });
    const document = { role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: 'f' } }] };
    expect(batch(body(), body({ messages: [document] }))).toMatchObject({ inputBound: undefined, windows: 2 });
  });
  it.each([
    [[], 'malformed', 'at least one'], [[body({ max_tokens: 0 })], 'malformed', 'max_tokens'], [[body(), body({ model: 'claude-haiku-4-5' })], 'unbounded', 'several models'],
    [[body({ tools: [search(1)] })], 'unbounded', 'in a batch'], [[body({ mcp_servers: [{}] })], 'unbounded', 'MCP'],
  ])('%#: %s', (requests, fault, message) => expect(batch(...requests)).toMatchObject({ fault, message: expect.stringContaining(message) as string }));
  it('must be a list of requests', () => {
    for (const requests of [undefined, 5, [5], [{ params: 5 }]]) expect(read({ requests }, createBatch)).toMatchObject({ fault: 'malformed' });
  });
  it('says nothing of what it used', () => expect(createBatch.readUsage({ id: 'msgbatch_1', usage: { input_tokens: 1, output_tokens: 1 } }, ask({}))).toBeUndefined());
});

describe('a stream with tools that run at the provider, broken off', () => {
  it('pays for every call it has shown, and for reading all anew after it', () => {
    const { rounds = 1, inputBound = 0, extras = {} } = ask({ tools: [search(3)] });
    const meter = createAnthropicMeter({ rounds });
    const see = (event: JsonObject): unknown => meter.see({ event: 'message', data: JSON.stringify(event) });
    see({ type: 'message_start', message: { usage: { input_tokens: 50, output_tokens: 1 } } });
    const bound = { input: inputBound * rounds, output: 1_024, extras: { requests: 1, ...extras } };
    // What its beginning says is not all: the end counts searches and what they brought.
    expect(meter.inputSoFar()).toBeUndefined();
    expect(meter.boundSoFar?.(bound, 0)).toMatchObject({ input: inputBound, extras: { requests: 1, webSearches: 0 } });
    for (const index of [0, 1]) see({ type: 'content_block_start', index, content_block: { type: 'server_tool_use', name: 'web_search' } });
    expect(meter.boundSoFar?.(bound, 0)).toMatchObject({ input: inputBound * 3, extras: { webSearches: 2 } });
    expect(meter.boundSoFar?.(bound, 5)).toEqual(bound);
    see({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { input_tokens: 9_000, output_tokens: 20, server_tool_use: { web_search_requests: 2 } } });
    expect(meter.usage()).toMatchObject({ input: 9_000, parts: { webSearches: 2 } });
  });
});

describe('a model that thinks by itself', () => {
  it.each<readonly [model: string, thinking: JsonObject | undefined, hidden: boolean]>([
    ['claude-sonnet-4-5', undefined, false], ['claude-3-5-haiku-latest', undefined, false], ['claude-opus-4-8', { type: 'adaptive' }, true],
    ['claude-opus-5', undefined, true], ['claude-mythos-preview', undefined, true], ['claude-opus-5', { type: 'disabled' }, false],
  ])('%s told %j hides output: %s', (model, thinking, hidden) => expect(ask({ model, ...(thinking && { thinking }) }).hiddenOutput).toBe(hidden));
});
