import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import { agentIdSchema, providerNameSchema } from '../../../shared/ids.ts';
import { policyScopeSchema, scopeOf } from '../../../shared/policy.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { connectNewest, realServer } from './testing.ts';

let at: TestGateway;
beforeEach(async () => {
  at = await startTestGateway();
});
afterEach(() => at.stop());

test("an agent can ask what its last requests cost, and nobody else's", async () => {
  await at.client.gateway.mcp.add({
    name: providerNameSchema.parse('paid'),
    way: realServer('everything'),
    prices: [{ tools: '*', call: 20_000_000, unit: null }],
  });
  const { key } = await at.issue('5/day');
  const other = await at.issue('5/day');
  const client = await connectNewest(`${at.gateway.url}/mcp`, key);
  const ask = async (given: object) => client.callTool({ name: 'purser__recent_costs', arguments: { ...given } });
  expect(await ask({})).toMatchObject({ content: [{ text: 'This sub-key has made no request yet.' }] });
  for (const message of ['a', 'b', 'c']) await client.callTool({ name: 'paid__echo', arguments: { message } });
  await at.settled(3);
  // What was refused cost nothing, and takes no place in the list.
  for (const model of ['no-such-a', 'no-such-b', 'no-such-c'])
    await fetch(`${at.openaiUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model, messages: [] }),
    });
  const refused = async () => (await at.client.gateway.usage.search({ outcome: 'refused' })).refusals;
  await expect.poll(refused).toHaveLength(3);
  const told = await ask({ last: 2 });
  expect(told.structuredContent).toMatchObject({
    totalUsd: 0.04,
    requests: [
      { model: 'paid/echo', costUsd: 0.02, certainty: 'exact', outcome: 'served' },
      { model: 'paid/echo', costUsd: 0.02 },
    ],
  });
  expect(told).toMatchObject({ content: [{ text: expect.stringContaining('Your last 2 requests cost $0.04') }] });
  await expect(ask({ last: 0 })).rejects.toThrow('"last" is a whole number from 1 to 50.');
  await client.close();
  const stranger = await connectNewest(`${at.gateway.url}/mcp/purser`, other.key);
  const nothing = await stranger.callTool({ name: 'recent_costs', arguments: {} });
  expect(nothing).toMatchObject({ content: [{ text: 'This sub-key has made no request yet.' }] });
  await stranger.close();
});

test('what is left counts the group of an agent, too', async () => {
  const { key, id } = await at.issue('5/day');
  const { gateway } = at.client;
  const { agentId } = (await gateway.keys.list()).find((one) => one.id === id) ?? {};
  const caps = [parseCap('1/day')].filter((cap) => cap !== undefined);
  await gateway.policies.setAll([
    { scope: scopeOf('agent', agentIdSchema.parse(agentId)), policy: { group: 'night' } },
    { scope: policyScopeSchema.parse('group:night'), policy: { caps } },
  ]);
  const client = await connectNewest(`${at.gateway.url}/mcp/purser`, key);
  const told = JSON.stringify((await client.callTool({ name: 'allowance', arguments: {} })).content);
  expect(told).toContain('$1.00 is left');
  expect(told).toContain('the group night: $0.00 of $1.00 used');
  await client.close();
});
