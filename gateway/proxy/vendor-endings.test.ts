import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../shared/ids.ts';
import { leaveEarly } from '../testing/leave-early.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { playEvents, startVendorGateway } from '../testing/start-vendor-gateway.ts';
import type { Scene, VendorGateway } from '../testing/start-vendor-gateway.ts';
import { PROVIDER_KEY } from '../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user', content: 'Tell me how this ends.' }];
const CHAT = { model: 'gpt-4o', messages: MESSAGES, max_tokens: 1_000 };
const MESSAGE = { model: 'claude-sonnet-5', messages: MESSAGES, max_tokens: 1_000 };

let test: VendorGateway;
afterEach(() => test.stop());
const stage = async (scene: Scene): Promise<void> => void (test = await startVendorGateway({ scene }));

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const anthropic = (key: string) => ({ 'x-api-key': key, 'anthropic-version': '2023-06-01' });
const json = (value: unknown): string => JSON.stringify(value);
const data = (value: unknown, event?: string): string => `${event === undefined ? '' : `event: ${event}\n`}data: ${json(value)}\n\n`;
const delta = (content: string, model = 'gpt-4o') => data({ id: 'c', object: 'chat.completion.chunk', created: 1, model, choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const chatUrl = (): string => `${test.openaiUrl}/chat/completions`;

describe('a request that its client leaves', () => {
  it('is read on where the provider bills to the end anyway: Gemini, in a stream and plain, to the nano-dollar', async () => {
    test = await startVendorGateway({ script: { outputTokens: 150, tokenMs: 5 } });
    const { key } = await test.issue('1/day');
    const body = { contents: [{ role: 'user', parts: [{ text: 'Tell me how this ends.' }] }], generationConfig: { maxOutputTokens: 1_000 } };
    for (const method of ['streamGenerateContent?alt=sse', 'generateContent']) {
      await leaveEarly(`${test.gateway.url}/gemini/v1beta/models/gemini-2.5-flash:${method}`, { 'x-goog-api-key': key }, body, { afterMs: 200 });
      expect(test.provider.openStreams).toBeGreaterThan(0);
    }
    const rows = await test.settled(2);
    expect(rows.map(({ outcome, certainty, basis }) => [outcome, certainty, basis])).toEqual(rows.map(() => ['client-gone', 'exact', 'usage']));
    expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(test.provider.bill());
    expect(rows.map(({ outputTokens }) => outputTokens)).toEqual([150, 150]);
  });

  it('is read on when it is plain, at OpenAI too', async () => {
    test = await startVendorGateway({ script: { outputTokens: 150, tokenMs: 5 } });
    const { key } = await test.issue('1/day');
    await leaveEarly(chatUrl(), bearer(key), CHAT, { afterMs: 200 });
    expect(await test.settled(1)).toMatchObject([{ outcome: 'client-gone', certainty: 'exact', basis: 'usage', cost: test.provider.bill(), outputTokens: 150 }]);
  });

  it('counts whole where nobody knows whether its provider stops, and the person is asked once', async () => {
    test = await startVendorGateway({ script: { outputTokens: 900, tokenMs: 5 } });
    const { key } = await test.issue('1/day');
    await test.client.gateway.providers.add({ kind: 'openai', name: providerNameSchema.parse('relay'), baseUrl: 'https://relay.example/v1', key: PROVIDER_KEY, unchecked: true });
    for (let time = 0; time < 2; time += 1) {
      await leaveEarly(`${test.gateway.url}/relay/v1/chat/completions`, bearer(key), { ...CHAT, stream: true }, { afterBytes: 1_000 });
    }
    const rows = await test.settled(2);
    expect(rows).toMatchObject(rows.map(() => ({ outcome: 'client-gone', certainty: 'estimated', outputTokens: 1_000 })));
    await expect.poll(() => test.provider.openStreams).toBe(0);
    expect((await test.told()).filter((text) => text.startsWith('Nobody knows whether relay stops'))).toHaveLength(1);
  });

  it('is held at its bound where the provider says that it has read nothing: a hundred and twenty of them stop at the cap', async () => {
    /** A digit or a sign is a token each. */
    const text = '1+2,'.repeat(3_000);
    let bill = 0;
    await stage(async ({ path, response, gone }) => {
      if (path.endsWith('/count_tokens')) return void response.writeHead(200, { 'content-type': 'application/json' }).end(json({ input_tokens: text.length }));
      bill += text.length * 2_000;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(data({ type: 'message_start', message: { id: 'm', type: 'message', role: 'assistant', model: MESSAGE.model, content: [], usage: { input_tokens: 0, output_tokens: 0 } } }, 'message_start'));
      response.write(data({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }, 'content_block_start'));
      while (!gone.aborted) {
        response.write(data({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: '1' } }, 'content_block_delta'));
        bill += 10_000;
        await sleep(5, undefined, { signal: gone }).catch(() => undefined);
      }
    });
    const { key, id } = await test.issue('0.50/day');
    const body = { ...MESSAGE, stream: true, thinking: { type: 'disabled' }, messages: [{ role: 'user', content: text }] };
    for (let time = 0; time < 120; time += 1) {
      await leaveEarly(`${test.anthropicUrl}/v1/messages`, anthropic(key), { ...body, metadata: { user_id: `${time}` } }, { afterBytes: 400 });
    }
    await expect.poll(() => test.held(id)).toBe(0);
    const rows = await test.settled(10);
    const spent = rows.reduce((sum, { cost }) => sum + cost, 0);
    expect(bill).toBeGreaterThan(400_000_000);
    expect(bill).toBeLessThanOrEqual(500_000_000);
    expect(spent).toBeGreaterThanOrEqual(bill);
    expect(spent).toBeLessThanOrEqual(500_000_000);
    expect(rows.every(({ certainty }) => certainty === 'estimated')).toBe(true);
  }, 60_000);
});

describe('an error that comes with status 200 before anything else', () => {
  const FAILURE = { type: 'server_error', code: 'server_error', message: 'The server had an error.' };
  const STREAMS = {
    '/v1/chat/completions': data({ error: FAILURE }),
    '/v1/responses': data({ ...FAILURE, type: 'error', sequence_number: 0, param: null }, 'error'),
    '/v1/messages': data({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'error'),
  };

  it('costs nothing, in a stream and plain', async () => {
    await stage(async (arrival) => {
      const { path, body, response } = arrival;
      if (body['stream'] === true) return void (await playEvents(arrival, [Object.entries(STREAMS).find(([known]) => known === path)?.[1] ?? '']));
      response.writeHead(200, { 'content-type': 'application/json' }).end(json({ error: FAILURE }));
    });
    const { key } = await test.issue('1/day');
    for (const stream of [true, false]) {
      await rawRequest(chatUrl(), { headers: bearer(key), body: json({ ...CHAT, stream }) });
      await rawRequest(`${test.openaiUrl}/responses`, { headers: bearer(key), body: json({ model: 'gpt-4o', input: 'Hi', max_output_tokens: 1_000, stream }) });
      await rawRequest(`${test.anthropicUrl}/v1/messages`, { headers: anthropic(key), body: json({ ...MESSAGE, stream }) });
    }
    const rows = await test.settled(6);
    expect(rows.map(({ cost, outcome, certainty }) => [cost, outcome, certainty])).toEqual(rows.map(() => [0, 'provider-error', 'exact']));
  });
});

describe('a stream that is not as it should be', () => {
  it('passes event by event under another content type, and is metered', async () => {
    const usage = { prompt_tokens: 10, completion_tokens: 3, total_tokens: 13 };
    const end = [data({ id: 'c', object: 'chat.completion.chunk', model: 'gpt-4o', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }), data({ id: 'c', object: 'chat.completion.chunk', model: 'gpt-4o', choices: [], usage }), 'data: [DONE]\n\n'];
    await stage(async (arrival) => void (await playEvents(arrival, [delta('1'), delta('2'), delta('3'), ...end], { everyMs: 200, type: 'text/plain; charset=utf-8' })));
    const { key } = await test.issue('1/day');
    const arrivals = await new Promise<readonly number[]>((resolve, reject) => {
      const at: number[] = [];
      request(chatUrl(), { method: 'POST', headers: bearer(key) }, (response) => {
        response.on('data', () => at.push(performance.now()));
        response.on('end', () => resolve(at));
      }).on('error', reject).end(json({ ...CHAT, stream: true }));
    });
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(600);
    expect(await test.settled(1)).toMatchObject([{ outcome: 'served', certainty: 'exact', cost: 10 * 2_500 + 3 * 10_000 }]);
  });

  it('that nobody can read is held and booked by time at a vendor, whose pace is known, and at its bound elsewhere', async () => {
    let made = 0;
    function* garbage(): Generator<string> {
      for (let token = 0; token < 600; token += 1) {
        made += 1;
        yield 'data: \u0000 not json\n\n';
      }
    }
    await stage(async (arrival) => void (await playEvents(arrival, garbage(), { everyMs: 4 })));
    const { key, id } = await test.issue('5/day');
    await test.client.gateway.providers.add({ kind: 'openai', name: providerNameSchema.parse('relay'), baseUrl: 'https://relay.example/v1', key: PROVIDER_KEY, unchecked: true, stopsWhenLeft: 'yes' });
    const reading = rawRequest(chatUrl(), { headers: bearer(key), body: json({ ...CHAT, max_tokens: 16_000, stream: true }) });
    await expect.poll(() => made).toBeGreaterThan(450);
    const held = await test.held(id);
    expect(held).toBeGreaterThan(made * 10_000);
    await reading;
    await rawRequest(`${test.gateway.url}/relay/v1/chat/completions`, { headers: bearer(key), body: json({ ...CHAT, stream: true }) });
    const [vendor, relay] = await test.settled(2);
    expect(vendor).toMatchObject({ outcome: 'served', certainty: 'estimated' });
    expect(vendor?.cost).toBeGreaterThanOrEqual(600 * 10_000);
    expect(vendor?.outputTokens).toBeLessThan(8_000);
    expect(relay).toMatchObject({ certainty: 'estimated', outputTokens: 1_000 });
    for (const { cost, reserved } of await test.heldRows()) expect(cost).toBeLessThanOrEqual(reserved);
  }, 30_000);

  it('that comes as one document is held by time, and costs what it says', async () => {
    await stage(async ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":"c","object":"chat.completion","model":"gpt-4o",');
      await sleep(3_000);
      response.end(`"choices":[{"index":0,"message":{"role":"assistant","content":"1"},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":2900,"total_tokens":2910}}`);
    });
    const { key, id } = await test.issue('1/day');
    const reading = rawRequest(chatUrl(), { headers: bearer(key), body: json({ ...CHAT, max_tokens: 16_000, stream: true }) });
    await sleep(2_800);
    expect(await test.held(id)).toBeGreaterThan(2_900 * 10_000);
    await reading;
    expect(await test.settled(1)).toMatchObject([{ certainty: 'exact', cost: 10 * 2_500 + 2_900 * 10_000 }]);
  });
});

describe('figures of a provider', () => {
  const answer = (model: string, prompt_tokens: number, completion_tokens: number): Scene => ({ response }) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(json({ id: 'c', object: 'chat.completion', model, choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }], usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens } }));

  it('that no model can reach are held at what it can, marked, and told', async () => {
    await stage(answer('gpt-4o', 1e9, 1e9));
    const { key } = await test.issue('5/day');
    await rawRequest(chatUrl(), { headers: bearer(key), body: json(CHAT) });
    expect(await test.settled(1)).toMatchObject([{ outcome: 'served', certainty: 'estimated', basis: 'impossible', inputTokens: 128_000, outputTokens: 16_384, cost: 128_000 * 2_500 + 16_384 * 10_000 }]);
    expect(await test.told()).toContainEqual(expect.stringMatching(/^openai reports more tokens for gpt-4o than that model can use at all/));
  });

  it('for a dearer model than was asked for are billed as that model', async () => {
    await stage(answer('gpt-4o-2024-08-06', 10, 100));
    const { key } = await test.issue('5/day');
    await rawRequest(chatUrl(), { headers: bearer(key), body: json({ ...CHAT, model: 'gpt-4o-mini' }) });
    expect(await test.settled(1)).toMatchObject([{ basis: 'served-model', cost: 10 * 2_500 + 100 * 10_000 }]);
  });
});

describe('a request that was never sent', () => {
  it.each(['ECONNREFUSED', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO'])('costs nothing, whatever its connection died of: %s', async (code) => {
    test = await startVendorGateway({ refuses: Object.assign(new Error('no way through'), { code }) });
    const { key } = await test.issue('1/day');
    for (const stream of [true, false]) {
      const reply = await rawRequest(chatUrl(), { headers: bearer(key), body: json({ ...CHAT, stream }) });
      expect([reply.status, reply.body.toString()]).toEqual([502, expect.stringContaining(code)]);
    }
    const rows = await test.settled(2);
    expect(rows.map(({ cost, certainty, basis }) => [cost, certainty, basis])).toEqual(rows.map(() => [0, 'exact', 'unused']));
  });

  it('costs nothing when it is left while its connection is being made', async () => {
    test = await startVendorGateway({ refuses: 'never' });
    const { key, id } = await test.issue('1/day');
    await leaveEarly(chatUrl(), bearer(key), { ...CHAT, stream: true }, { afterMs: 150 });
    expect(await test.settled(1)).toMatchObject([{ cost: 0, outcome: 'client-gone', certainty: 'exact', basis: 'unused' }]);
    expect(await test.held(id)).toBe(0);
  });
});
