import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../shared/policy.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import type { RawReply } from '../../testing/raw-request.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import type { RecordingServer } from '../../testing/recording-server.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const messages = [{ role: 'user' as const, content: 'Hi' }];
const USAGE = { prompt_tokens: 1_000, completion_tokens: 10, total_tokens: 1_010 };
const REPLY = {
  id: 'c',
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
  usage: USAGE,
};
const RESPONSE = {
  id: 'r',
  object: 'response',
  status: 'completed',
  output: [],
  usage: { input_tokens: 1_000, output_tokens: 10, total_tokens: 1_010 },
};
/** A Friday, between DeepSeek's peaks. */
const NOON = Date.parse('2026-11-20T12:00:00Z');

let test: TestGateway;
let server: RecordingServer;
beforeEach(async () => {
  let time = NOON;
  test = await startTestGateway({ clock: { now: () => (time += 1) } });
  server = await startRecordingServer();
  server.answer(REPLY);
});
afterEach(async () => {
  await test.stop();
  await server.stop();
});

async function add(kind: ProviderKind): Promise<void> {
  const path = new URL(PROVIDERS[kind].defaultBaseUrl ?? 'https://x.example').pathname.replace(/\/$/, '');
  await test.client.gateway.providers.add({ kind, baseUrl: `${server.url}${path}`, key: 'real', unchecked: true });
}

async function ask(path: string, body: object, cap = '5/day'): Promise<RawReply> {
  const { key } = await test.issue(cap);
  return rawRequest(`${test.gateway.url}${path}`, {
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

describe('OpenRouter', () => {
  const chat = '/openrouter/v1/chat/completions';
  const small = { model: 'openai/gpt-4o-mini', messages, max_tokens: 100 };
  beforeEach(() => add('openrouter'));

  it('serves a search as it came where it fits, and settles what it says it charged', async () => {
    server.answer({ ...REPLY, usage: { ...USAGE, cost: 0.007_637_029 } });
    const tools = [{ type: 'openrouter:web_search', parameters: { max_uses: 1 } }];
    const reply = await ask(chat, { ...small, tools });
    expect(reply.status).toBe(200);
    expect(reply.headers).not.toHaveProperty('x-purser-set');
    expect(server.requests[0]?.body).toMatchObject({ tools });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 7_637_029, certainty: 'exact' });
  });

  it('limits the calls of a search where it does not, and says so', async () => {
    const tools = [{ type: 'openrouter:web_search' }];
    const reply = await ask(chat, { ...small, model: 'deepseek/deepseek-chat', tools }, '0.20/day');
    expect([reply.status, reply.headers['x-purser-set']]).toEqual([200, 'stop_server_tools_when, tools']);
    expect(server.requests[0]?.body).toMatchObject({
      stop_server_tools_when: [{ type: 'step_count_is', step_count: expect.any(Number) }],
      tools: [{ type: 'openrouter:web_search', parameters: { max_uses: expect.any(Number) } }],
    });
  });

  it('holds a list of models at the dearest, at the price of which each of them is served', async () => {
    server.answer({ ...REPLY, model: 'openai/gpt-5.5' });
    const models = ['openai/gpt-4o-mini', 'openai/gpt-5.5'];
    expect((await ask(chat, { ...small, models })).status).toBe(200);
    expect(server.requests[0]?.body).toMatchObject({ models, provider: { max_price: { prompt: 5, completion: 30 } } });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 1_000 * 5_000 + 10 * 30_000, certainty: 'exact' });
  });

  it('settles the model of a list that served it, which may be the cheapest', async () => {
    server.answer({ ...REPLY, model: 'openai/gpt-4o-mini' });
    await ask(chat, { ...small, models: ['openai/gpt-5.5'] });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 1_000 * 150 + 10 * 600, certainty: 'exact' });
  });

  it('refuses a list with a model that a policy forbids', async () => {
    await test.client.gateway.policies.set({ scope: EVERYTHING, policy: { models: { allow: ['openai/gpt-4o*'] } } });
    const refused = await ask(chat, { ...small, models: ['openai/gpt-5.5'] });
    expect([refused.status, refused.body.toString()]).toEqual([403, expect.stringContaining('openai/gpt-5.5')]);
    expect(server.requests).toEqual([]);
  });

  it.each<readonly [model: string, cost: number]>([
    ['openai/gpt-4o-mini:nitro', 1_000 * 150 + 10 * 600],
    ['openai/gpt-4o-mini:floor', 1_000 * 150 + 10 * 600],
    ['openai/gpt-4o-mini:exacto', 1_000 * 150 + 10 * 600],
    ['anthropic/claude-sonnet-4-5', 1_000 * 3_000 + 10 * 15_000],
    ['meta-llama/llama-3.3-70b-instruct:free', 0],
    ['openrouter/free', 0],
  ])('knows the price of %s', async (model, cost) => {
    expect((await ask(chat, { ...small, model })).status).toBe(200);
    expect((await test.settled(1))[0]).toMatchObject({ model, cost, certainty: 'exact' });
  });

  it('serves its router, none of whose models may cost more than was held', async () => {
    server.answer({ ...REPLY, model: 'openai/gpt-4o-mini', usage: { ...USAGE, cost: 0.000_156 } });
    expect((await ask(chat, { ...small, model: 'openrouter/auto' })).status).toBe(200);
    expect(server.requests[0]?.body['provider']).toMatchObject({ max_price: { prompt: expect.any(Number) } });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 156_000, certainty: 'exact' });
  });

  it('serves a dearer tier at its price', async () => {
    server.answer({ ...REPLY, service_tier: 'priority' });
    expect((await ask(chat, { ...small, model: 'openai/gpt-5.5', service_tier: 'priority' })).status).toBe(200);
    expect(server.requests[0]?.body['provider']).toMatchObject({ max_price: { prompt: 12.5, completion: 75 } });
    expect((await test.settled(1))[0]?.cost).toBe((1_000 * 5_000 + 10 * 30_000) * 2.5);
  });
});

describe('xAI', () => {
  beforeEach(() => add('xai'));

  it('serves its tools, and settles what it says it charged', async () => {
    server.answer({ ...RESPONSE, usage: { ...RESPONSE.usage, cost_in_usd_ticks: 318_319_000 } });
    const { key } = await test.issue('20/day');
    const openai = new OpenAI({ baseURL: `${test.gateway.url}/xai/v1`, apiKey: key, maxRetries: 0 });
    await openai.responses.create({
      model: 'grok-4.3',
      input: 'Hi',
      max_output_tokens: 500,
      tools: [{ type: 'web_search' }],
    });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 31_831_900, certainty: 'exact' });
  });

  it('serves a request that switches its search off', async () => {
    const off = { model: 'grok-4.3', messages, search_parameters: { mode: 'off' } };
    expect((await ask('/xai/v1/chat/completions', off)).status).toBe(200);
  });

  it('hands out a deferred reply without counting it again', async () => {
    const reply = await rawRequest(`${test.gateway.url}/xai/v1/chat/deferred-completion/abc`, {
      method: 'GET',
      headers: { authorization: `Bearer ${(await test.issue('5/day')).key}` },
    });
    expect([reply.status, server.requests[0]?.path]).toEqual([200, '/v1/chat/deferred-completion/abc']);
  });
});

describe('DeepSeek', () => {
  it.each<readonly [path: string, at: string, body: object, reply: object]>([
    ['responses', '/responses', { input: 'Hi', max_output_tokens: 100 }, RESPONSE],
    ['beta/chat/completions', '/beta/chat/completions', { messages, max_tokens: 100 }, REPLY],
    ['beta/completions', '/beta/completions', { prompt: 'def f(', suffix: 'return', max_tokens: 100 }, REPLY],
  ])('serves %s where it has it', async (path, at, body, reply) => {
    await add('deepseek');
    server.answer(reply);
    expect((await ask(`/deepseek/${path}`, { model: 'deepseek-v4-pro', ...body })).status).toBe(200);
    expect(server.requests.map((request) => request.path)).toEqual([at]);
    expect((await test.settled(1))[0]).toMatchObject({ cost: 1_000 * 660 + 10 * 1_980, certainty: 'exact' });
  });
});

describe('Perplexity', () => {
  it('is called with its own package, which has no version in its address', async () => {
    await add('perplexity');
    server.answer({ ...REPLY, model: 'sonar', usage: { ...USAGE, cost: { request_cost: 0.005, total_cost: 0.006 } } });
    const { key } = await test.issue('1/day');
    const openai = new OpenAI({ baseURL: `${test.gateway.url}/perplexity`, apiKey: key, maxRetries: 0 });
    await openai.chat.completions.create({ model: 'sonar', messages });
    expect(server.requests.map((request) => request.path)).toEqual(['/chat/completions']);
    expect((await test.settled(1))[0]).toMatchObject({ cost: 1_010 * 1_000 + 5_000_000, certainty: 'exact' });
  });
});

it('a system of Groq costs what the models and tools do that it names', async () => {
  await add('groq');
  server.answer({
    ...REPLY,
    model: 'groq/compound',
    choices: [
      { index: 0, message: { role: 'assistant', content: 'Hi', executed_tools: [{ index: 0, type: 'search' }] } },
    ],
    usage_breakdown: {
      models: [
        { model: 'openai/gpt-oss-120b', usage: { prompt_tokens: 400, completion_tokens: 4, total_tokens: 404 } },
        { model: 'llama-3.3-70b-versatile', usage: { prompt_tokens: 600, completion_tokens: 6, total_tokens: 606 } },
      ],
    },
  });
  expect((await ask('/groq/v1/chat/completions', { model: 'groq/compound', messages })).status).toBe(200);
  const bill = 400 * 150 + 4 * 600 + 600 * 590 + 6 * 790 + 8_000_000;
  expect((await test.settled(1))[0]).toMatchObject({ cost: bill, certainty: 'estimated', basis: 'suspect' });
});
