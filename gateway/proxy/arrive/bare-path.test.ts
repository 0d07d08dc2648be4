import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { zstdCompressSync } from 'node:zlib';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user' as const, content: 'Hi' }];

let test: TestGateway;
afterEach(() => test.stop());

describe('a path that names no provider', () => {
  it('is that of the only provider that serves it, for every SDK with one base URL', async () => {
    test = await startTestGateway({ script: { outputTokens: 5 } });
    const { key } = await test.issue('5/day');
    const openai = new OpenAI({ baseURL: `${test.gateway.url}/v1`, apiKey: key, maxRetries: 0 });
    const anthropic = new Anthropic({ baseURL: test.gateway.url, apiKey: key, maxRetries: 0 });
    await openai.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 50, messages: MESSAGES });
    await anthropic.messages.create({ model: 'claude-haiku-4-5', max_tokens: 50, messages: MESSAGES });
    // Two protocols share this path; the headers tell which is meant.
    expect((await openai.models.list()).data.length).toBeGreaterThan(0);
    expect((await anthropic.models.list()).data.length).toBeGreaterThan(0);
    expect((await test.settled(2)).map(({ provider }) => provider)).toEqual(['openai', 'anthropic']);
  });

  it('is refused if two providers are possible, until the policy of the sub-key names one', async () => {
    test = await startTestGateway({ script: { outputTokens: 5 } });
    await test.client.gateway.providers.add({
      kind: 'openai',
      name: providerNameSchema.parse('second'),
      baseUrl: test.provider.openaiBaseUrl,
      key: PROVIDER_KEY,
    });
    const { key, id } = await test.issue('5/day');
    const openai = new OpenAI({ baseURL: `${test.gateway.url}/v1`, apiKey: key, maxRetries: 0 });
    const ask = () => openai.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 50, messages: MESSAGES });
    await expect(ask()).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('does not say which provider'),
    });
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: {
        caps: [{ window: 'day', rolling: false, amount: nanodollarsOf(5_000_000_000) }],
        providers: ['second'],
      },
    });
    await ask();
    expect((await test.settled(1))[0]?.provider).toBe('second');
  });

  it('asks for the sub-key first, like every other', async () => {
    test = await startTestGateway();
    expect((await rawRequest(`${test.gateway.url}/v1/chat/completions`, { headers: {}, body: '{}' })).status).toBe(401);
  });
});

it('reads a body that is compressed with zstd, as Codex sends it', async () => {
  test = await startTestGateway({ script: { outputTokens: 5 } });
  const { key } = await test.issue('5/day');
  const body = zstdCompressSync(JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 50, messages: MESSAGES }));
  const reply = await rawRequest(`${test.openaiUrl}/chat/completions`, {
    headers: { authorization: `Bearer ${key}`, 'content-encoding': 'zstd' },
    body,
  });
  expect(reply.status).toBe(200);
});
