import { describe, expect, it } from 'vitest';
import { createBatch } from '../anthropic-messages/batches/create-batch.ts';
import { messages } from '../anthropic-messages/messages.ts';
import { callOf } from '../call-of.ts';
import type { JsonObject, Operation } from '../dialect.ts';
import { chat } from '../openai-chat/chat.ts';
import { completions } from '../openai-chat/completions.ts';
import { embeddings } from '../openai-chat/embeddings.ts';
import { createResponse, createCompatibleResponse } from '../openai-responses/create-response.ts';

const MESSAGE = { model: 'm/m', max_tokens: 10, messages: [{ role: 'user', content: 'Hi' }] };
const PROTOCOLS: readonly (readonly [name: string, Operation, body: JsonObject])[] = [
  ['chat', chat, MESSAGE],
  ['completions', completions, { model: 'm/m', prompt: 'Hi' }],
  ['embeddings', embeddings, { model: 'm/m', input: 'Hi' }],
  ['responses', createResponse, { model: 'm/m', input: 'Hi' }],
  ['responses elsewhere', createCompatibleResponse, { model: 'm/m', input: 'Hi' }],
  ['messages', messages, MESSAGE],
];
const read = ({ readAsk }: Operation, body: JsonObject) =>
  readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));

/** In Anthropic's own protocol the models that step in are named, and held at their prices. */
describe.each(PROTOCOLS.filter(([name]) => name !== 'messages'))(
  'models that step in: %s',
  (_name, operation, body) => {
    it('have no bound', () =>
      expect(read(operation, { ...body, fallbacks: [{ model: 'claude-opus-5' }] })).toMatchObject({
        fault: 'unbounded',
      }));
  },
);

describe.each(PROTOCOLS)('a request that could do more than its model: %s', (_name, operation, body) => {
  it.each<JsonObject>([
    { models: ['openai/gpt-5-pro'] },
    { preset: 'dear' },
    { plugins: [{ id: 'web' }] },
    { search_parameters: { mode: 'on' } },
    { enable_search: true },
    { model: 'openai/gpt-4o:online' },
    { model: 'perplexity/sonar' },
    { model: 'groq/compound-mini' },
  ])('%j has no bound', (more) => expect(read(operation, { ...body, ...more })).toMatchObject({ fault: 'unbounded' }));

  it.each<JsonObject>([
    { models: null, enable_search: false },
    { search_parameters: { mode: 'off' } },
    { preset: '' },
    { plugins: [], models: [], fallbacks: [] },
    { plugins: [{ id: 'web', enabled: false }] },
  ])('is none with %j', (more) => expect(read(operation, { ...body, ...more })).not.toHaveProperty('fault'));

  it.each<JsonObject>([
    { search_parameters: {} },
    { search_parameters: { mode: 'auto' } },
    { billing_policy: 'any' },
    { plugins: [{ id: 'a', enabled: false }, { id: 'web' }] },
  ])('is one with %j', (more) => expect(read(operation, { ...body, ...more })).toMatchObject({ fault: 'unbounded' }));

  it('is looked for under names that stand once', () => expect(operation.nestedLimits).toBe(true));
});

it('the same in a batch', () => {
  expect(read(createBatch, { requests: [{ custom_id: '1', params: { ...MESSAGE, models: ['dear'] } }] })).toMatchObject(
    { fault: 'unbounded' },
  );
});
