import { ApiError } from '@google/genai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseObject } from '../../dialects/json/read-json.ts';
import { addGemini, GEMINI_ASK, itemsOf } from '../../testing/gemini-client.ts';
import type { GeminiClient } from '../../testing/gemini-client.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
let client: GeminiClient;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 20, splitBytes: true } });
  client = await addGemini(test);
});
afterEach(() => test.stop());

async function expectBilled(requests: number): Promise<void> {
  const rows = await test.settled(requests);
  expect(rows.map((row) => [row.certainty, row.outcome])).toEqual(rows.map(() => ['exact', 'served']));
  expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(test.provider.bill());
  expect(test.provider.bill()).toBeGreaterThan(0);
}

describe('the official genai package', () => {
  it.each(['v1beta', 'v1', 'v1alpha'])('works with only base URL and key changed, plain: %s', async (version) => {
    test.provider.setScript({ inputTokens: 900, cacheReadTokens: 500, outputTokens: 40, reasoningTokens: 15 });
    const { key } = await test.issue('1/day');
    const reply = await client.sdk(key, version).models.generateContent(GEMINI_ASK);
    expect(reply.text).toBeTruthy();
    expect(reply.usageMetadata).toMatchObject({
      promptTokenCount: 900,
      cachedContentTokenCount: 500,
      candidatesTokenCount: 25,
      thoughtsTokenCount: 15,
    });
    expect(test.provider.requests.at(-1)?.url).toBe(`/${version}/models/gemini-2.5-flash:generateContent`);
    await expectBilled(1);
    expect((await test.settled(1))[0]).toMatchObject({ inputTokens: 900, cacheReadTokens: 500, outputTokens: 40 });
  });

  it.each([false, true])('streams (CR LF: %s)', async (crlf) => {
    test.provider.setScript({ inputTokens: 100, outputTokens: 60, splitBytes: true, crlf });
    const { key } = await test.issue('1/day');
    const { text, finish } = await client.readAll(key);
    expect(text).toContain('支付');
    expect(finish).toBe('STOP');
    await expectBilled(1);
  });

  it('counts and lists for free, and embeds at cost', async () => {
    const { key } = await test.issue('1/day');
    const { models } = client.sdk(key);
    expect((await models.countTokens(GEMINI_ASK)).totalTokens).toBeGreaterThan(0);
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
    const reply = await client.sdk(key).models.generateContent({ ...GEMINI_ASK, config: { candidateCount: 2 } });
    expect(reply.candidates).toHaveLength(2);
    await expectBilled(1);
  });

  it('accepts a sub-key in every place, and sends none of it on', async () => {
    const { key } = await test.issue('1/day');
    const body = JSON.stringify({ contents: [{ parts: [{ text: 'x' }] }] });
    const path = `${client.url}/v1beta/models/gemini-2.5-flash:generateContent`;
    for (const [target, headers] of [
      [`${path}?key=${key}`, {}],
      [path, { authorization: `Bearer ${key}` }],
      [`${path}?key=AIzaSomebodysRealKey&access_token=ya29.AIza&alt=json`, { 'x-goog-api-key': key }],
    ] as const) {
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
    const reply = await client.rawStream(key);
    const items = itemsOf(reply);
    expect(items).toHaveLength(32);
    expect(items.at(-1)).toMatchObject({
      candidates: [{ finishReason: 'STOP' }],
      usageMetadata: { candidatesTokenCount: 30 },
    });
    await expectBilled(1);
    const direct = await rawRequest(`${test.provider.url}/v1beta/models/${GEMINI_ASK.model}:streamGenerateContent`, {
      headers: { 'x-goog-api-key': PROVIDER_KEY },
      body: test.provider.requests.at(-1)?.body ?? '',
    });
    const withoutIds = (bytes: Buffer): string => bytes.toString('utf8').replaceAll(/"responseId":"[^"]*"/g, '');
    expect(withoutIds(reply.body)).toBe(withoutIds(direct.body));
  });
});

describe('a refusal', () => {
  it('has these words even if nobody has set the provider up', async () => {
    await test.client.gateway.providers.remove({ name: 'gemini' });
    const { key } = await test.issue('1/day');
    await expect(client.sdk(key).models.generateContent(GEMINI_ASK)).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('"NOT_FOUND"') as string,
    });
  });

  it('is in the words of the Gemini API', async () => {
    const { key, agent } = await test.issue('0.0001/day');
    const refusal: unknown = await client
      .sdk(key)
      .models.generateContent(GEMINI_ASK)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({ status: 403 });
    const { error } = parseObject(refusal instanceof ApiError ? refusal.message : '') ?? {};
    expect(error).toMatchObject({
      code: 403,
      status: 'PERMISSION_DENIED',
      details: [{ reason: 'cap', domain: 'purser' }],
    });
    expect(JSON.stringify(error)).toContain(`${agent} has used $0.00 of its $0.0001 for today`);
    // It was counted, which is free, but not sent.
    expect(test.provider.requests.map((request) => request.url)).toEqual([
      '/v1beta/models/gemini-2.5-flash:countTokens',
    ]);
    await expect(client.sdk('wrong').models.generateContent(GEMINI_ASK)).rejects.toMatchObject({ status: 401 });
  });

  it.each([
    ['{"contents":[],"generationConfig":{"maxOutputTokens":1,"maxOutputTokens":65536}}', 'maxOutputTokens'],
    ['{"contents":[],"generationConfig":{"maxOutputTokens":1,"max_output_tokens":65536}}', 'maxOutputTokens'],
    ['{"contents":[],"generationConfig":{"maxOutputTokens":1},"generation_config":{}}', 'generationConfig'],
    ['{"contents":[{"parts":[{"text":"x","text":"y"}]}]}', 'text'],
    ['{"contents":[],"model":"models/gemini-2.5-pro"}', 'model'],
  ])('answers what could be read in two ways: %s', async (body, field) => {
    const { key } = await test.issue('5/day');
    const reply = await rawRequest(`${client.url}/v1beta/models/gemini-2.5-flash:generateContent`, {
      headers: { 'x-goog-api-key': key },
      body,
    });
    expect(reply.status).toBe(400);
    expect(reply.body.toString()).toContain(`\\"${field}\\"`);
    expect(test.provider.requests).toHaveLength(0);
  });

  it('comes after a lower limit: what is left buys a shorter answer', async () => {
    test.provider.setScript({ outputTokens: 5_000 });
    const { key } = await test.issue('0.005/total');
    const reply = await client
      .sdk(key)
      .models.generateContent({ ...GEMINI_ASK, config: { temperature: 0.5, maxOutputTokens: 8_000 } });
    expect(reply.candidates?.[0]?.finishReason).toBe('MAX_TOKENS');
    const sent = parseObject(test.provider.requests.at(-1)?.body ?? '');
    expect(sent?.['generationConfig']).toMatchObject({
      temperature: 0.5,
      maxOutputTokens: expect.toSatisfy((limit: number) => limit >= 256 && limit < 2_000) as number,
    });
    expect((await test.settled(1))[0]).toMatchObject({ loweredOutput: true, certainty: 'exact' });
    expect(test.provider.bill()).toBeLessThanOrEqual(5_000_000);
  });
});

it('no header removes the usage from a reply', async () => {
  const { key } = await test.issue('1/day');
  const headers = {
    'x-goog-api-key': key,
    'x-goog-fieldmask': 'candidates,usageMetadata.promptTokenCount',
    'x-http-method-override': 'GET',
  };
  await rawRequest(`${client.url}/v1beta/models/gemini-2.5-flash:generateContent`, {
    headers,
    body: JSON.stringify({ contents: [{ parts: [{ text: 'x' }] }] }),
  });
  expect(
    Object.keys(test.provider.requests.at(-1)?.headers ?? {}).filter((name) => /fieldmask|override/.test(name)),
  ).toEqual([]);
  const hidden = `${client.url}/v1beta/models/gemini-2.5-flash:generateContent?fields=candidates`;
  expect((await rawRequest(hidden, { headers, body: '{"contents":[]}' })).status).toBe(400);
  await expectBilled(1);
});
