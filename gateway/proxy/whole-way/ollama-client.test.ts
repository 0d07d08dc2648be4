import { Ollama } from 'ollama';
import type { ChatResponse } from 'ollama';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { startOllama } from '../../testing/start-ollama.ts';
import type { FakeOllama } from '../../testing/start-ollama.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const CAPS: NonNullable<Policy['caps']> = [{ window: 'day', rolling: false, amount: nanodollarsOf(1e9) }];
const MESSAGES = [{ role: 'user', content: 'Hi' }];
const FOREVER = [{ role: 'user', content: 'Go on forever' }];
const OLLAMA = providerNameSchema.parse('ollama');

let test: TestGateway;
let server: FakeOllama;
beforeEach(async () => {
  server = await startOllama();
  test = await startTestGateway();
  await test.client.gateway.providers.add({ kind: 'ollama', baseUrl: `${server.url}/v1`, unchecked: true });
});
afterEach(async () => {
  await test.stop();
  await server.stop();
});

const clientOf = (key: string): Ollama =>
  new Ollama({ host: `${test.gateway.url}/ollama`, headers: { Authorization: `Bearer ${key}` } });
async function open(policy?: Policy): Promise<{ readonly ollama: Ollama; readonly id: string }> {
  const { key, id } = await test.issue('1/day');
  if (policy) await test.client.gateway.policies.set({ scope: scopeOf('key', id), policy: { caps: CAPS, ...policy } });
  return { ollama: clientOf(key), id };
}
async function textOf(stream: AsyncIterable<ChatResponse>): Promise<string> {
  let text = '';
  for await (const { message } of stream) text += message.content;
  return text;
}

describe('the official ollama package', () => {
  it('chats, whole and in a stream: free, and counted in tokens', async () => {
    const { ollama } = await open();
    const reply = await ollama.chat({ model: 'llama3.2', messages: MESSAGES });
    expect(reply.message.content).toBe('Hello there.');
    const stream = await ollama.chat({ model: 'llama3.2', messages: MESSAGES, stream: true });
    expect(await textOf(stream)).toBe('Hello there.');
    expect(await test.settled(2)).toMatchObject(
      ['api/chat', 'api/chat'].map((endpoint) => ({
        endpoint,
        cost: 0,
        certainty: 'exact',
        outcome: 'served',
        inputTokens: 26,
        outputTokens: 3,
        model: 'llama3.2',
      })),
    );
  });

  it('calls tools, completes, embeds and lists', async () => {
    const { ollama } = await open();
    const tool = { type: 'function', function: { name: 'weather', parameters: { type: 'object', properties: {} } } };
    const calls = [];
    const stream = await ollama.chat({ model: 'llama3.2', messages: MESSAGES, tools: [tool], stream: true });
    for await (const { message } of stream) calls.push(...(message.tool_calls ?? []));
    expect(calls).toEqual([{ function: { name: 'weather', arguments: { city: 'Paris' } } }]);
    expect((await ollama.generate({ model: 'llama3.2', prompt: 'Hi' })).response).toBe('Hello there.');
    expect((await ollama.embed({ model: 'nomic-embed-text', input: 'Hi' })).embeddings).toEqual([[0.5]]);
    expect((await ollama.embeddings({ model: 'nomic-embed-text', prompt: 'Hi' })).embedding).toEqual([0.5]);
    expect((await ollama.list()).models).toHaveLength(1);
    await ollama.ps();
    await ollama.show({ model: 'llama3.2' });
    expect((await ollama.version()).version).toBe('0.14.0');
    expect(server.asked.map(({ call }) => call)).toEqual([
      'POST /api/chat',
      'POST /api/generate',
      'POST /api/embed',
      'POST /api/embeddings',
      'GET /api/tags',
      'GET /api/ps',
      'POST /api/show',
      'GET /api/version',
    ]);
    expect((await test.settled(4)).map(({ inputTokens }) => inputTokens).slice(0, 3)).toEqual([26, 26, 2]);
  });

  it('aborts, and the server is left', async () => {
    const { ollama } = await open();
    const stream = await ollama.chat({ model: 'llama3.2', messages: FOREVER, stream: true });
    const reading = (async () => {
      for await (const { done } of stream) if (!done) stream.abort();
    })();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => server.open).toBe(0);
    expect(await test.settled(1)).toMatchObject([{ outcome: 'client-gone', cost: 0 }]);
  });

  it("gets the server's own errors, and Purser's in the same shape", async () => {
    const { ollama } = await open();
    await expect(ollama.chat({ model: 'nowhere', messages: MESSAGES })).rejects.toMatchObject({
      status_code: 404,
      error: "model 'nowhere' not found",
    });
    await expect(clientOf('sk-purser-wrong').list()).rejects.toMatchObject({
      status_code: 401,
      message: expect.stringContaining('Purser does not know this key'),
    });
  });
});

describe('a sub-key for Ollama', () => {
  it('is stopped by policies, rates and a place that is taken', async () => {
    const denied = await open({ models: { deny: ['llama*'] } });
    await expect(denied.ollama.chat({ model: 'llama3.2', messages: MESSAGES })).rejects.toMatchObject({
      status_code: 403,
      error: expect.stringContaining('denied by llama*'),
    });
    const slow = await open({ requestsPerMinute: 1 });
    await slow.ollama.chat({ model: 'llama3.2', messages: MESSAGES });
    await expect(slow.ollama.chat({ model: 'llama3.2', messages: MESSAGES })).rejects.toMatchObject({
      status_code: 429,
    });
    const short = await open({ maxOutput: 50 });
    await short.ollama.chat({ model: 'llama3.2', messages: MESSAGES, options: { temperature: 0 } });
    expect(server.asked.at(-1)?.body).toMatchObject({ options: { temperature: 0, num_predict: 50 } });
  });

  it('is cut in the middle of a stream when it is revoked, and the client shows why', async () => {
    const { ollama, id } = await open();
    const stream = await ollama.chat({ model: 'llama3.2', messages: FOREVER, stream: true });
    const parts: ChatResponse[] = [];
    const reading = (async () => {
      for await (const part of stream) {
        parts.push(part);
        const key = (await test.client.gateway.keys.list()).find((one) => one.id === id);
        if (parts.length === 3 && key) await test.client.gateway.keys.revoke({ id: key.id });
      }
    })();
    await expect(reading).rejects.toThrow('This sub-key was revoked in Purser.');
    expect(parts.length).toBeGreaterThanOrEqual(3);
    await expect.poll(() => server.open).toBe(0);
    expect(await test.settled(1)).toMatchObject([{ outcome: 'cut', cost: 0 }]);
  });

  it('may list models, and changes them only where its policy says so', async () => {
    const { ollama } = await open();
    await ollama.list();
    for (const [change, words] of [
      [() => ollama.pull({ model: 'x' }), 'download a model'],
      [() => ollama.push({ model: 'x' }), 'publish a model'],
      [() => ollama.create({ model: 'x', from: 'y' }), 'make a model'],
      [() => ollama.copy({ source: 'x', destination: 'y' }), 'copy a model'],
      [() => ollama.delete({ model: 'x' }), 'delete a model'],
    ] as const)
      await expect(change()).rejects.toMatchObject({
        status_code: 403,
        message: expect.stringContaining(`Purser lets an agent ${words} only if its policy says so`),
      });
    expect(server.asked.map(({ call }) => call)).toEqual(['GET /api/tags']);

    const trusted = await open({ endpoints: ['api/chat', 'api/pull', 'api/delete'] });
    await trusted.ollama.pull({ model: 'x' });
    await trusted.ollama.delete({ model: 'x' });
    await expect(trusted.ollama.copy({ source: 'x', destination: 'y' })).rejects.toMatchObject({ status_code: 403 });
    expect(server.asked.map(({ call }) => call).slice(1)).toEqual(['POST /api/pull', 'DELETE /api/delete']);
  });

  it('pays for models of the cloud by the token, under its cap', async () => {
    const { ollama } = await open();
    const options = { num_predict: 100 };
    await ollama.chat({ model: 'gpt-oss:120b-cloud', messages: MESSAGES, options });
    // $0.15 and $0.60 per million tokens; how much came from a cache is not said.
    expect(await test.settled(1)).toMatchObject([{ cost: 26 * 150 + 3 * 600, certainty: 'estimated' }]);
    await expect(ollama.chat({ model: 'unheard-of:cloud', messages: MESSAGES })).rejects.toMatchObject({
      status_code: 403,
      message: expect.stringContaining(`purser price allow "unheard-of:cloud" --provider ${OLLAMA}`),
    });
  });
});
