import OpenAI from 'openai';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectNewest, realServer } from '../../mcp/whole-way/testing.ts';
import { agentIdSchema, providerNameSchema } from '../../../shared/ids.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let at: TestGateway;
beforeEach(async () => {
  at = await startTestGateway();
});
afterEach(() => at.stop());

it('an agent may do again what it has done, models and tools, and nothing else', async () => {
  const { gateway } = at.client;
  for (const name of ['memory', 'others'].map((one) => providerNameSchema.parse(one)))
    await gateway.mcp.add({ name, way: realServer('memory') });
  const { key, id } = await at.issue('50/day');
  const agentId = agentIdSchema.parse((await gateway.keys.list()).find((one) => one.id === id)?.agentId);
  const suggest = () => gateway.policies.suggest({ agentId, since: 0 });
  await expect(suggest()).rejects.toThrow('has made no request in that time');
  const openai = new OpenAI({ baseURL: at.openaiUrl, apiKey: key, maxRetries: 0 });
  const ask = (model: string) => openai.chat.completions.create({ model, messages: [{ role: 'user', content: 'Hi' }] });
  const client = await connectNewest(`${at.gateway.url}/mcp`, key);
  const read = () => client.callTool({ name: 'memory__read_graph', arguments: {} });
  await ask('gpt-4o-mini');
  await read();
  await at.settled(2);

  const { scope, now, policy } = await suggest();
  expect(now).toEqual({});
  expect(policy).toMatchObject({
    caps: [{ window: 'day', amount: 1_000_000_000 }],
    providers: ['openai'],
    models: { allow: ['gpt-4o-mini'] },
    mcp: { servers: ['memory'], tools: { allow: ['memory/read_graph'] } },
  });
  await gateway.policies.set({ scope, policy: { ...policy, requestsPerMinute: 100 } });
  await ask('gpt-4o-mini');
  await read();
  await expect(ask('gpt-4o')).rejects.toThrow('gpt-4o');
  expect((await client.listTools()).tools.map(({ name }) => name).filter((name) => !name.startsWith('purser'))).toEqual(
    ['memory__read_graph'],
  );
  await client.close();
});
