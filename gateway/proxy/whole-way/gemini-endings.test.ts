import { once } from 'node:events';
import { createServer } from 'node:http';
import { ApiError, GoogleGenAI } from '@google/genai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scopeOf } from '../../../shared/policy.ts';
import { gemini as dialect } from '../../dialects/gemini/gemini.ts';
import { addGemini, GEMINI_ASK, itemsOf } from '../../testing/gemini-client.ts';
import type { GeminiClient } from '../../testing/gemini-client.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
let client: GeminiClient;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 20, splitBytes: true } });
  client = await addGemini(test);
});
afterEach(() => test.stop());

/** Checks that the ledger has at least the bill, and that nothing is held any longer. */
async function expectCovered(outcome: string): Promise<void> {
  const [row] = await test.settled(1);
  expect(row).toMatchObject({ outcome, certainty: 'estimated' });
  expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  const [view] = await test.client.gateway.keys.list();
  expect(view?.caps[0]?.reserved).toBe(0);
}

describe('a stream that is one JSON array', () => {
  it('is ended properly by a revoke', async () => {
    test.provider.setScript({ outputTokens: 100_000, tokenMs: 5 });
    const { key, id } = await test.issue('5/day');
    const reading = client.rawStream(key);
    await expect.poll(() => test.provider.bill(), { timeout: 10_000 }).toBeGreaterThan(200_000);
    await test.client.gateway.keys.revoke({ id });
    const items = itemsOf(await reading);
    expect(items.length).toBeGreaterThan(2);
    expect(items.at(-1)).toMatchObject({
      error: { code: 403, status: 'PERMISSION_DENIED', message: 'This sub-key was revoked in Purser.' },
    });
    await expectCovered('cut');
  });

  it('is ended properly when the provider writes more than it was allowed', async () => {
    test.provider.setScript({ outputTokens: 3_000, ignoresLimit: true });
    const { key } = await test.issue('5/day');
    const items = itemsOf(await client.rawStream(key, { generationConfig: { maxOutputTokens: 40 } }));
    expect(items.at(-1)).toMatchObject({ candidates: [{ finishReason: 'MAX_TOKENS' }] });
    expect(items.length).toBeLessThan(200);
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'cut', outputTokens: 40 });
  });
});

describe('a stream ends', () => {
  it('with an error the SDK reports when its sub-key is revoked', async () => {
    test.provider.setScript({ outputTokens: 100_000, tokenMs: 5 });
    const { key, id } = await test.issue('5/day');
    const reading = client.readAll(key).catch((error: unknown) => error);
    await expect.poll(() => test.provider.bill()).toBeGreaterThan(200_000);
    await test.client.gateway.keys.revoke({ id });
    const error: unknown = await reading;
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 403,
      message: expect.stringContaining('This sub-key was revoked in Purser.') as string,
    });
    await expectCovered('cut');
    await expect.poll(() => test.provider.openStreams).toBe(0);
  });

  it('as a normal, truncated answer when the provider writes more than it was allowed', async () => {
    test.provider.setScript({ outputTokens: 3_000, ignoresLimit: true });
    const { key } = await test.issue('5/day');
    const chat = client.sdk(key).chats.create({ model: GEMINI_ASK.model, config: { maxOutputTokens: 40 } });
    let last: string | undefined;
    let pieces = 0;
    for await (const piece of await chat.sendMessageStream({ message: 'x' })) {
      last = piece.candidates?.[0]?.finishReason;
      pieces += 1;
    }
    expect([last, pieces < 200]).toEqual(['MAX_TOKENS', true]);
    // The SDK takes it for a valid answer: it is in the history that the next turn sends.
    expect(chat.getHistory(true).length).toBeGreaterThan(1);
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'cut', certainty: 'estimated', outputTokens: 40 });
  });

  it('when its client goes away: what was seen is settled', async () => {
    test.provider.setScript({ outputTokens: 100_000, tokenMs: 2 });
    const { key } = await test.issue('5/day');
    let pieces = 0;
    const leaving = new AbortController();
    const config = { thinkingConfig: { thinkingBudget: 0 }, abortSignal: leaving.signal };
    const reading = (async () => {
      for await (const _ of await client.sdk(key).models.generateContentStream({ ...GEMINI_ASK, config }))
        if ((pieces += 1) > 100) leaving.abort();
    })();
    await expect(reading).rejects.toThrow('abort');
    await expect.poll(() => test.provider.openStreams).toBe(0);
    await expectCovered('client-gone');
    // Long enough to know its pace; far below the 65,536 tokens that were held.
    expect((await test.settled(1))[0]?.cost).toBeLessThan(30_000_000);
  });

  it('when the provider fails after half an answer: its usage so far is no final figure', async () => {
    test.provider.setScript({ outputTokens: 200, failAfterTokens: 50 });
    const { key } = await test.issue('5/day');
    await expect(client.readAll(key)).rejects.toMatchObject({ status: 503 });
    await expectCovered('provider-error');
  });

  it('when the provider drops the connection', async () => {
    test.provider.setScript({ outputTokens: 200, destroyAfterTokens: 50 });
    const { key } = await test.issue('5/day');
    await expect(client.readAll(key)).rejects.toThrow();
    await expectCovered('provider-error');
  });

  it('without any usage', async () => {
    test.provider.setScript({ outputTokens: 40, noUsage: true });
    const { key } = await test.issue('5/day');
    await client.readAll(key);
    await expectCovered('served');
  });
});

describe('a stream that waits for a person', { timeout: 20_000 }, () => {
  /** A sub-key that asks a person, with a cap that has no room for anything. */
  async function askingKey(): ReturnType<TestGateway['issue']> {
    const issued = await test.issue('0.000001/day');
    const scope = scopeOf('key', issued.id);
    const own = (await test.client.gateway.policies.list()).find((entry) => entry.scope === scope);
    await test.client.gateway.policies.set({ scope, policy: { ...own?.policy, onCap: 'ask' } });
    return issued;
  }
  const questions = async () => test.client.gateway.approvals.list();

  it('is kept alive in both forms, then answered, refused or cut', async () => {
    const [first, second, third, fourth] = [
      await askingKey(),
      await askingKey(),
      await askingKey(),
      await askingKey(),
    ] as const;
    const streams = [
      client.readAll(first.key),
      client.rawStream(second.key),
      client.readAll(third.key).catch((error: unknown) => error),
      client.rawStream(fourth.key),
    ] as const;
    await expect.poll(async () => (await questions()).length).toBe(4);
    // The first heartbeat comes after five seconds; from then on it is too late for a status.
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    for (const { id, subKeyId } of await questions()) {
      await test.client.gateway.approvals.answer({
        id,
        answer: subKeyId === first.id || subKeyId === second.id ? 'allow-once' : 'deny',
      });
    }
    expect((await streams[0]).text).toContain('支付');
    expect(itemsOf(await streams[1]).at(-1)).toMatchObject({ candidates: [{ finishReason: 'STOP' }] });
    expect(await streams[2]).toBeInstanceOf(ApiError);
    expect(itemsOf(await streams[3])).toMatchObject([
      { error: { code: 403, message: expect.stringContaining('said no') as string } },
    ]);
  });
});

it('heartbeats keep the SDK waiting, and it reads on', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let beat = 0; beat < 3; beat += 1) response.write(dialect.heartbeat('events'));
    response.write(
      'data: ' +
        JSON.stringify({
          candidates: [{ content: { parts: [{ text: 'here' }], role: 'model' }, finishReason: 'STOP' }],
        }) +
        '\n\n',
    );
    response.end(dialect.heartbeat('events'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const client = new GoogleGenAI({
    apiKey: 'x',
    httpOptions: { baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` },
  });
  let text = '';
  for await (const piece of await client.models.generateContentStream(GEMINI_ASK)) text += piece.text ?? '';
  expect(text).toBe('here');
  expect(JSON.parse(`${dialect.heartbeat('array').repeat(3)}[{"a":1}${dialect.heartbeat('array')}]`)).toEqual([
    { a: 1 },
  ]);
  server.close();
});
