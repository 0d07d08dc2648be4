import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user' as const, content: 'Tell me how this ends.' }];

let test: TestGateway;
let openai: OpenAI;
beforeEach(async () => {
  test = await startTestGateway();
  const { key } = await test.issue('5/day');
  openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
});
afterEach(() => test.stop());

/** Checks that the ledger has at least the bill, and that nothing is held any longer. */
async function expectCovered(): Promise<void> {
  const rows = await test.settled(1);
  expect(rows[0]?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  const [view] = await test.client.gateway.keys.list();
  expect(view?.caps[0]?.reserved).toBe(0);
}

describe('a request ends', () => {
  it('when the client goes away in mid-stream: upstream is aborted and what was seen is settled', async () => {
    test.provider.setScript({ outputTokens: 100_000, tokenMs: 2 });
    const stream = await openai.chat.completions.create({
      model: 'gpt-4o-mini',
      messages: MESSAGES,
      stream: true,
      max_tokens: 100_000,
    });
    let chunks = 0;
    for await (const _ of stream) if ((chunks += 1) > 20) break;
    await expect.poll(() => test.provider.openStreams).toBe(0);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated' });
    // Far below the bound of 100,000 tokens: an aborted request must not eat the cap.
    expect(row?.cost).toBeLessThan(5_000_000);
    await expectCovered();
  });

  it('when a reasoning model is aborted: hidden output may be billed, so the bound is settled', async () => {
    test.provider.setScript({ outputTokens: 100_000, tokenMs: 2 });
    const stream = await openai.chat.completions.create({
      model: 'gpt-5',
      messages: MESSAGES,
      stream: true,
      max_completion_tokens: 1_000,
    });
    for await (const _ of stream) break;
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated', outputTokens: 1_000 });
  });

  it('when the provider drops the connection in mid-stream', async () => {
    test.provider.setScript({ outputTokens: 200, destroyAfterTokens: 50 });
    const stream = await openai.chat.completions.create({
      model: 'gpt-4o-mini',
      messages: MESSAGES,
      stream: true,
      max_tokens: 300,
    });
    await expect(
      (async () => {
        for await (const _ of stream);
      })(),
    ).rejects.toThrow();
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'provider-error', certainty: 'estimated' });
    await expectCovered();
  });

  it('when the provider never reports the usage, plain and streaming', async () => {
    test.provider.setScript({ outputTokens: 40, noUsage: true });
    await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 100 });
    const stream = await openai.chat.completions.create({
      model: 'gpt-4o-mini',
      messages: MESSAGES,
      max_tokens: 100,
      stream: true,
    });
    for await (const _ of stream);
    const rows = await test.settled(2);
    expect(rows.map((row) => [row.outcome, row.certainty])).toEqual([
      ['served', 'estimated'],
      ['served', 'estimated'],
    ]);
    expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('when the provider answers garbage: it is passed on unchanged and settled high', async () => {
    test.provider.setScript({ garbage: true });
    await openai.chat.completions
      .create({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 100 })
      .catch(() => undefined);
    expect((await test.settled(1))[0]).toMatchObject({ certainty: 'estimated', status: 200, outputTokens: 100 });
    await expectCovered();
  });

  it.each([
    ['rate-limited', 429],
    ['server-error', 500],
    ['overloaded', 503],
  ] as const)('when the provider is %s: its answer passes through and costs nothing', async (fault, status) => {
    test.provider.setScript({ fault, retryAfter: 7 });
    const error = await openai.chat.completions
      .create({ model: 'gpt-4o-mini', messages: MESSAGES })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ status: expect.toSatisfy((got: number) => got === status || got === 529) });
    expect(error).toMatchObject({
      headers: expect.toSatisfy((headers: Headers) => headers.get('retry-after') === '7'),
    });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 0, outcome: 'provider-error', certainty: 'exact' });
  });

  it.each([408, 504, 524])(
    'when nobody answered in time (%d): the answer may have been made, so the bound is settled',
    async (status) => {
      const late = await startRecordingServer();
      late.answer({ error: { message: 'Timed out.' } }, status);
      await test.client.gateway.providers.add({
        kind: 'openai',
        name: 'late',
        baseUrl: `${late.url}/v1`,
        key: PROVIDER_KEY,
      });
      const { key } = await test.issue('1/day');
      const body = JSON.stringify({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 100 });
      const reply = await rawRequest(`${test.gateway.url}/late/v1/chat/completions`, {
        headers: { authorization: `Bearer ${key}` },
        body,
      });
      await late.stop();
      expect(reply.status).toBe(status);
      expect(await test.settled(1)).toMatchObject([
        { outcome: 'provider-error', certainty: 'estimated', status, outputTokens: 100 },
      ]);
    },
  );

  it('when the provider is down: a sentence that names it, and nothing is charged', async () => {
    await test.client.gateway.providers.add({
      kind: 'openai',
      name: 'nowhere',
      baseUrl: 'http://127.0.0.1:9/v1',
      key: 'x',
    });
    const { key } = await test.issue('1/day');
    const reply = await rawRequest(`${test.gateway.url}/nowhere/v1/chat/completions`, {
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({ model: 'gpt-4o-mini', messages: MESSAGES }),
    });
    expect(reply.status).toBe(502);
    expect(reply.body.toString()).toContain('nowhere did not answer (ECONNREFUSED)');
    expect((await test.settled(1))[0]).toMatchObject({ cost: 0, outcome: 'provider-error', status: 502 });
  });
});

it('a provider that does not speak TLS: a sentence that says so, and nothing is charged', async () => {
  const baseUrl = test.provider.openaiBaseUrl.replace('http://', 'https://');
  await test.client.gateway.providers.add({ kind: 'openai', name: 'plain', baseUrl, key: 'x', unchecked: true });
  const { key } = await test.issue('1/day');
  const url = `${test.gateway.url}/plain/v1`;
  const headers = { authorization: `Bearer ${key}` };
  const body = JSON.stringify({ model: 'gpt-4o-mini', messages: MESSAGES });
  const metered = await rawRequest(`${url}/chat/completions`, { headers, body });
  const free = await rawRequest(`${url}/models`, { method: 'GET', headers });
  for (const reply of [metered, free]) {
    expect(reply.status).toBe(502);
    expect(reply.body.toString()).toMatch(/plain cannot be reached\. The server at https:[^ ]+ does not speak TLS \(/);
  }
  expect(await test.settled(1)).toMatchObject([{ cost: 0, outcome: 'provider-error' }]);
});

describe('a provider that exceeds the limit', () => {
  beforeEach(() => test.provider.setScript({ outputTokens: 50_000, ignoresLimit: true }));

  /** It was stopped, and its output beyond the limit is not passed on. */
  async function expectCut(text: string): Promise<void> {
    expect(text).toContain('Simulated reply');
    expect(text.split(' ').length).toBeLessThan(60);
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'cut', certainty: 'estimated', outputTokens: 40 });
    await expect.poll(() => test.provider.openStreams).toBe(0);
  }

  it("is cut, and OpenAI's package returns a completion that reached its limit", async () => {
    const final = await openai.chat.completions
      .stream({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 40 })
      .finalChatCompletion();
    expect(final.choices).toMatchObject([{ index: 0, finish_reason: 'length', message: { role: 'assistant' } }]);
    await expectCut(final.choices[0]?.message.content ?? '');
  });

  it('is cut in a legacy completion, too', async () => {
    let text = '';
    let finish: string | undefined;
    for await (const { choices } of await openai.completions.create({
      model: 'gpt-3.5-turbo-instruct',
      prompt: 'x',
      max_tokens: 40,
      stream: true,
    })) {
      text += choices[0]?.text ?? '';
      finish = choices[0]?.finish_reason;
    }
    expect(finish).toBe('length');
    await expectCut(text);
  });

  it("is cut, and Anthropic's package returns a message that reached its limit", async () => {
    const anthropic = new Anthropic({ baseURL: test.anthropicUrl, apiKey: openai.apiKey, maxRetries: 0 });
    const stream = anthropic.messages.stream({ model: 'claude-haiku-4-5', messages: MESSAGES, max_tokens: 40 });
    const final = await stream.finalMessage();
    expect(final).toMatchObject({
      type: 'message',
      role: 'assistant',
      stop_reason: 'max_tokens',
      content: [{ type: 'text' }],
      usage: { output_tokens: expect.any(Number) as number },
    });
    await expectCut(await stream.finalText());
  });
});

describe('a client that reads slowly and then leaves', () => {
  it('pays for what was made: the provider has run ahead of what was seen', async () => {
    test.provider.setScript({ outputTokens: 60_000, tokenMs: 0 });
    const { key } = await test.issue('5/day');
    const { connect } = await import('node:net');
    const socket = connect(Number(new URL(test.gateway.url).port), '127.0.0.1');
    const body = JSON.stringify({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 60_000, stream: true });
    socket.write(
      `POST /openai/v1/chat/completions ` +
        `HTTP/1.1\r\nHost: ${new URL(test.gateway.url).host}\r\n` +
        `x-api-key: ${key}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    socket.destroy();
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });
});
