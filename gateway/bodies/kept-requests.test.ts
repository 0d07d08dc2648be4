import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BodiesView } from '../../shared/contract/body-views.ts';
import { startSocketGateway } from '../testing/start-socket-gateway.ts';
import { PROVIDER_KEY, startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user' as const, content: 'PROMPT-MARK Grüße, 世界!' }];
const script = { outputTokens: 6, words: ['REPLY-', 'MARK'] } as const;

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway({ script: { ...script, splitBytes: true } });
});
afterEach(() => gateway.stop());

async function keeper(): Promise<{
  readonly key: string;
  readonly id: Parameters<TestGateway['client']['gateway']['agents']['keepBodies']>[0]['id'];
}> {
  const { key, agent } = await gateway.issue('5/day');
  const found = (await gateway.client.gateway.agents.list()).find(({ name }) => name === agent);
  if (!found) throw new Error('the agent is there');
  expect(found.keepBodies).toBeNull();
  expect(await gateway.client.gateway.agents.keepBodies({ id: found.id, days: 7 })).toMatchObject({
    keepBodies: { days: 7 },
    deleted: 0,
  });
  return { key, id: found.id };
}

/** A reply is handed over when its last byte is out, just behind the settlement. */
async function bodiesOf(from: TestGateway, requests: number): Promise<BodiesView> {
  const newest = (await from.settled(requests)).at(-1);
  if (!newest) throw new Error('it has settled');
  await expect.poll(() => from.client.gateway.usage.bodies({ id: newest.id })).not.toBeNull();
  const bodies = await from.client.gateway.usage.bodies({ id: newest.id });
  if (!bodies) throw new Error('it is kept');
  return bodies;
}

test('plain and streaming, of the official SDKs: what was sent and what came back, as the tool had it', async () => {
  const { key } = await keeper();
  const openai = new OpenAI({ baseURL: gateway.openaiUrl, apiKey: key });
  const reply = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES });
  const plain = await bodiesOf(gateway, 1);
  expect(JSON.parse(plain.request.text ?? '')).toEqual({ model: 'gpt-4o-mini', messages: MESSAGES });
  expect(JSON.parse(plain.response.text ?? '')).toEqual(JSON.parse(JSON.stringify(reply)));
  expect(plain.request.cut || plain.response.cut).toBe(false);

  let streamed = '';
  for await (const chunk of await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: MESSAGES,
    stream: true,
  }))
    streamed += chunk.choices[0]?.delta.content ?? '';
  const stream = await bodiesOf(gateway, 2);
  expect(stream.response.text).toMatch(/^data: .*\n\n[\s\S]*data: \[DONE\]\n\n$/);
  const said = [...(stream.response.text ?? '').matchAll(/"content":"([^"]*)"/g)].map(([, text]) => text).join('');
  expect(said).toBe(streamed);

  const anthropic = new Anthropic({ baseURL: gateway.anthropicUrl, apiKey: key });
  await anthropic.messages.stream({ model: 'claude-haiku-4-5', max_tokens: 50, messages: MESSAGES }).finalMessage();
  expect((await bodiesOf(gateway, 3)).response.text).toContain('event: message_stop');
});

test('nothing of it is on the disk in plain text, and no credential in it at all', async () => {
  const { key } = await keeper();
  // A tool that sends a key in its prompt sends it to the provider, too; the ones that Purser keeps never come out
  // again.
  await new OpenAI({ baseURL: gateway.openaiUrl, apiKey: key }).chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: `PROMPT-MARK ${PROVIDER_KEY}` }],
  });
  const bodies = await bodiesOf(gateway, 1);
  expect(bodies.request.text).toContain('PROMPT-MARK ****');
  expect(JSON.stringify(bodies)).not.toContain(PROVIDER_KEY);
  expect(JSON.stringify(bodies)).not.toContain(key);
  const files = (await readdir(gateway.dataFolder)).filter((name) => name.includes('sqlite'));
  expect(files).toContain('bodies.sqlite');
  for (const bytes of await Promise.all(files.map((name) => readFile(join(gateway.dataFolder, name))))) {
    for (const mark of ['PROMPT-MARK', 'REPLY-', PROVIDER_KEY]) expect(bytes.includes(mark)).toBe(false);
  }
});

test('an agent that was not asked for keeps nothing; switching off deletes and says of how many requests', async () => {
  const { key, id } = await keeper();
  const { key: other } = await gateway.issue('5/day');
  const ask = (apiKey: string): Promise<unknown> =>
    new OpenAI({ baseURL: gateway.openaiUrl, apiKey }).chat.completions.create({
      model: 'gpt-4o-mini',
      messages: MESSAGES,
    });
  await ask(key);
  const { id: kept } = (await gateway.settled(1)).at(-1) ?? {};
  await bodiesOf(gateway, 1);
  await ask(other);
  const { id: unkept } = (await gateway.settled(2)).at(-1) ?? {};
  if (!kept || !unkept) throw new Error('both have settled');
  expect(await gateway.client.gateway.usage.bodies({ id: unkept })).toBeNull();
  expect(await gateway.client.gateway.agents.keepBodies({ id, days: null })).toMatchObject({
    keepBodies: null,
    deleted: 1,
  });
  expect(await gateway.client.gateway.usage.bodies({ id: kept })).toBeNull();
});

test('frames of a WebSocket are kept, too, a line each', async () => {
  const sockets = await startSocketGateway(script);
  try {
    const { key } = await sockets.issue('5/day');
    const [agent] = await sockets.client.gateway.agents.list();
    if (!agent) throw new Error('the agent is there');
    await sockets.client.gateway.agents.keepBodies({ id: agent.id, days: 1 });
    const client = await sockets.connect(key);
    client.send({ type: 'response.create', model: 'gpt-5', input: 'PROMPT-MARK', max_output_tokens: 500 });
    await client.until('response.completed');
    const { request, response } = await bodiesOf(sockets, 1);
    expect(request.text).toContain('PROMPT-MARK');
    const types = (response.text ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect([types[0], types.at(-1)]).toEqual(['response.created', 'response.completed']);
  } finally {
    await sockets.stop();
  }
});
