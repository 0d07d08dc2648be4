import { expect, it } from 'vitest';
import type { JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { findEndpoint, PROVIDERS } from '../../providers/providers.ts';
import { ignoring } from './ignoring.ts';
import { messages } from './messages.ts';

const BODY = { model: 'm', max_tokens: 100, messages: [{ role: 'user', content: 'Hi' }] };
const SERVERS = { mcp_servers: [{ type: 'url', url: 'https://mcp.example', name: 'x' }], container: 'container_01' };
const read = (operation: typeof messages, body: JsonObject) =>
  operation.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));

it('holds nothing for fields that a server ignores, and everything for the others', () => {
  const deaf = ignoring(messages, ['mcp_servers', 'container']);
  expect(read(deaf, { ...BODY, ...SERVERS })).not.toHaveProperty('rounds');
  expect(read(messages, { ...BODY, ...SERVERS })).toMatchObject({ rounds: 11 });
  const search = { tools: [{ type: 'web_search_20250305', name: 's' }] };
  expect(read(deaf, { ...BODY, ...search })).toMatchObject({ rounds: 11 });
  expect(deaf.rewrite(BODY, Object(read(deaf, BODY)), 7)).toEqual({ max_tokens: 7 });
});

it('DeepSeek ignores servers and containers, whatever else it may run', () => {
  const operation = findEndpoint(PROVIDERS.deepseek, 'POST', 'messages')?.endpoint.operation;
  if (!operation) throw new Error('DeepSeek has messages');
  expect(read(operation, { ...BODY, ...SERVERS, service_tier: 'auto' })).not.toHaveProperty('rounds');
});
