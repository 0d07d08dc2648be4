import { once } from 'node:events';
import { createServer } from 'node:http';
import { ApiError, GoogleGenAI } from '@google/genai';
import type { GenerateContentParameters } from '@google/genai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scopeOf } from '../../shared/policy.ts';
import { gemini as dialect } from '../dialects/gemini/gemini.ts';
import { parseObject } from '../dialects/read-json.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { PROVIDER_KEY, startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';

const ASK = { model: 'gemini-2.5-flash', contents: 'Say something about caps. Grüße, 世界!' } satisfies GenerateContentParameters;

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 20, splitBytes: true } });
  await test.client.gateway.providers.add({ kind: 'gemini', baseUrl: test.provider.url, key: PROVIDER_KEY });
});
afterEach(() => test.stop());

const url = (): string => `${test.gateway.url}/gemini`;
const sdk = (apiKey: string, apiVersion = 'v1beta'): GoogleGenAI => new GoogleGenAI({ apiKey, apiVersion, httpOptions: { baseUrl: url() } });
const arrayOf = (bytes: Buffer): readonly unknown[] => parseObject(`{"items":${bytes.toString('utf8')}}`)?.['items'] as readonly unknown[];

/** Reads a stream to its end, or to its error. */
async function readAll(key: string, more: Partial<GenerateContentParameters> = {}): Promise<{ readonly text: string; readonly finish: string | undefined }> {
  let text = '';
  let finish: string | undefined;
  for await (const piece of await sdk(key).models.generateContentStream({ ...ASK, ...more })) {
    text += piece.text ?? '';
    finish = piece.candidates?.[0]?.finishReason ?? finish;
  }
  return { text, finish };
}

/** The other form of a stream, which no SDK uses and curl does: one JSON array. */
function rawStream(key: string, body: object = {}, search = ''): ReturnType<typeof rawRequest> {
  return rawRequest(`${url()}/v1beta/models/${ASK.model}:streamGenerateContent${search}`, {
    headers: { 'x-goog-api-key': key, 'content-type': 'application/json' },
    body: JSON.stringify({ contents: [{ role: 'user', parts: [{ text: ASK.contents }] }], ...body }),
  });
}

async function expectBilled(requests: number): Promise<void> {
  const rows = await test.settled(requests);
  expect(rows.map((row) => [row.certainty, row.outcome])).toEqual(rows.map(() => ['exact', 'served']));
  expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(test.provider.bill());
  expect(test.provider.bill()).toBeGreaterThan(0);
}

/** Whatever happened: the ledger holds at least the bill, and nothing is held any longer. */
async function expectCovered(outcome: string): Promise<void> {
  const [row] = await test.settled(1);
  expect(row).toMatchObject({ outcome, certainty: 'estimated' });
  expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  const [view] = await test.client.gateway.keys.list();
  expect(view?.caps[0]?.reserved).toBe(0);
}

describe('the official genai package', () => {
  it.each(['v1beta', 'v1', 'v1alpha'])('works with only base URL and key changed, plain: %s', async (version) => {
    test.provider.setScript({ inputTokens: 900, cacheReadTokens: 500, outputTokens: 40, reasoningTokens: 15 });
    const { key } = await test.issue('1/day');
    const reply = await sdk(key, version).models.generateContent(ASK);
    expect(reply.text).toBeTruthy();
    expect(reply.usageMetadata).toMatchObject({ promptTokenCount: 900, cachedContentTokenCount: 500, candidatesTokenCount: 25, thoughtsTokenCount: 15 });
    expect(test.provider.requests.at(-1)?.url).toBe(`/${version}/models/gemini-2.5-flash:generateContent`);
    await expectBilled(1);
    expect((await test.settled(1))[0]).toMatchObject({ inputTokens: 900, cacheReadTokens: 500, outputTokens: 40 });
  });

  it.each([false, true])('streams (CR LF: %s)', async (crlf) => {
    test.provider.setScript({ inputTokens: 100, outputTokens: 60, splitBytes: true, crlf });
    const { key } = await test.issue('1/day');
    const { text, finish } = await readAll(key);
    expect(text).toContain('支付');
    expect(finish).toBe('STOP');
    await expectBilled(1);
  });

  it('counts and lists for nothing, and embeds for what it costs', async () => {
    const { key } = await test.issue('1/day');
    const { models } = sdk(key);
    expect((await models.countTokens(ASK)).totalTokens).toBeGreaterThan(0);
    const listed = [];
    for await (const model of await models.list()) listed.push(model.name);
    expect(listed).toContain('models/gemini-2.5-flash');
    expect(test.provider.bill()).toBe(0);
    const { embeddings } = await models.embedContent({ model: 'gemini-embedding-001', contents: ['one', 'two'] });
    expect(embeddings).toHaveLength(2);
    await expectBilled(1);
  });

  it('asks for two answers, and both are billed', async () => {
    const { key } = await test.issue('1/day');
    const reply = await sdk(key).models.generateContent({ ...ASK, config: { candidateCount: 2 } });
    expect(reply.candidates).toHaveLength(2);
    await expectBilled(1);
  });

  it('takes a sub-key wherever it comes, and sends none of it on', async () => {
    const { key } = await test.issue('1/day');
    const body = JSON.stringify({ contents: [{ parts: [{ text: 'x' }] }] });
    const path = `${url()}/v1beta/models/gemini-2.5-flash:generateContent`;
    for (const [target, headers] of [[`${path}?key=${key}`, {}], [path, { authorization: `Bearer ${key}` }], [`${path}?key=AIzaSomebodysRealKey&access_token=ya29.AIza&alt=json`, { 'x-goog-api-key': key }]] as const) {
      expect((await rawRequest(target, { headers, body })).status).toBe(200);
      const seen = JSON.stringify(test.provider.requests.at(-1));
      expect(seen).toContain(PROVIDER_KEY);
      expect(seen).not.toContain(key);
      expect(seen).not.toContain('AIza');
    }
    expect(test.provider.requests.at(-1)?.url).toMatch(/generateContent\?alt=json$/);
  });
});

describe('a stream that is one JSON array', () => {
  it('passes byte for byte and is billed to the nano-dollar', async () => {
    test.provider.setScript({ inputTokens: 50, outputTokens: 30, splitBytes: true });
    const { key } = await test.issue('1/day');
    const reply = await rawStream(key);
    const items = arrayOf(reply.body);
    expect(items).toHaveLength(32);
    expect(items.at(-1)).toMatchObject({ candidates: [{ finishReason: 'STOP' }], usageMetadata: { candidatesTokenCount: 30 } });
    await expectBilled(1);
    const direct = await rawRequest(`${test.provider.url}/v1beta/models/${ASK.model}:streamGenerateContent`, { headers: { 'x-goog-api-key': PROVIDER_KEY }, body: test.provider.requests.at(-1)?.body ?? '' });
    const withoutIds = (bytes: Buffer): string => bytes.toString('utf8').replaceAll(/"responseId":"[^"]*"/g, '');
    expect(withoutIds(reply.body)).toBe(withoutIds(direct.body));
  });

  it('is ended rightly by a revoke', async () => {
    test.provider.setScript({ outputTokens: 100_000, tokenMs: 5 });
    const { key, id } = await test.issue('5/day');
    const reading = rawStream(key);
    await expect.poll(() => test.provider.bill()).toBeGreaterThan(200_000);
    await test.client.gateway.keys.revoke({ id });
    const items = arrayOf((await reading).body);
    expect(items.length).toBeGreaterThan(2);
    expect(items.at(-1)).toMatchObject({ error: { code: 403, status: 'PERMISSION_DENIED', message: 'This sub-key was revoked in Purser.' } });
    await expectCovered('cut');
  });

  it('is ended rightly when the provider writes more than it was allowed', async () => {
    test.provider.setScript({ outputTokens: 3_000, ignoresLimit: true });
    const { key } = await test.issue('5/day');
    const items = arrayOf((await rawStream(key, { generationConfig: { maxOutputTokens: 40 } })).body);
    expect(items.at(-1)).toMatchObject({ candidates: [{ finishReason: 'MAX_TOKENS' }] });
    expect(items.length).toBeLessThan(200);
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'cut', outputTokens: 40 });
  });
});

describe('no', () => {
  it('is said in these words even where nobody has set the provider up', async () => {
    await test.client.gateway.providers.remove({ name: 'gemini' });
    const { key } = await test.issue('1/day');
    await expect(sdk(key).models.generateContent(ASK)).rejects.toMatchObject({ status: 404, message: expect.stringContaining('"NOT_FOUND"') as string });
  });

  it('is said in the words of the Gemini API', async () => {
    const { key, agent } = await test.issue('0.0001/day');
    const refusal: unknown = await sdk(key).models.generateContent(ASK).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({ status: 403 });
    const { error } = parseObject(refusal instanceof ApiError ? refusal.message : '') ?? {};
    expect(error).toMatchObject({ code: 403, status: 'PERMISSION_DENIED', details: [{ reason: 'cap', domain: 'purser' }] });
    expect(JSON.stringify(error)).toContain(`${agent} has used $0.00 of its $0.0001 for today`);
    // It was counted, which is free, and not sent.
    expect(test.provider.requests.map((request) => request.url)).toEqual(['/v1beta/models/gemini-2.5-flash:countTokens']);
    await expect(sdk('wrong').models.generateContent(ASK)).rejects.toMatchObject({ status: 401 });
  });

  it.each([
    ['{"contents":[],"generationConfig":{"maxOutputTokens":1,"maxOutputTokens":65536}}', 'maxOutputTokens'],
    ['{"contents":[],"generationConfig":{"maxOutputTokens":1,"max_output_tokens":65536}}', 'maxOutputTokens'],
    ['{"contents":[],"generationConfig":{"maxOutputTokens":1},"generation_config":{}}', 'generationConfig'],
    ['{"contents":[{"parts":[{"text":"x","text":"y"}]}]}', 'text'],
    ['{"contents":[],"model":"models/gemini-2.5-pro"}', 'model'],
  ])('to what could be read in two ways: %s', async (body, field) => {
    const { key } = await test.issue('5/day');
    const reply = await rawRequest(`${url()}/v1beta/models/gemini-2.5-flash:generateContent`, { headers: { 'x-goog-api-key': key }, body });
    expect(reply.status).toBe(400);
    expect(reply.body.toString()).toContain(`\\"${field}\\"`);
    expect(test.provider.requests).toHaveLength(0);
  });

  it('comes after a lower limit: what is left buys a shorter answer', async () => {
    test.provider.setScript({ outputTokens: 5_000 });
    const { key } = await test.issue('0.005/total');
    const reply = await sdk(key).models.generateContent({ ...ASK, config: { temperature: 0.5, maxOutputTokens: 8_000 } });
    expect(reply.candidates?.[0]?.finishReason).toBe('MAX_TOKENS');
    const sent = parseObject(test.provider.requests.at(-1)?.body ?? '');
    expect(sent?.['generationConfig']).toMatchObject({ temperature: 0.5, maxOutputTokens: expect.toSatisfy((limit: number) => limit >= 256 && limit < 2_000) as number });
    expect((await test.settled(1))[0]).toMatchObject({ loweredOutput: true, certainty: 'exact' });
    expect(test.provider.bill()).toBeLessThanOrEqual(5_000_000);
  });
});

describe('a stream ends', () => {
  it('with an error the SDK reports when its sub-key is revoked', async () => {
    test.provider.setScript({ outputTokens: 100_000, tokenMs: 5 });
    const { key, id } = await test.issue('5/day');
    const reading = readAll(key).catch((error: unknown) => error);
    await expect.poll(() => test.provider.bill()).toBeGreaterThan(200_000);
    await test.client.gateway.keys.revoke({ id });
    const error: unknown = await reading;
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 403, message: expect.stringContaining('This sub-key was revoked in Purser.') as string });
    await expectCovered('cut');
    await expect.poll(() => test.provider.openStreams).toBe(0);
  });

  it('as a normal, truncated answer when the provider writes more than it was allowed', async () => {
    test.provider.setScript({ outputTokens: 3_000, ignoresLimit: true });
    const { key } = await test.issue('5/day');
    const chat = sdk(key).chats.create({ model: ASK.model, config: { maxOutputTokens: 40 } });
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
      for await (const _ of await sdk(key).models.generateContentStream({ ...ASK, config })) if ((pieces += 1) > 20) leaving.abort();
    })();
    await expect(reading).rejects.toThrow('abort');
    await expect.poll(() => test.provider.openStreams).toBe(0);
    await expectCovered('client-gone');
    // Far from the 65,536 tokens that were held.
    expect((await test.settled(1))[0]?.cost).toBeLessThan(30_000_000);
  });

  it('when the provider fails after half an answer: its usage so far is no final figure', async () => {
    test.provider.setScript({ outputTokens: 200, failAfterTokens: 50 });
    const { key } = await test.issue('5/day');
    await expect(readAll(key)).rejects.toMatchObject({ status: 503 });
    await expectCovered('provider-error');
  });

  it('when the provider drops the connection', async () => {
    test.provider.setScript({ outputTokens: 200, destroyAfterTokens: 50 });
    const { key } = await test.issue('5/day');
    await expect(readAll(key)).rejects.toThrow();
    await expectCovered('provider-error');
  });

  it('without a word of usage', async () => {
    test.provider.setScript({ outputTokens: 40, noUsage: true });
    const { key } = await test.issue('5/day');
    await readAll(key);
    await expectCovered('served');
  });
});

describe('a stream that waits for a person', { timeout: 20_000 }, () => {
  /** A sub-key that asks, with a cap that nothing fits into. */
  async function askingKey(): ReturnType<TestGateway['issue']> {
    const issued = await test.issue('0.000001/day');
    const scope = scopeOf('key', issued.id);
    const own = (await test.client.gateway.policies.list()).find((entry) => entry.scope === scope);
    await test.client.gateway.policies.set({ scope, policy: { ...own?.policy, onCap: 'ask' } });
    return issued;
  }
  const questions = async () => test.client.gateway.approvals.list();

  it('is kept alive in both forms, then answered, refused or cut', async () => {
    const [first, second, third, fourth] = [await askingKey(), await askingKey(), await askingKey(), await askingKey()] as const;
    const streams = [readAll(first.key), rawStream(second.key), readAll(third.key).catch((error: unknown) => error), rawStream(fourth.key)] as const;
    await expect.poll(async () => (await questions()).length).toBe(4);
    // The first heartbeat comes after five seconds, and from then on it is too late for a status.
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    for (const { id, subKeyId } of await questions()) {
      await test.client.gateway.approvals.answer({ id, answer: subKeyId === first.id || subKeyId === second.id ? 'allow-once' : 'deny' });
    }
    expect((await streams[0]).text).toContain('支付');
    expect(arrayOf((await streams[1]).body).at(-1)).toMatchObject({ candidates: [{ finishReason: 'STOP' }] });
    expect(await streams[2]).toBeInstanceOf(ApiError);
    expect(arrayOf((await streams[3]).body)).toMatchObject([{ error: { code: 403, message: expect.stringContaining('said no') as string } }]);
  });
});

it('heartbeats keep the SDK waiting, and it reads on', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let beat = 0; beat < 3; beat += 1) response.write(dialect.heartbeat('events'));
    response.write(`data: ${JSON.stringify({ candidates: [{ content: { parts: [{ text: 'here' }], role: 'model' }, finishReason: 'STOP' }] })}\n\n`);
    response.end(dialect.heartbeat('events'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const client = new GoogleGenAI({ apiKey: 'x', httpOptions: { baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` } });
  let text = '';
  for await (const piece of await client.models.generateContentStream(ASK)) text += piece.text ?? '';
  expect(text).toBe('here');
  expect(JSON.parse(`${dialect.heartbeat('array').repeat(3)}[{"a":1}${dialect.heartbeat('array')}]`)).toEqual([{ a: 1 }]);
  server.close();
});
