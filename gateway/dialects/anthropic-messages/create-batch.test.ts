import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { createBatch } from './create-batch.ts';
import { messages } from './messages.ts';

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
    [[body({ tools: [search(1)] })], 'unbounded', 'in a batch'],
    [[body({ mcp_servers: [{}] })], 'unbounded', 'MCP'],
  ])('%#: %s', (requests, fault, message) =>
    expect(batch(...requests)).toMatchObject({ fault, message: expect.stringContaining(message) as string }),
  );
  it('must be a list of requests', () => {
    for (const requests of [undefined, 5, [5], [{ params: 5 }]])
      expect(read({ requests }, createBatch)).toMatchObject({ fault: 'malformed' });
  });
  it('says nothing of what it used', () =>
    expect(
      createBatch.readUsage({ id: 'msgbatch_1', usage: { input_tokens: 1, output_tokens: 1 } }, ask({})),
    ).toBeUndefined());
});
