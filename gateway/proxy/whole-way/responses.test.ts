// Long because each case has its own sample.
import { once } from 'node:events';
import { createServer } from 'node:http';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubKeyId } from '../../../shared/ids.ts';
import { openAiResponses } from '../../dialects/openai-responses/openai-responses.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const ASK = { model: 'gpt-5', input: 'Say something about caps. Grüße, 世界!' } as const;

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 40, splitBytes: true } });
});
afterEach(() => test.stop());

async function sdk(...caps: readonly string[]): Promise<{ readonly openai: OpenAI; readonly id: SubKeyId }> {
  const { key, id } = await test.issue(...caps);
  return { openai: new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 }), id };
}

/** The body of the last request as the provider saw it. */
function forwarded(): Readonly<Record<string, unknown>> {
  const body: Readonly<Record<string, unknown>> = JSON.parse(test.provider.requests.at(-1)?.body ?? '{}');
  return body;
}

/** Checks that the cost in the ledger is what the provider charged, to the nano-dollar. */
async function expectBilled(requests: number): Promise<void> {
  const rows = await test.settled(requests);
  expect(rows.map((row) => [row.certainty, row.outcome])).toEqual(rows.map(() => ['exact', 'served']));
  expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(test.provider.bill());
  expect(test.provider.bill()).toBeGreaterThan(0);
}

describe('a response through the official openai package', () => {
  it('plain, with cached, written and thought tokens billed apart', async () => {
    test.provider.setScript({
      inputTokens: 900,
      cacheReadTokens: 500,
      cacheWriteTokens: 300,
      outputTokens: 40,
      reasoningTokens: 30,
    });
    const { openai } = await sdk('5/day');
    const reply = await openai.responses.create(ASK);
    expect(reply.status).toBe('completed');
    expect(reply.output_text).not.toBe('');
    await expectBilled(1);
    expect((await test.settled(1))[0]).toMatchObject({
      inputTokens: 900,
      cacheReadTokens: 500,
      cacheWriteTokens: 300,
      outputTokens: 40,
      endpoint: 'responses',
    });
  });

  it('streamed, and put together again by the package', async () => {
    const { openai } = await sdk('5/day');
    const stream = openai.responses.stream(ASK);
    let text = '';
    stream.on('response.output_text.delta', (event) => (text += event.delta));
    const final = await stream.finalResponse();
    expect(final.output_text).toBe(text);
    expect(final.usage?.output_tokens).toBe(40);
    await expectBilled(1);
  });

  it('ended by the limit of its own request', async () => {
    const { openai } = await sdk('5/day');
    const final = await openai.responses.stream({ ...ASK, max_output_tokens: 16 }).finalResponse();
    expect(final).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } });
    await expectBilled(1);
  });

  it('passes body and reply on byte for byte', async () => {
    const { key } = await test.issue('5/day');
    const body = JSON.stringify({ ...ASK, model: 'gpt-4o-mini', stream: true });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const through = await rawRequest(`${test.openaiUrl}/responses`, { headers, body });
    expect(test.provider.requests.at(-1)?.body).toBe(body);
    const direct = await rawRequest(`${test.provider.openaiBaseUrl}/responses`, {
      headers: { ...headers, authorization: `Bearer ${PROVIDER_KEY}` },
      body,
    });
    const withoutIds = (bytes: Buffer): string =>
      bytes.toString('utf8').replace(/simulated_[0-9a-f]+|"created_at":\d+/g, '');
    expect(withoutIds(through.body)).toBe(withoutIds(direct.body));
  });

  it('compacts a conversation, metered', async () => {
    const { openai } = await sdk('5/day');
    const compacted = await openai.responses.compact({ model: 'gpt-5', input: 'A long story.' });
    expect(compacted.usage.output_tokens).toBe(40);
    await expectBilled(1);
  });
});

describe('a stored response', () => {
  it('is read, listed, cancelled, deleted, resumed and counted for nothing', async () => {
    const { openai } = await sdk('5/day');
    await openai.responses.retrieve('resp_1');
    await openai.responses.cancel('resp_1');
    await openai.responses.inputItems.list('resp_1');
    await openai.responses.inputTokens.count({ model: 'gpt-5', input: 'Hello' });
    await openai.responses.delete('resp_1');
    expect(test.provider.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v1/responses/resp_1',
      'POST /v1/responses/resp_1/cancel',
      'GET /v1/responses/resp_1/input_items',
      'POST /v1/responses/input_tokens',
      'DELETE /v1/responses/resp_1',
    ]);
    expect((await test.client.gateway.usage.summary({ by: 'agent' })).total.nanodollars).toBe(0);
  });

  it('is read like the list of models, which Codex requests in its own way', async () => {
    const { key } = await test.issue('5/day');
    const reply = await rawRequest(`${test.openaiUrl}/models?client_version=0.169.0`, {
      method: 'GET',
      headers: { authorization: `Bearer ${key}` },
    });
    expect(reply.status).toBe(200);
    expect(test.provider.requests.at(-1)?.url).toBe('/v1/models?client_version=0.169.0');
  });

  it('costs its usage when it is made in the background, once, and nothing more when it is fetched', async () => {
    const { openai } = await sdk('50/day');
    const queued = await openai.responses.create({ ...ASK, background: true, max_output_tokens: 100 });
    expect(queued.status).toBe('queued');
    await openai.responses.retrieve(queued.id);
    const rows = await test.settled(1);
    expect(rows).toMatchObject([{ certainty: 'exact', outcome: 'served' }]);
    expect(rows[0]?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('is bounded by the context window when a request continues a conversation', async () => {
    const { openai } = await sdk('0.30/day');
    // 272,000 tokens of gpt-5, the most that it reads, cost more than that without a word of output.
    await expect(openai.responses.create({ ...ASK, conversation: 'conv_1' })).rejects.toMatchObject({
      status: 403,
      code: 'cap',
    });
    const { openai: richer } = await sdk('5/day');
    await expect(richer.responses.create({ ...ASK, conversation: 'conv_1' })).resolves.toMatchObject({
      status: 'completed',
    });
  });

  it('is counted by the provider when it continues a response and its cap is below a whole window', async () => {
    const { openai } = await sdk('0.50/day');
    await expect(openai.responses.create({ ...ASK, previous_response_id: 'resp_1' })).resolves.toMatchObject({
      status: 'completed',
    });
    const [count] = test.provider.requests;
    expect(`${count?.method} ${count?.url}`).toBe('POST /v1/responses/input_tokens');
    expect(JSON.parse(count?.body ?? '')).toEqual({ ...ASK, previous_response_id: 'resp_1' });
    await expectBilled(1);
  });
});

describe('web search, as Codex sends it', () => {
  const SEARCHING = {
    ...ASK,
    tools: [
      { type: 'web_search' as const },
      { type: 'function' as const, name: 'shell', parameters: {}, strict: false },
    ],
  };

  it('is limited to what the cap can pay, and billed per call', async () => {
    test.provider.setScript({ webSearches: 20, inputTokens: 1_000, outputTokens: 10 });
    const { openai } = await sdk('5/day');
    await openai.responses.create(SEARCHING);
    const calls = Number(forwarded()['max_tool_calls']);
    expect(calls).toBeGreaterThanOrEqual(1);
    expect(calls).toBeLessThan(20);
    expect(test.provider.bill()).toBe((calls + 1) * 1_000 * 1_250 + calls * 10_000_000 + 10 * 10_000);
    await expectBilled(1);
  });

  it('is refused if the cap is too small for one search, and never left out', async () => {
    const { openai } = await sdk('0.15/day');
    await expect(openai.responses.create(SEARCHING)).rejects.toMatchObject({ status: 403, code: 'cap' });
    expect(test.provider.requests).toEqual([]);
  });

  it('is sent unchanged if the cap can pay for many searches', async () => {
    test.provider.setScript({ webSearches: 6, inputTokens: 1_000, outputTokens: 10 });
    const { openai } = await sdk('500/day');
    await openai.responses.create({ ...SEARCHING, max_output_tokens: 1_000 });
    expect(forwarded()).not.toHaveProperty('max_tool_calls');
    expect(forwarded()['tools']).toEqual(SEARCHING.tools);
    await expectBilled(1);
  });

  it('leaves most of the cap when its stream is left: what did not show was not made', async () => {
    test.provider.setScript({ outputTokens: 5_000, tokenMs: 5 });
    const { openai } = await sdk('5/day');
    const stream = openai.responses.stream({ ...SEARCHING, max_output_tokens: 16_000 });
    stream.finalResponse().catch(() => undefined);
    let deltas = 0;
    await new Promise<void>((resolve) =>
      stream.on('response.output_text.delta', () => ((deltas += 1) === 20 ? resolve() : undefined)),
    );
    stream.abort();
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
    expect(row?.cost).toBeLessThan(600_000_000);
  });

  it('keeps the limit of its own request', async () => {
    test.provider.setScript({ webSearches: 20 });
    const { openai } = await sdk('50/day');
    await openai.responses.create({ ...SEARCHING, max_tool_calls: 1, stream: true }).then(async (stream) => {
      for await (const event of stream) expect(event.type).not.toBe('error');
    });
    expect(forwarded()['max_tool_calls']).toBe(1);
    await expectBilled(1);
  });

  it('is refused with the reason if the request insists on it', async () => {
    const { openai } = await sdk('0.05/day');
    await expect(
      openai.responses.create({ ...SEARCHING, tool_choice: { type: 'web_search_preview' } }),
    ).rejects.toMatchObject({ status: 403, code: 'cap' });
  });
});

describe('a stream that ends early', () => {
  beforeEach(() => test.provider.setScript({ outputTokens: 100_000, tokenMs: 2 }));

  /** Starts a stream and resolves when its first text has come. */
  async function begun(openai: OpenAI, limit: number): Promise<ReturnType<OpenAI['responses']['stream']>> {
    const stream = openai.responses.stream({ ...ASK, max_output_tokens: limit });
    stream.finalResponse().catch(() => undefined);
    await new Promise<void>((resolve) => stream.once('response.output_text.delta', () => resolve()));
    return stream;
  }

  it('by a revoke: the package reports why, and the next request is refused', async () => {
    const { openai, id } = await sdk('5/day');
    const stream = await begun(openai, 10_000);
    const ended = stream.finalResponse().catch((error: unknown) => error);
    await test.client.gateway.keys.revoke({ id });
    expect(String(await ended)).toContain('This sub-key was revoked in Purser.');
    await expect(openai.responses.create(ASK)).rejects.toMatchObject({ status: 403, code: 'sub-key-revoked' });
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'cut', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('by its client: settled as seen, and the provider stops', async () => {
    const { openai } = await sdk('5/day');
    const stream = await begun(openai, 10_000);
    stream.abort();
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated' });
    await expect.poll(() => test.provider.openStreams).toBe(0);
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('by a failure after some output, which is no final figure without usage', async () => {
    test.provider.setScript({ outputTokens: 50, failAfterTokens: 20, noUsage: true });
    const { openai } = await sdk('5/day');
    await expect(openai.responses.stream(ASK).finalResponse()).rejects.toThrow('server had an error');
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ certainty: 'estimated', outcome: 'provider-error' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('by a failure with usage, which is what it costs', async () => {
    test.provider.setScript({ outputTokens: 50, failAfterTokens: 20 });
    const { openai } = await sdk('5/day');
    await expect(openai.responses.stream(ASK).finalResponse()).rejects.toThrow('server had an error');
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ certainty: 'exact', outputTokens: 20 });
    expect(row?.cost).toBe(test.provider.bill());
  });
});

describe('a provider that exceeds the limit', () => {
  it('is cut, and the package returns a response that reached its limit, with all text so far', async () => {
    test.provider.setScript({ outputTokens: 5_000, ignoresLimit: true, tokenMs: 1 });
    const { openai } = await sdk('5/day');
    const stream = openai.responses.stream({ ...ASK, max_output_tokens: 40 });
    let text = '';
    stream.on('response.output_text.delta', (event) => (text += event.delta));
    const final = await stream.finalResponse();
    expect(final).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } });
    expect(final.output_text).toBe(text);
    expect(text.split(' ').length).toBeLessThan(60);
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'cut', certainty: 'estimated', outputTokens: 40 });
    await expect.poll(() => test.provider.openStreams).toBe(0);
  });
});

describe('a client that is kept waiting', () => {
  it('is not disturbed by heartbeats', async () => {
    const { key } = await test.issue('5/day');
    const slow = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(openAiResponses.heartbeat('events').repeat(3));
      void request.resume();
      void rawRequest(`${test.openaiUrl}/responses`, {
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({ ...ASK, stream: true }),
      }).then(({ body }) => response.end(body));
    }).listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const address = slow.address();
    const openai = new OpenAI({
      baseURL: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
      apiKey: 'x',
      maxRetries: 0,
    });
    expect((await openai.responses.stream(ASK).finalResponse()).status).toBe('completed');
    slow.closeAllConnections();
    slow.close();
  });
});

describe('a cap that is used up', () => {
  it('refuses in the shape of the API', async () => {
    const { openai } = await sdk('0.0001/day');
    const refused = await openai.responses.create(ASK).catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 403, code: 'cap', type: 'permission_error' });
    expect(String(refused)).toContain('$0.0001');
  });
});
