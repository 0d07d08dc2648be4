import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGoogle } from '../../testing/start-google.ts';
import type { FakeGoogle } from '../../testing/start-google.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MODEL = 'gemini-3-flash-preview';
let test: TestGateway;
let google: FakeGoogle;
beforeEach(async () => {
  [test, google] = await Promise.all([startTestGateway(), startGoogle()]);
  const record = { kind: 'gemini', baseUrl: google.url, key: PROVIDER_KEY, unchecked: true } as const;
  await test.client.gateway.providers.add({ ...record, stopsWhenLeft: 'no' });
});
afterEach(() => Promise.all([test.stop(), google.stop()]));

const genai = (apiKey: string): GoogleGenAI =>
  new GoogleGenAI({ apiKey, httpOptions: { baseUrl: `${test.gateway.url}/gemini` } });
const openai = (apiKey: string): OpenAI =>
  new OpenAI({ apiKey, baseURL: `${test.gateway.url}/gemini/v1beta/openai/`, maxRetries: 0 });

async function expectBilled(requests: number): Promise<void> {
  const rows = await test.settled(requests);
  expect(rows.map(({ certainty, outcome }) => [certainty, outcome])).toEqual(rows.map(() => ['exact', 'served']));
  expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(google.bill());
  expect(google.bill()).toBeGreaterThan(0);
}

describe('a search from Gemini 3 on', () => {
  it('is billed by the queries that were made, plain and in a stream', async () => {
    google.play({ output: 700, queries: 3, repeats: 4 });
    const { key } = await test.issue('20/day');
    const ask = { model: MODEL, contents: 'Who won?', config: { tools: [{ googleSearch: {} }] } };
    const reply = await genai(key).models.generateContent(ask);
    expect(reply.candidates?.[0]?.groundingMetadata?.webSearchQueries).toHaveLength(7);
    const pieces = [];
    for await (const piece of await genai(key).models.generateContentStream(ask)) pieces.push(piece);
    expect(pieces).toHaveLength(2);
    expect(google.bill()).toBe(2 * (100 * 500 + 700 * 3_000 + 3 * 14_000_000));
    await expectBilled(2);
  });

  it('gets the limit under which no number of queries passes the cap, and the reply says so', async () => {
    google.play({ output: 65_536, queries: 10_000 });
    const { key } = await test.issue('5/day');
    const reply = await rawRequest(`${test.gateway.url}/gemini/v1beta/models/${MODEL}:generateContent`, {
      headers: { 'x-goog-api-key': key },
      body: JSON.stringify({ contents: [{ parts: [{ text: 'x' }] }], tools: [{ google_search: {} }] }),
    });
    expect(reply.status).toBe(200);
    const limit = Number(reply.headers['x-purser-output-limit']);
    // 16 tokens are at most one query: 14 tenths of a cent, and 4.8 thousandths for the tokens.
    expect(limit).toBeGreaterThan(5_000);
    expect(limit).toBeLessThan(5_700);
    expect(google.bill()).toBeLessThanOrEqual(5_000_000_000);
    expect(google.bill()).toBeGreaterThan(4_500_000_000);
    await expectBilled(1);
  });
});

describe('the official openai package, at the OpenAI-compatible address', () => {
  it('chats, plain and streamed, and pays for thoughts that are in the total alone', async () => {
    google.play({ input: 35, output: 74 });
    const { key } = await test.issue('5/day');
    const messages = [{ role: 'user', content: 'Hi' }] as const;
    const reply = await openai(key).chat.completions.create({ model: MODEL, messages: [...messages] });
    expect(reply.choices[0]?.message.content).toBe('It is.');
    const stream = await openai(key).chat.completions.create({
      model: `models/${MODEL}`,
      messages: [...messages],
      stream: true,
    });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(chunks.every(({ usage }) => usage === undefined || usage === null)).toBe(true);
    expect(google.requests.at(-1)).toMatchObject({ url: '/v1beta/openai/chat/completions', key: PROVIDER_KEY });
    expect(google.bill()).toBe(2 * (35 * 500 + 74 * 3_000));
    await expectBilled(2);
  });

  it('embeds at cost and lists for free', async () => {
    const { key } = await test.issue('5/day');
    const listed = await openai(key).models.list();
    expect(listed.data[0]?.id).toContain('gemini');
    expect(google.bill()).toBe(0);
    await openai(key).embeddings.create({ model: 'gemini-embedding-001', input: 'Hi', encoding_format: 'float' });
    await expectBilled(1);
  });

  it('is refused what nothing bounds there, with a way out', async () => {
    const { key } = await test.issue('5/day');
    const search = { model: MODEL, messages: [], web_search_options: {} };
    await expect(openai(key).chat.completions.create(search)).rejects.toThrow('googleSearch');
    expect(google.requests).toEqual([]);
  });
});

describe('the Interactions API with the official genai package', () => {
  const ask = { model: MODEL, input: 'Who won?' };
  it('makes interactions, plain and streamed, and reads and deletes them for free', async () => {
    google.play({ output: 400, queries: 2 });
    const { key } = await test.issue('20/day');
    const { interactions } = genai(key);
    const made = await interactions.create({ ...ask, tools: [{ type: 'google_search' }] });
    expect(made).toMatchObject({ id: 'v1_0', status: 'completed' });
    const types: string[] = [];
    for await (const event of await interactions.create({ ...ask, stream: true })) types.push(event.event_type);
    expect(types.at(-1)).toBe('interaction.completed');
    await interactions.get('v1_0');
    expect(google.bill()).toBe(2 * (100 * 500 + 400 * 3_000) + 2 * 14_000_000);
    await expectBilled(2);
  });

  it('goes on in the background, and costs what the reply says that passes by', async () => {
    const { key } = await test.issue('5/day');
    const { interactions } = genai(key);
    const begun = await interactions.create({ ...ask, background: true });
    expect(begun.status).toBe('in_progress');
    expect(
      (await test.client.gateway.usage.recent({ limit: 9 })).filter(({ outcome }) => outcome === 'served'),
    ).toEqual([]);
    expect((await interactions.get(begun.id)).status).toBe('completed');
    await expectBilled(1);
  });

  it('is refused in its own words', async () => {
    const { key } = await test.issue('5/day');
    const { interactions } = genai(key);
    await expect(interactions.create({ agent: 'deep-research-preview-04-2026', input: 'x' })).rejects.toThrow(
      'as long as it likes',
    );
    await expect(
      interactions.create({ ...ask, tools: [{ type: 'mcp_server', url: 'https://x.example' }] }),
    ).rejects.toThrow('hand its tools over as functions');
    expect(google.requests).toEqual([]);
  });
});

describe('what Google keeps', () => {
  it('takes files through the gateway, whose bytes go there as well', async () => {
    const { key } = await test.issue('1/day');
    const file = await genai(key).files.upload({
      file: new Blob(['Paris is the capital of France.'], { type: 'text/plain' }),
    });
    expect(file.name).toBe('files/f1');
    expect(google.requests.map(({ url, key: sent }) => [url.split('?')[0], sent])).toEqual([
      ['/upload/v1/files', PROVIDER_KEY],
      ['/upload/v1/files', PROVIDER_KEY],
    ]);
    expect(google.requests[1]?.url).toContain('upload_id=u1');
    expect(google.bill()).toBe(0);
  });

  it('says where the bytes go: to the gateway', async () => {
    const { key } = await test.issue('1/day');
    const begun = await rawRequest(`${test.gateway.url}/gemini/upload/v1beta/files`, {
      headers: { 'x-goog-api-key': key, 'x-goog-upload-command': 'start' },
      body: '{}',
    });
    expect(begun.headers['x-goog-upload-url']).toBe(
      `${test.gateway.url}/gemini/upload/v1beta/files?upload_id=u1&upload_protocol=resumable`,
    );
  });

  it('keeps a cache for its lifetime, which is paid when it is made', async () => {
    google.play({ input: 4_096 });
    const { key } = await test.issue('1/day');
    await genai(key).caches.create({ model: MODEL, config: { contents: 'x'.repeat(20_000), ttl: '900s' } });
    // A quarter of an hour.
    expect(google.bill()).toBe(4_096 * 500 + 1_024 * 1_000);
    await expectBilled(1);
  });
});
