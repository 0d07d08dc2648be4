import Anthropic, { AuthenticationError } from '@anthropic-ai/sdk';
import OpenAI, { APIError } from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulatedProvider } from './simulated-provider.ts';
import type { SimulatedProvider } from './simulated-provider.ts';

const KEY = 'simulated-key';
const ask = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello' }] } satisfies Pick<
  OpenAI.ChatCompletionCreateParams,
  'model' | 'messages'
>;
const askClaude = {
  model: 'claude-haiku-4-5',
  max_tokens: 100,
  messages: [{ role: 'user', content: 'Hello' }],
} satisfies Anthropic.MessageCreateParams;

let provider: SimulatedProvider;
let openai: OpenAI;
let anthropic: Anthropic;

beforeEach(async () => {
  provider = await startSimulatedProvider({ key: KEY });
  openai = new OpenAI({ apiKey: KEY, baseURL: provider.openaiBaseUrl, maxRetries: 0, logLevel: 'off' });
  anthropic = new Anthropic({ apiKey: KEY, baseURL: provider.anthropicBaseUrl, maxRetries: 0, logLevel: 'off' });
});
afterEach(() => provider.stop());

async function streamChat(options: Partial<OpenAI.ChatCompletionCreateParamsStreaming> = {}) {
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const chunk of await openai.chat.completions.create({ ...ask, ...options, stream: true }))
    chunks.push(chunk);
  const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
  return {
    chunks,
    text,
    usage: chunks.at(-1)?.usage,
    finish: chunks.findLast((chunk) => chunk.choices.length > 0)?.choices[0]?.finish_reason,
  };
}

describe('OpenAI chat completions, through the official SDK', () => {
  it('replies plainly and bills to the nano-dollar', async () => {
    provider.setScript({ inputTokens: 1_000, cacheReadTokens: 400, outputTokens: 50 });
    const reply = await openai.chat.completions.create(ask);
    expect(reply.choices[0]?.message.content).toContain('Simulated reply');
    expect(reply.choices[0]?.finish_reason).toBe('stop');
    expect(reply.usage).toMatchObject({
      prompt_tokens: 1_000,
      completion_tokens: 50,
      total_tokens: 1_050,
      prompt_tokens_details: { cached_tokens: 400 },
    });
    expect(provider.bill()).toBe(600 * 150 + 400 * 75 + 50 * 600);
  });

  it('streams the same text, with usage only when asked', async () => {
    provider.setScript({ inputTokens: 10, outputTokens: 30 });
    const without = await streamChat();
    expect(without.chunks.every((chunk) => !('usage' in chunk))).toBe(true);
    const billed = provider.bill();
    const asked = await streamChat({ stream_options: { include_usage: true } });
    expect(asked.chunks.slice(0, -1).every((chunk) => chunk.usage === null)).toBe(true);
    expect(asked.chunks.at(-1)?.choices).toEqual([]);
    expect(asked.usage).toMatchObject({ prompt_tokens: 10, completion_tokens: 30 });
    expect(asked.text).toBe(without.text);
    expect(provider.bill()).toBe(2 * billed);
    expect(billed).toBe(10 * 150 + 30 * 600);
  });

  it.each(['max_tokens', 'max_completion_tokens'] as const)('obeys %s', async (limit) => {
    provider.setScript({ inputTokens: 1, outputTokens: 500 });
    const { usage, finish } = await streamChat({ [limit]: 7, stream_options: { include_usage: true } });
    expect([usage?.completion_tokens, finish]).toEqual([7, 'length']);
    expect(provider.bill()).toBe(150 + 7 * 600);
  });

  it('bills every choice', async () => {
    provider.setScript({ inputTokens: 1, outputTokens: 4 });
    const reply = await openai.chat.completions.create({ ...ask, n: 3 });
    expect(reply.choices).toHaveLength(3);
    expect(reply.usage?.completion_tokens).toBe(12);
    expect(provider.bill()).toBe(150 + 12 * 600);
  });

  it('lists models', async () => {
    expect((await openai.models.list()).data.map((model) => model.id)).toContain('gpt-4o-mini');
  });
});

describe('Anthropic messages, through the official SDK', () => {
  it('replies plainly and bills to the nano-dollar', async () => {
    provider.setScript({ inputTokens: 1_000, cacheReadTokens: 300, cacheWriteTokens: 200, outputTokens: 50 });
    const reply = await anthropic.messages.create(askClaude);
    expect(reply.stop_reason).toBe('end_turn');
    expect(reply.usage).toMatchObject({
      input_tokens: 500,
      cache_read_input_tokens: 300,
      cache_creation_input_tokens: 200,
      output_tokens: 50,
    });
    expect(provider.bill()).toBe(500 * 1_000 + 300 * 100 + 200 * 1_250 + 50 * 5_000);
  });

  it('streams to a message that the SDK accepts as complete', async () => {
    provider.setScript({ inputTokens: 20, outputTokens: 500 });
    const stream = anthropic.messages.stream(askClaude);
    const types = new Set<string>();
    stream.on('streamEvent', (event) => types.add(event.type));
    const message = await stream.finalMessage();
    expect(message).toMatchObject({ stop_reason: 'max_tokens', usage: { input_tokens: 20, output_tokens: 100 } });
    expect([...types]).toEqual([
      'message_start',
      'content_block_start',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
    expect(provider.bill()).toBe(20 * 1_000 + 100 * 5_000);
  });

  it('lists models and counts tokens for nothing', async () => {
    expect((await anthropic.models.list()).data.map((model) => model.id)).toContain('claude-haiku-4-5');
    expect(
      (await anthropic.messages.countTokens({ model: askClaude.model, messages: askClaude.messages })).input_tokens,
    ).toBeGreaterThan(0);
    expect(provider.bill()).toBe(0);
  });
});

describe('what goes wrong', () => {
  it('bills an aborted stream for what was generated', async () => {
    provider.setScript({ inputTokens: 100, outputTokens: 1_000, tokenMs: 5 });
    const stream = await openai.chat.completions.create({ ...ask, stream: true });
    let seen = 0;
    for await (const chunk of stream) {
      seen += chunk.choices[0]?.delta.content ? 1 : 0;
      if (seen === 10) break;
    }
    await expect.poll(() => provider.openStreams).toBe(0);
    const output = (provider.bill() - 100 * 150) / 600;
    expect(output).toBeGreaterThanOrEqual(10);
    expect(output).toBeLessThan(50);
  });

  it('refuses a wrong key in both shapes, and sees the request', async () => {
    await expect(new OpenAI({ apiKey: 'no', baseURL: provider.openaiBaseUrl }).models.list()).rejects.toMatchObject({
      status: 401,
      code: 'invalid_api_key',
    });
    await expect(
      new Anthropic({ apiKey: 'no', baseURL: provider.anthropicBaseUrl, logLevel: 'off' }).messages.create(askClaude),
    ).rejects.toBeInstanceOf(AuthenticationError);
    expect(provider.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v1/models',
      'POST /v1/messages',
    ]);
    expect(provider.requests[0]?.headers.authorization).toBe('Bearer no');
    expect(JSON.parse(provider.requests[1]?.body ?? '')).toMatchObject(askClaude);
  });

  it('takes an Anthropic key as x-api-key too', async () => {
    const headers = { 'anthropic-version': '2023-06-01' };
    const statusWith = async (key: string) =>
      (await fetch(`${provider.url}/v1/models`, { headers: { ...headers, 'x-api-key': key } })).status;
    expect([await statusWith(KEY), await statusWith('no')]).toEqual([200, 401]);
  });

  it.each([
    ['rate-limited', 429, 429],
    ['server-error', 500, 500],
    ['overloaded', 503, 529],
  ] as const)('answers %s for nothing', async (fault, openaiStatus, anthropicStatus) => {
    provider.setScript({ fault, retryAfter: 7 });
    const error: unknown = await openai.chat.completions.create(ask).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ status: openaiStatus });
    expect(error instanceof APIError && error.headers?.get('retry-after')).toBe('7');
    await expect(anthropic.messages.create(askClaude)).rejects.toMatchObject({ status: anthropicStatus });
    expect(provider.bill()).toBe(0);
  });

  it('refuses an unknown model', async () => {
    await expect(openai.chat.completions.create({ ...ask, model: 'gpt-99' })).rejects.toMatchObject({
      status: 404,
      code: 'model_not_found',
    });
  });

  it('answers garbage', async () => {
    provider.setScript({ garbage: true });
    await expect(streamChat()).rejects.toThrow();
    const plain = await fetch(`${provider.openaiBaseUrl}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
      body: JSON.stringify(ask),
    });
    expect(await plain.text()).toContain('<html>');
  });

  it('leaves out usage', async () => {
    provider.setScript({ noUsage: true });
    expect((await streamChat({ stream_options: { include_usage: true } })).usage).toBeNull();
    expect((await openai.chat.completions.create(ask)).usage).toBeUndefined();
  });

  it('hangs, silently or mid-stream, until the other side leaves', async () => {
    provider.setScript((request) =>
      request.url.includes('messages') ? { silent: true } : { inputTokens: 1, hangAfterTokens: 3 },
    );
    const leaving = AbortSignal.timeout(150);
    await expect(anthropic.messages.create(askClaude, { signal: leaving })).rejects.toThrow();
    expect(provider.bill()).toBe(0);
    const stream = await openai.chat.completions.create({ ...ask, stream: true });
    setTimeout(() => stream.controller.abort(), 150);
    for await (const _ of stream) expect(provider.openStreams).toBe(1);
    expect(provider.bill()).toBe(150 + 3 * 600);
    await expect.poll(() => provider.openStreams).toBe(0);
  });

  it('destroys the socket mid-stream', async () => {
    provider.setScript({ inputTokens: 1, destroyAfterTokens: 5 });
    await expect(streamChat()).rejects.toThrow();
    expect(provider.bill()).toBe(150 + 5 * 600);
  });

  it('cuts its bytes anywhere and ends lines with CR LF, and the SDKs still read it', async () => {
    provider.setScript({ outputTokens: 40 });
    const whole = await streamChat();
    provider.setScript({ outputTokens: 40, splitBytes: true, crlf: true });
    const cut = await streamChat();
    expect(cut.text).toBe(whole.text);
    expect(cut.text).toContain('支付');
    expect((await anthropic.messages.stream(askClaude).finalMessage()).usage.output_tokens).toBe(40);
  });

  it('never counts more input tokens than bytes', async () => {
    for (const content of ['', 'x', '支付'.repeat(500)]) {
      const { usage } = await openai.chat.completions.create({ ...ask, messages: [{ role: 'user', content }] });
      expect(usage?.prompt_tokens).toBeLessThanOrEqual(Buffer.byteLength(provider.requests.at(-1)?.body ?? ''));
    }
  });

  it('stops while streams are open', async () => {
    provider.setScript({ outputTokens: 10_000, tokenMs: 5 });
    const stream = await openai.chat.completions.create({ ...ask, stream: true });
    const reading = (async () => {
      for await (const _ of stream);
    })();
    const cut = expect(reading).rejects.toThrow();
    await provider.stop();
    await cut;
  });
});

describe('a bill that is not what one might think', () => {
  /** Reads a little of a stream, leaves, and waits until nothing is made any more. */
  async function leave(): Promise<void> {
    const stream = await openai.chat.completions.create({ ...ask, stream: true });
    for await (const _ of stream) break;
    await expect.poll(() => provider.openStreams).toBe(0);
  }

  it('goes on to the end where the provider finishes what was begun', async () => {
    provider.setScript({ inputTokens: 10, outputTokens: 200, tokenMs: 1, finishes: true });
    await leave();
    expect(provider.bill()).toBe(10 * 150 + 200 * 600);
  });

  it('goes on for a while where the provider is slow to stop', async () => {
    provider.setScript({ inputTokens: 10, outputTokens: 10_000, tokenMs: 2, stopMs: 150 });
    await leave();
    expect(provider.bill()).toBeGreaterThan(10 * 150 + 20 * 600);
    expect(provider.bill()).toBeLessThan(10 * 150 + 400 * 600);
  });

  it('has an input of which the reply says nothing', async () => {
    provider.setScript({ inputTokens: 1_000, outputTokens: 5, saysNoInput: true });
    const reply = await openai.chat.completions.create(ask);
    expect(reply.usage).toMatchObject({ prompt_tokens: 0, completion_tokens: 5 });
    expect((await anthropic.messages.create(askClaude)).usage).toMatchObject({ input_tokens: 0, output_tokens: 5 });
    expect(provider.bill()).toBe(1_000 * (150 + 1_000) + 5 * (600 + 5_000));
  });

  it('has thoughts that only one of two limits holds, and that do not show', async () => {
    provider.setScript({ inputTokens: 1, outputTokens: 500, thinksBeside: 300 });
    const tokens = async (limits: object): Promise<readonly unknown[]> => {
      const { text, usage } = await streamChat({ ...limits, stream_options: { include_usage: true } });
      return [usage?.completion_tokens, text === ''];
    };
    expect(await tokens({ max_tokens: 7 })).toEqual([307, false]);
    expect(await tokens({ max_completion_tokens: 7 })).toEqual([7, true]);
    expect(await tokens({ max_tokens: 7, max_completion_tokens: 310 })).toEqual([7, true]);
    expect(await tokens({})).toEqual([800, false]);
  });
});
