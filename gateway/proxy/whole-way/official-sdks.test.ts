import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user' as const, content: 'Say something about caps. Grüße, 世界!' }];

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 20, splitBytes: true } });
});
afterEach(() => test.stop());

/** Checks that the cost in the ledger is what the provider charged, to the nano-dollar. */
async function expectBilled(requests: number): Promise<void> {
  const rows = await test.settled(requests);
  expect(rows.map((row) => [row.certainty, row.outcome])).toEqual(rows.map(() => ['exact', 'served']));
  expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(test.provider.bill());
  expect(test.provider.bill()).toBeGreaterThan(0);
}

describe('the official openai package', () => {
  it('works with only base URL and key changed, plain', async () => {
    const { key } = await test.issue('1/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key });
    const reply = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES });
    expect(reply.choices[0]?.message.content).toBeTruthy();
    expect(reply.usage?.completion_tokens).toBe(20);
    await expectBilled(1);
  });

  it('streams; usage is requested on its behalf, and the extra chunk is hidden', async () => {
    const { key } = await test.issue('1/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key });
    let text = '';
    let chunksWithoutChoices = 0;
    for await (const chunk of await openai.chat.completions.create({
      model: 'gpt-4o',
      messages: MESSAGES,
      stream: true,
    })) {
      text += chunk.choices[0]?.delta.content ?? '';
      if (chunk.choices.length === 0) chunksWithoutChoices += 1;
    }
    expect(text).not.toBe('');
    expect(chunksWithoutChoices).toBe(0);
    expect(JSON.parse(test.provider.requests.at(-1)?.body ?? '')).toMatchObject({
      stream_options: { include_usage: true },
    });
    await expectBilled(1);
  });

  it('gets its usage chunk when it asked for one', async () => {
    const { key } = await test.issue('1/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key });
    const stream = await openai.chat.completions.create({
      model: 'gpt-4o',
      messages: MESSAGES,
      stream: true,
      stream_options: { include_usage: true },
    });
    const usages = [];
    for await (const chunk of stream) if (chunk.usage) usages.push(chunk.usage);
    expect(usages).toHaveLength(1);
    await expectBilled(1);
  });

  it('lists models, which is free', async () => {
    const { key } = await test.issue('1/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key });
    const models = await openai.models.list();
    expect(models.data.length).toBeGreaterThan(0);
    expect((await test.client.gateway.usage.summary({ by: 'agent' })).total.nanodollars).toBe(0);
  });
});

describe('the official anthropic package', () => {
  it('works with only base URL and key changed, plain', async () => {
    const { key } = await test.issue('1/day');
    const anthropic = new Anthropic({ baseURL: test.anthropicUrl, apiKey: key });
    const reply = await anthropic.messages.create({ model: 'claude-sonnet-5', max_tokens: 100, messages: MESSAGES });
    expect(reply.content[0]?.type).toBe('text');
    expect(reply.usage.output_tokens).toBe(20);
    await expectBilled(1);
  });

  it('streams, with cache reads and writes billed apart', async () => {
    test.provider.setScript({ inputTokens: 900, cacheReadTokens: 500, cacheWriteTokens: 300, outputTokens: 30 });
    const { key } = await test.issue('1/day');
    const anthropic = new Anthropic({ baseURL: test.anthropicUrl, apiKey: key });
    const final = await anthropic.messages
      .stream({ model: 'claude-haiku-4-5', max_tokens: 100, messages: MESSAGES })
      .finalMessage();
    expect(final.usage.output_tokens).toBe(30);
    await expectBilled(1);
    expect((await test.settled(1))[0]).toMatchObject({
      inputTokens: 900,
      cacheReadTokens: 500,
      cacheWriteTokens: 300,
      outputTokens: 30,
    });
  });
});

describe('on the wire', () => {
  const body = JSON.stringify({
    model: 'gpt-4o-mini',
    messages: MESSAGES,
    stream: true,
    stream_options: { include_usage: true },
  });

  it('passes the body and the reply on byte for byte', async () => {
    const { key } = await test.issue('1/day');
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const through = await rawRequest(`${test.openaiUrl}/chat/completions`, { headers, body });
    expect(test.provider.requests.at(-1)?.body).toBe(body);
    const direct = await rawRequest(`${test.provider.openaiBaseUrl}/chat/completions`, {
      headers: { ...headers, authorization: `Bearer ${PROVIDER_KEY}` },
      body,
    });
    const withoutIds = (bytes: Buffer): string =>
      bytes.toString('utf8').replace(/"(id|created|system_fingerprint)":("[^"]*"|\d+)/g, '"$1":0');
    expect(withoutIds(through.body)).toBe(withoutIds(direct.body));
  });

  it('serves with and without /v1, and a compressed body', async () => {
    const { key } = await test.issue('1/day');
    const { gzipSync } = await import('node:zlib');
    const plain = await rawRequest(`${test.gateway.url}/openai/chat/completions`, {
      headers: { authorization: `Bearer ${key}` },
      body,
    });
    const packed = await rawRequest(`${test.openaiUrl}/chat/completions`, {
      headers: { authorization: `Bearer ${key}`, 'content-encoding': 'gzip' },
      body: gzipSync(body),
    });
    expect([plain.status, packed.status]).toEqual([200, 200]);
    await expectBilled(2);
  });
});
