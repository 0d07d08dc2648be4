import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../testing/raw-request.ts';
import { startRecordingServer } from '../testing/recording-server.ts';
import { PROVIDER_KEY, startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user' as const, content: 'Tell me how this ends.' }];

let test: TestGateway;
let openai: OpenAI;
beforeEach(async () => {
  test = await startTestGateway();
  const { key } = await test.issue('5/day');
  openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
});
afterEach(() => test.stop());

/** Whatever happened: the ledger holds at least the bill, and nothing is held any longer. */
async function expectCovered(): Promise<void> {
  const rows = await test.settled(1);
  expect(rows[0]?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  const [view] = await test.client.gateway.keys.list();
  expect(view?.caps[0]?.reserved).toBe(0);
}

describe('a request ends', () => {
  it('when the client goes away in mid-stream: upstream is aborted and what was seen is settled', async () => {
    test.provider.setScript({ outputTokens: 100_000, tokenMs: 2 });
    const stream = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES, stream: true, max_tokens: 100_000 });
    let chunks = 0;
    for await (const _ of stream) if ((chunks += 1) > 20) break;
    await expect.poll(() => test.provider.openStreams).toBe(0);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated' });
    // Far from the bound of 100,000 tokens: an aborted request must not eat the cap.
    expect(row?.cost).toBeLessThan(5_000_000);
    await expectCovered();
  });

  it('when a reasoning model is aborted: hidden output may be billed, so the bound is settled', async () => {
    test.provider.setScript({ outputTokens: 100_000, tokenMs: 2 });
    const stream = await openai.chat.completions.create({ model: 'gpt-5', messages: MESSAGES, stream: true, max_completion_tokens: 1_000 });
    for await (const _ of stream) break;
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated', outputTokens: 1_000 });
  });

  it('when the provider drops the connection in mid-stream', async () => {
    test.provider.setScript({ outputTokens: 200, destroyAfterTokens: 50 });
    const stream = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES, stream: true, max_tokens: 300 });
    await expect((async () => { for await (const _ of stream); })()).rejects.toThrow();
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'provider-error', certainty: 'estimated' });
    await expectCovered();
  });

  it('when the provider never says what was used, plain and streaming', async () => {
    test.provider.setScript({ outputTokens: 40, noUsage: true });
    await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 100 });
    const stream = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 100, stream: true });
    for await (const _ of stream);
    const rows = await test.settled(2);
    expect(rows.map((row) => [row.outcome, row.certainty])).toEqual([['served', 'estimated'], ['served', 'estimated']]);
    expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('when the provider answers garbage: it is passed on as it came and settled high', async () => {
    test.provider.setScript({ garbage: true });
    await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 100 }).catch(() => undefined);
    expect((await test.settled(1))[0]).toMatchObject({ certainty: 'estimated', status: 200, outputTokens: 100 });
    await expectCovered();
  });

  it.each([['rate-limited', 429], ['server-error', 500], ['overloaded', 503]] as const)('when the provider is %s: its answer passes through and costs nothing', async (fault, status) => {
    test.provider.setScript({ fault, retryAfter: 7 });
    const error = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ status: expect.toSatisfy((got: number) => got === status || got === 529) });
    expect(error).toMatchObject({ headers: expect.toSatisfy((headers: Headers) => headers.get('retry-after') === '7') });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 0, outcome: 'provider-error', certainty: 'exact' });
  });

  it.each([408, 504, 524])('when nobody answered in time (%d): what was asked for may have been made, so the bound is settled', async (status) => {
    const late = await startRecordingServer();
    late.answer({ error: { message: 'Timed out.' } }, status);
    await test.client.gateway.providers.add({ kind: 'openai', name: 'late', baseUrl: `${late.url}/v1`, key: PROVIDER_KEY });
    const { key } = await test.issue('1/day');
    const body = JSON.stringify({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 100 });
    const reply = await rawRequest(`${test.gateway.url}/late/v1/chat/completions`, { headers: { authorization: `Bearer ${key}` }, body });
    await late.stop();
    expect(reply.status).toBe(status);
    expect(await test.settled(1)).toMatchObject([{ outcome: 'provider-error', certainty: 'estimated', status, outputTokens: 100 }]);
  });

  it('when the provider is down: a sentence that names it, and nothing is charged', async () => {
    await test.client.gateway.providers.add({ kind: 'openai', name: 'nowhere', baseUrl: 'http://127.0.0.1:9/v1', key: 'x' });
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

describe('a provider that does not keep to the limit', () => {
  it.each([
    ['OpenAI', '/openai/v1/chat/completions', { model: 'gpt-4o-mini' }],
    ['Anthropic', '/anthropic/v1/messages', { model: 'claude-haiku-4-5' }],
  ])('is cut, and the SDK gets a truncated message that ends rightly: %s', async (name, path, asked) => {
    // It answers a request for 5,000 tokens with the reply to one for 50,000.
    const { createServer } = await import('node:http');
    const kind = name === 'OpenAI' ? 'openai' : 'anthropic';
    const deaf = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString().replace('"max_tokens":40', '"max_tokens":50000');
        void fetch(`${test.provider.url}${request.url}`, { method: 'POST', headers: kind === 'openai' ? { authorization: `Bearer ${PROVIDER_KEY}` } : { 'anthropic-version': '2023-06-01', 'x-api-key': PROVIDER_KEY }, body }).then(async (reply) => {
          response.writeHead(reply.status, { 'content-type': 'text/event-stream' });
          for await (const part of reply.body ?? []) if (!response.destroyed) response.write(part);
          response.end();
        }).catch(() => response.destroy());
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => deaf.once('listening', resolve));
    const address = deaf.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    test.provider.setScript({ outputTokens: 50_000, tokenMs: 0 });
    await test.client.gateway.providers.add({ kind, name: 'deaf', baseUrl: kind === 'openai' ? `${url}/v1` : url, key: PROVIDER_KEY, unchecked: true });
    const { key } = await test.issue('1/day');
    const reply = await rawRequest(`${test.gateway.url}${path.replace(/^\/\w+/, '/deaf')}`, {
      headers: { 'x-api-key': key },
      body: JSON.stringify({ ...asked, messages: MESSAGES, max_tokens: 40, stream: true }),
    });
    const text = reply.body.toString();
    expect(text).toMatch(name === 'OpenAI' ? /"finish_reason":"length"}\]}\n\ndata: \[DONE\]\n\n$/ : /"stop_reason":"max_tokens".*event: message_stop\ndata: {"type":"message_stop"}\n\n$/s);
    expect(text.length).toBeLessThan(100_000);
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'cut', certainty: 'estimated', outputTokens: 40 });
    deaf.closeAllConnections();
    deaf.close();
  });
});

describe('a client that reads slowly and then leaves', () => {
  it('pays the bound: the provider has run ahead of what was seen', async () => {
    test.provider.setScript({ outputTokens: 60_000, tokenMs: 0 });
    const { key } = await test.issue('5/day');
    const { connect } = await import('node:net');
    const socket = connect(Number(new URL(test.gateway.url).port), '127.0.0.1');
    const body = JSON.stringify({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 60_000, stream: true });
    socket.write(`POST /openai/v1/chat/completions HTTP/1.1\r\nHost: ${new URL(test.gateway.url).host}\r\nx-api-key: ${key}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    socket.destroy();
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });
});
