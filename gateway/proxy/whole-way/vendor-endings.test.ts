import { request } from 'node:http';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { leaveEarly } from '../../testing/leave-early.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { playEvents, startVendorGateway } from '../../testing/start-vendor-gateway.ts';
import type { Scene, VendorGateway } from '../../testing/start-vendor-gateway.ts';
import { PROVIDER_KEY } from '../../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user', content: 'Tell me how this ends.' }];
const CHAT = { model: 'gpt-4o', messages: MESSAGES, max_tokens: 1_000 };
const LONG = { ...CHAT, max_tokens: 16_000, stream: true };
const MESSAGE = { model: 'claude-sonnet-5', messages: MESSAGES, max_tokens: 1_000 };
/** A server that nobody knows. */
const RELAY = {
  kind: 'openai',
  name: providerNameSchema.parse('relay'),
  baseUrl: 'https://relay.example/v1',
  key: PROVIDER_KEY,
  unchecked: true,
} as const;

let test: VendorGateway;
afterEach(() => test.stop());
const stage = async (scene: Scene): Promise<void> => void (test = await startVendorGateway({ scene }));

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const anthropic = (key: string) => ({ 'x-api-key': key, 'anthropic-version': '2023-06-01' });
const json = (value: unknown): string => JSON.stringify(value);
const data = (value: unknown, event?: string): string =>
  `${event === undefined ? '' : `event: ${event}\n`}data: ${json(value)}\n\n`;
const chunk = (value: object): string =>
  data({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'gpt-4o', ...value });
const delta = (content: string) => chunk({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const sendJson = (response: ServerResponse, body: object): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(json(body));
const chatUrl = (): string => `${test.openaiUrl}/chat/completions`;

describe('a request that its client leaves', () => {
  it('is read on if the provider bills to the end anyway: Gemini, in a stream and plain', async () => {
    test = await startVendorGateway({ script: { outputTokens: 150, tokenMs: 5 } });
    const { key } = await test.issue('1/day');
    const contents = [{ role: 'user', parts: [{ text: 'Tell me how this ends.' }] }];
    const body = { contents, generationConfig: { maxOutputTokens: 1_000 } };
    const models = `${test.gateway.url}/gemini/v1beta/models`;
    for (const method of ['streamGenerateContent?alt=sse', 'generateContent']) {
      await leaveEarly(`${models}/gemini-2.5-flash:${method}`, { 'x-goog-api-key': key }, body, { afterMs: 200 });
      expect(test.provider.openStreams).toBeGreaterThan(0);
    }
    const rows = await test.settled(2);
    expect(rows).toMatchObject(rows.map(() => ({ outcome: 'client-gone', certainty: 'exact', basis: 'usage' })));
    expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(test.provider.bill());
    expect(rows.map(({ outputTokens }) => outputTokens)).toEqual([150, 150]);
  });

  it('is read on if it is plain, at OpenAI too', async () => {
    test = await startVendorGateway({ script: { outputTokens: 150, tokenMs: 5 } });
    const { key } = await test.issue('1/day');
    await leaveEarly(chatUrl(), bearer(key), CHAT, { afterMs: 200 });
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'exact', basis: 'usage', outputTokens: 150 });
    expect(row?.cost).toBe(test.provider.bill());
  });

  it('counts whole if nobody knows whether its provider stops, and the person is asked once', async () => {
    test = await startVendorGateway({ script: { outputTokens: 900, tokenMs: 5 } });
    const { key } = await test.issue('1/day');
    await test.client.gateway.providers.add(RELAY);
    for (let time = 0; time < 2; time += 1) {
      const url = `${test.gateway.url}/relay/v1/chat/completions`;
      await leaveEarly(url, bearer(key), { ...CHAT, stream: true }, { afterBytes: 1_000 });
    }
    const rows = await test.settled(2);
    const whole = { outcome: 'client-gone', certainty: 'estimated', outputTokens: 1_000 };
    expect(rows).toMatchObject(rows.map(() => whole));
    await expect.poll(() => test.provider.openStreams).toBe(0);
    expect((await test.told()).filter((text) => text.startsWith('Nobody knows whether relay stops'))).toHaveLength(1);
  });

  it('leads to the same question if it is left before anything came', async () => {
    test = await startVendorGateway({ script: { firstByteMs: 2_000 } });
    const { key } = await test.issue('1/day');
    await test.client.gateway.providers.add(RELAY);
    const url = `${test.gateway.url}/relay/v1/chat/completions`;
    await leaveEarly(url, bearer(key), { ...CHAT, stream: true }, { afterMs: 200 });
    expect(await test.settled(1)).toMatchObject([{ outcome: 'client-gone', outputTokens: 1_000 }]);
    expect(await test.told()).toContainEqual(expect.stringMatching(/^Nobody knows whether relay stops/));
  });

  it('is held at its bound if the provider reports that it has read nothing: of 120 the cap stops most', async () => {
    /** A digit or a sign is a token each. */
    const text = '1+2,'.repeat(3_000);
    let bill = 0;
    await stage(async ({ path, response, gone }) => {
      if (path.endsWith('/count_tokens')) return sendJson(response, { input_tokens: text.length });
      bill += text.length * 2_000;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const write = (event: { readonly type: string } & Readonly<Record<string, unknown>>): void =>
        void response.write(data(event, event.type));
      const message = { id: 'm', type: 'message', role: 'assistant', model: MESSAGE.model, content: [] };
      write({ type: 'message_start', message: { ...message, usage: { input_tokens: 0, output_tokens: 0 } } });
      write({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } });
      while (!gone.aborted) {
        write({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: '1' } });
        bill += 10_000;
        await sleep(5, undefined, { signal: gone }).catch(() => undefined);
      }
    });
    const { key, id } = await test.issue('0.50/day');
    const messages = [{ role: 'user', content: text }];
    for (let time = 0; time < 120; time += 1) {
      const metadata = { user_id: `${time}` };
      const body = { ...MESSAGE, stream: true, thinking: { type: 'disabled' }, messages, metadata };
      await leaveEarly(`${test.anthropicUrl}/v1/messages`, anthropic(key), body, { afterBytes: 400 });
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

describe('an error with status 200 before anything else', () => {
  const FAILURE = { type: 'server_error', code: 'server_error', message: 'The server had an error.' };
  const STREAMS: Readonly<Record<string, string>> = {
    '/v1/chat/completions': data({ error: FAILURE }),
    '/v1/responses': data({ ...FAILURE, type: 'error', sequence_number: 0, param: null }, 'error'),
    '/v1/messages': data({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'error'),
  };

  it('costs nothing, in a stream and plain', async () => {
    await stage(async (arrival) => {
      const { path, body, response } = arrival;
      if (body['stream'] === true) await playEvents(arrival, [STREAMS[path] ?? '']);
      else sendJson(response, { error: FAILURE });
    });
    const { key } = await test.issue('1/day');
    for (const stream of [true, false]) {
      await rawRequest(chatUrl(), { headers: bearer(key), body: json({ ...CHAT, stream }) });
      const response = json({ model: 'gpt-4o', input: 'Hi', max_output_tokens: 1_000, stream });
      await rawRequest(`${test.openaiUrl}/responses`, { headers: bearer(key), body: response });
      const message = json({ ...MESSAGE, stream });
      await rawRequest(`${test.anthropicUrl}/v1/messages`, { headers: anthropic(key), body: message });
    }
    const rows = await test.settled(6);
    expect(rows).toMatchObject(rows.map(() => ({ cost: 0, outcome: 'provider-error', certainty: 'exact' })));
  });
});

describe('an irregular stream', () => {
  it('passes event by event under another content type, and is metered', async () => {
    const usage = { prompt_tokens: 10, completion_tokens: 3, total_tokens: 13 };
    const last = chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
    const events = [delta('1'), delta('2'), delta('3'), last, chunk({ choices: [], usage }), 'data: [DONE]\n\n'];
    const as = { everyMs: 200, type: 'text/plain; charset=utf-8' };
    await stage(async (arrival) => void (await playEvents(arrival, events, as)));
    const { key } = await test.issue('1/day');
    const arrivals = await new Promise<readonly number[]>((resolve, reject) => {
      const at: number[] = [];
      request(chatUrl(), { method: 'POST', headers: bearer(key) }, (response) => {
        response.on('data', () => at.push(performance.now()));
        response.on('end', () => resolve(at));
      })
        .on('error', reject)
        .end(json({ ...CHAT, stream: true }));
    });
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(600);
    const cost = 10 * 2_500 + 3 * 10_000;
    expect(await test.settled(1)).toMatchObject([{ outcome: 'served', certainty: 'exact', cost }]);
  });

  it('that nobody can read counts by time at a vendor, whose pace is known, and at its bound elsewhere', async () => {
    let made = 0;
    function* garbage(): Generator<string> {
      for (let token = 0; token < 600; token += 1) {
        made += 1;
        yield 'data: \u0000 not json\n\n';
      }
    }
    await stage(async (arrival) => void (await playEvents(arrival, garbage(), { everyMs: 4 })));
    const { key, id } = await test.issue('5/day');
    await test.client.gateway.providers.add({ ...RELAY, stopsWhenLeft: 'yes' });
    const reading = rawRequest(chatUrl(), { headers: bearer(key), body: json(LONG) });
    await expect.poll(() => made).toBeGreaterThan(450);
    const held = await test.held(id);
    expect(held).toBeGreaterThan(made * 10_000);
    await reading;
    const url = `${test.gateway.url}/relay/v1/chat/completions`;
    await rawRequest(url, { headers: bearer(key), body: json({ ...CHAT, stream: true }) });
    const [vendor, relay] = await test.settled(2);
    expect(vendor).toMatchObject({ outcome: 'served', certainty: 'estimated' });
    expect(vendor?.cost).toBeGreaterThanOrEqual(600 * 10_000);
    expect(vendor?.outputTokens).toBeLessThan(8_000);
    expect(relay).toMatchObject({ certainty: 'estimated', outputTokens: 1_000 });
    for (const { cost, reserved } of await test.heldRows()) expect(cost).toBeLessThanOrEqual(reserved);
  }, 30_000);

  it('that comes as one document is held by time, and costs what it reports', async () => {
    await stage(async ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":"c","object":"chat.completion","model":"gpt-4o",');
      await sleep(3_000);
      response.write('"choices":[{"index":0,"message":{"role":"assistant","content":"1"},"finish_reason":"stop"}],');
      response.end('"usage":{"prompt_tokens":10,"completion_tokens":2900,"total_tokens":2910}}');
    });
    const { key, id } = await test.issue('1/day');
    const reading = rawRequest(chatUrl(), { headers: bearer(key), body: json(LONG) });
    await sleep(2_800);
    expect(await test.held(id)).toBeGreaterThan(2_900 * 10_000);
    await reading;
    expect(await test.settled(1)).toMatchObject([{ certainty: 'exact', cost: 10 * 2_500 + 2_900 * 10_000 }]);
  });
});

describe('figures of a provider', () => {
  const answer = (model: string, input: number, output: number): Scene => {
    const choices = [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }];
    const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
    return ({ response }) => sendJson(response, { id: 'c', object: 'chat.completion', model, choices, usage });
  };

  it('that no model can reach are lowered to what it can, marked, and reported', async () => {
    await stage(answer('gpt-4o', 1e9, 1e9));
    const { key } = await test.issue('5/day');
    await rawRequest(chatUrl(), { headers: bearer(key), body: json(CHAT) });
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'served', certainty: 'estimated', basis: 'impossible' });
    expect([row?.inputTokens, row?.outputTokens]).toEqual([128_000, 16_384]);
    expect(row?.cost).toBe(128_000 * 2_500 + 16_384 * 10_000);
    expect(await test.told()).toContainEqual(expect.stringMatching(/^openai reports more tokens for gpt-4o than/));
  });

  it('for a dearer model than requested are billed as that model', async () => {
    await stage(answer('gpt-4o-2024-08-06', 10, 100));
    const { key } = await test.issue('5/day');
    await rawRequest(chatUrl(), { headers: bearer(key), body: json({ ...CHAT, model: 'gpt-4o-mini' }) });
    expect(await test.settled(1)).toMatchObject([{ basis: 'served-model', cost: 10 * 2_500 + 100 * 10_000 }]);
  });
});

describe('a request that was never sent', () => {
  const codes = ['ECONNREFUSED', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO'];
  it.each(codes)('costs nothing, whatever the error of its connection: %s', async (code) => {
    test = await startVendorGateway({ refuses: Object.assign(new Error('no way through'), { code }) });
    const { key } = await test.issue('1/day');
    for (const stream of [true, false]) {
      const reply = await rawRequest(chatUrl(), { headers: bearer(key), body: json({ ...CHAT, stream }) });
      expect([reply.status, reply.body.toString()]).toEqual([502, expect.stringContaining(code)]);
    }
    const rows = await test.settled(2);
    expect(rows).toMatchObject(rows.map(() => ({ cost: 0, certainty: 'exact', basis: 'unused' })));
  });

  it('costs nothing when it is left before its connection is open', async () => {
    test = await startVendorGateway({ refuses: 'never' });
    const { key, id } = await test.issue('1/day');
    await leaveEarly(chatUrl(), bearer(key), { ...CHAT, stream: true }, { afterMs: 150 });
    const nothing = { cost: 0, outcome: 'client-gone', certainty: 'exact', basis: 'unused' };
    expect(await test.settled(1)).toMatchObject([nothing]);
    expect(await test.held(id)).toBe(0);
  });
});
