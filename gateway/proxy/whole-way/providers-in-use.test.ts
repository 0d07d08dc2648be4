// Long because each case has its own sample.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import type { RawReply } from '../../testing/raw-request.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import type { RecordingServer } from '../../testing/recording-server.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const messages = [{ role: 'user', content: 'Hi' }];
const USAGE = { prompt_tokens: 1_000, completion_tokens: 10, total_tokens: 1_010 };
const REPLY = {
  id: 'c',
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
  usage: USAGE,
};
const MESSAGE = {
  id: 'm',
  type: 'message',
  role: 'assistant',
  content: [{ type: 'text', text: 'Hi' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 1_000, output_tokens: 10 },
};

/** A Friday, between DeepSeek's peaks. */
const NOON = Date.parse('2026-11-20T12:00:00Z');

let test: TestGateway;
let server: RecordingServer;
let key: string;
beforeEach(async () => {
  let time = NOON;
  // A clock that advances keeps the rows in order.
  test = await startTestGateway({ clock: { now: () => (time += 1) } });
  server = await startRecordingServer();
  server.answer(REPLY);
  ({ key } = await test.issue('1/day'));
});
afterEach(async () => {
  await test.stop();
  await server.stop();
});

/** Adds a provider as the person would, at this test's server but with the path of its real address. */
async function add(kind: ProviderKind, secret: string | null = 'real-key'): Promise<void> {
  const path = new URL(PROVIDERS[kind].defaultBaseUrl ?? 'https://x.example/openai/v1').pathname;
  await test.client.gateway.providers.add({
    kind,
    name: kind === 'openai' || kind === 'anthropic' ? `my-${kind}` : kind,
    baseUrl: `${server.url}${path}`,
    ...(secret !== null && { key: secret }),
    unchecked: true,
  });
}

function ask(path: string, body: object): Promise<RawReply> {
  return rawRequest(`${test.gateway.url}${path}`, {
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('a provider', () => {
  it.each<readonly [ProviderKind, model: string, path: string, header: string, bill: number]>([
    ['openrouter', 'openai/gpt-4o-mini', '/api/v1/chat/completions', 'authorization', 1_000 * 150 + 10 * 600],
    ['azure', 'gpt-4o-mini', '/openai/v1/chat/completions', 'api-key', 1_000 * 150 + 10 * 600],
    ['mistral', 'mistral-large-latest', '/v1/chat/completions', 'authorization', 1_000 * 2_000 + 10 * 6_000],
    ['groq', 'llama-3.3-70b-versatile', '/openai/v1/chat/completions', 'authorization', 1_000 * 590 + 10 * 790],
    ['xai', 'grok-4.5', '/v1/chat/completions', 'authorization', 1_000 * 2_000 + 10 * 6_000],
    ['deepseek', 'deepseek-v4-pro', '/v1/chat/completions', 'authorization', 1_000 * 660 + 10 * 1_980],
    [
      'together',
      'meta-llama/Llama-3.3-70B-Instruct-Turbo',
      '/v1/chat/completions',
      'authorization',
      1_000 * 880 + 10 * 880,
    ],
    [
      'fireworks',
      'accounts/fireworks/models/deepseek-v4-pro',
      '/inference/v1/chat/completions',
      'authorization',
      1_000 * 1_740 + 10 * 3_480,
    ],
    ['cerebras', 'gpt-oss-120b', '/v1/chat/completions', 'authorization', 1_000 * 350 + 10 * 750],
    ['moonshot', 'kimi-k2-0905-preview', '/v1/chat/completions', 'authorization', 1_000 * 600 + 10 * 2_500],
    ['zai', 'glm-5.3', '/api/paas/v4/chat/completions', 'authorization', 1_000 * 1_400 + 10 * 4_400],
    ['qwen', 'qwen3-max', '/compatible-mode/v1/chat/completions', 'authorization', 1_000 * 1_200 + 10 * 6_000],
  ])(
    '%s is called at its own address, with its key where it wants it, and is billed',
    async (kind, model, path, header, bill) => {
      await add(kind);
      const reply = await ask(`/${kind}/v1/chat/completions`, { model, messages, max_tokens: 100 });
      expect([reply.status, reply.body.toString()]).toEqual([200, JSON.stringify(REPLY)]);
      expect(server.requests.map((request) => request.path)).toEqual([path]);
      expect(server.requests[0]?.headers[header]).toBe(header === 'authorization' ? 'Bearer real-key' : 'real-key');
      const [row] = await test.settled(1);
      expect(row).toMatchObject({
        provider: kind,
        model,
        certainty: 'exact',
        inputTokens: 1_000,
        outputTokens: 10,
        cost: bill,
      });
    },
  );

  it.each<readonly [ProviderKind, model: string, path: string, bill: number]>([
    ['deepseek', 'deepseek-v4-pro', '/anthropic/v1/messages', 1_000 * 660 + 10 * 1_980],
    ['moonshot', 'kimi-k2-0905-preview', '/anthropic/v1/messages', 1_000 * 600 + 10 * 2_500],
    ['zai', 'glm-5.3', '/api/anthropic/v1/messages', 1_000 * 1_400 + 10 * 4_400],
    ['openrouter', 'openai/gpt-4o-mini', '/api/v1/messages', 1_000 * 150 + 10 * 600],
    ['xai', 'grok-4.5', '/v1/messages', 1_000 * 2_000 + 10 * 6_000],
  ])("%s speaks Anthropic's protocol at another address", async (kind, model, path, bill) => {
    server.answer(MESSAGE);
    await add(kind);
    const reply = await ask(`/${kind}/v1/messages?beta=true`, { model, messages, max_tokens: 100 });
    expect(reply.status).toBe(200);
    expect(server.requests.map((request) => request.path)).toEqual([`${path}?beta=true`]);
    expect((await test.settled(1))[0]).toMatchObject({
      certainty: 'exact',
      inputTokens: 1_000,
      outputTokens: 10,
      cost: bill,
    });
  });

  it.each<ProviderKind>(['ollama', 'lmstudio'])('%s is free, counted, and called without any key', async (kind) => {
    await add(kind, null);
    expect((await ask(`/${kind}/v1/chat/completions`, { model: 'whatever:7b', messages })).status).toBe(200);
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
    expect((await test.settled(1))[0]).toMatchObject({
      cost: 0,
      certainty: 'exact',
      inputTokens: 1_000,
      outputTokens: 10,
    });
  });

  it('that reports a cost is believed only if that is known to be true', async () => {
    server.answer({ ...REPLY, usage: { ...USAGE, cost: 0.012_345_678_9 } });
    await add('openrouter');
    await add('openai');
    await ask('/openrouter/v1/chat/completions', { model: 'openai/gpt-4o-mini', messages, max_tokens: 100 });
    await ask('/my-openai/v1/chat/completions', { model: 'gpt-4o-mini', messages, max_tokens: 100 });
    expect((await test.settled(2)).map((row) => row.cost)).toEqual([12_345_679, 1_000 * 150 + 10 * 600]);
  });

  it('is believed about a tier only if its price is known', async () => {
    server.answer({ ...REPLY, service_tier: 'flex' });
    await add('openai');
    await add('xai');
    await ask('/my-openai/v1/chat/completions', { model: 'gpt-5', messages, max_tokens: 100, service_tier: 'flex' });
    await ask('/xai/v1/chat/completions', { model: 'grok-4.5', messages, max_tokens: 100, service_tier: 'flex' });
    expect((await test.settled(2)).map((row) => [row.tier, row.cost, row.certainty])).toEqual([
      ['flex', (1_000 * 1_250 + 10 * 10_000) / 2, 'exact'],
      ['flex', 1_000 * 2_000 + 10 * 6_000, 'estimated'],
    ]);
    const refused = await ask('/xai/v1/chat/completions', {
      model: 'grok-4.5',
      messages,
      max_tokens: 100,
      service_tier: 'priority',
    });
    expect([refused.status, refused.body.toString()]).toEqual([
      403,
      expect.stringContaining('the service tier it asks for'),
    ]);
  });

  it('that refuses unknown fields gets none', async () => {
    await add('mistral');
    server.answer(
      'data: ' +
        JSON.stringify({ choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: 'stop' }], usage: USAGE }) +
        '\n\ndata: [DONE]\n\n',
    );
    await ask('/mistral/v1/chat/completions', {
      model: 'mistral-large-latest',
      messages,
      stream: true,
      max_tokens: 100,
    });
    expect(server.requests[0]?.body).not.toHaveProperty('stream_options');
    expect((await test.settled(1))[0]).toMatchObject({ certainty: 'exact', outputTokens: 10 });
    // A cap that pays for less than the model could write.
    const { key: poor } = await test.issue('0.05/day');
    await rawRequest(`${test.gateway.url}/mistral/v1/chat/completions`, {
      headers: { authorization: `Bearer ${poor}` },
      body: JSON.stringify({ model: 'mistral-large-latest', messages }),
    });
    expect(server.requests[1]?.body).toMatchObject({ max_tokens: expect.any(Number) });
    expect(server.requests[1]?.body).not.toHaveProperty('max_completion_tokens');
  });

  it('whose model has no known price is refused until the person sets one', async () => {
    for (const kind of ['groq', 'qwen', 'custom-openai'] as const) await add(kind);
    for (const name of ['groq', 'qwen', 'custom-openai']) {
      const refused = await ask(`/${name}/v1/chat/completions`, {
        model: 'team-model',
        messages,
        max_tokens: 100,
      });
      expect([refused.status, refused.body.toString()]).toEqual([403, expect.stringContaining('purser price set')]);
    }
    expect(server.requests).toEqual([]);
    await test.client.gateway.prices.set({
      model: 'team-model',
      input: 1_000_000_000,
      output: 2_000_000_000,
      cacheRead: null,
      cacheWrite: null,
    });
    for (const name of ['groq', 'qwen', 'custom-openai'])
      await ask(`/${name}/v1/chat/completions`, { model: 'team-model', messages, max_tokens: 100 });
    expect((await test.settled(3)).map((row) => row.cost)).toEqual([1_020_000, 1_020_000, 1_020_000]);
  });

  it('cannot be added without its required settings', async () => {
    const { providers } = test.client.gateway;
    await expect(providers.add({ kind: 'groq' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('needs a key'),
    });
    await expect(providers.add({ kind: 'azure', key: 'k' })).rejects.toThrow('different address for everyone');
    await expect(providers.add({ kind: 'custom-openai' })).rejects.toThrow('different address for everyone');
  });

  it('gets no requests for endpoints that it does not have', async () => {
    await add('groq');
    const reply = await ask('/groq/v1/images/generations', { model: 'x', prompt: 'x' });
    expect([reply.status, server.requests]).toEqual([404, []]);
  });
});

describe('the hour in which a request ends', () => {
  it('decides its price at DeepSeek, and is held from the beginning', async () => {
    await test.stop();
    const clock = { time: Date.parse('2026-11-23T05:59:59Z'), now: () => clock.time };
    test = await startTestGateway({ clock });
    ({ key } = await test.issue('1/day'));
    await add('deepseek');
    // The peak begins while it runs.
    server.answer({ ...REPLY, toJSON: () => ((clock.time += 2_000), REPLY) });
    await ask('/deepseek/v1/chat/completions', { model: 'deepseek-v4-pro', messages, max_tokens: 100 });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 1_000 * 1_320 + 10 * 3_960, certainty: 'exact' });
  });
});

it('every kind of provider has all that it needs', () => {
  // Purser knows no endpoints of arbitrary HTTP APIs.
  for (const [kind, spec] of Object.entries(PROVIDERS).filter(([name]) => name !== 'http')) {
    expect(spec.kind).toBe(kind);
    expect(spec.title).not.toBe('');
    if (spec.defaultBaseUrl !== undefined)
      expect(new URL(spec.defaultBaseUrl).protocol).toBe(spec.keyless ? 'http:' : 'https:');
    expect(spec.endpoints.filter(({ operation }) => operation).length).toBeGreaterThan(0);
    expect(new Set(spec.endpoints.map(({ method, path, at = path }) => `${method} ${at}`)).size).toBe(
      spec.endpoints.length,
    );
  }
});

describe('OpenRouter', () => {
  it.each<readonly [provider: unknown, limited: object]>([
    [undefined, { max_price: { prompt: 0.15, completion: 0.6 } }],
    [
      { only: ['a-dear-host'], sort: 'throughput' },
      { only: ['a-dear-host'], sort: 'throughput', max_price: { prompt: 0.15, completion: 0.6 } },
    ],
    [
      { max_price: { prompt: '900', completion: 0.1, request: 1 } },
      { max_price: { prompt: 0.15, completion: 0.1, request: 1 } },
    ],
    ['a-dear-host', { max_price: { prompt: 0.15, completion: 0.6 } }],
  ])('asked to choose its host by %j serves at the price that was held', async (provider, limited) => {
    await add('openrouter');
    await ask('/openrouter/v1/chat/completions', { model: 'openai/gpt-4o-mini', messages, max_tokens: 100, provider });
    await ask('/openrouter/v1/messages', { model: 'openai/gpt-4o-mini', messages, max_tokens: 100, provider });
    expect(server.requests.map(({ body }) => body['provider'])).toEqual([limited, limited]);
  });
});

it.each<readonly [path: string, body: object, reply: object]>([
  ['chat/completions', { messages }, REPLY],
  [
    'responses',
    { input: 'Hi' },
    { id: 'r', object: 'response', status: 'completed', output: [], usage: { input_tokens: 1_000, output_tokens: 10 } },
  ],
])('a server that does not stream despite the request is billed by its reply: %s', async (path, body, reply) => {
  server.answer(reply);
  await add('openrouter');
  await ask(`/openrouter/v1/${path}`, { model: 'openai/gpt-4o-mini', ...body, stream: true });
  expect((await test.settled(1))[0]).toMatchObject({ certainty: 'exact', inputTokens: 1_000, outputTokens: 10 });
});
