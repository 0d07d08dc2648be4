// Long because one gateway shows every turn, cap, ending and refusal of a session.
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scopeOf } from '../../../shared/policy.ts';
import {
  CREATE,
  plainAgent,
  play,
  say,
  startLiveGateway,
  TEXT,
  TRANSCRIBED,
} from '../../testing/start-live-gateway.ts';
import type { LiveGateway } from '../../testing/start-live-gateway.ts';
import { PROVIDER_KEY } from '../../testing/start-test-gateway.ts';

let test: LiveGateway;
beforeEach(async () => {
  test = await startLiveGateway({ outputTokens: 48 });
});
afterEach(() => test.stop());

/** Rows that cost something: what was held and never begun costs nothing. */
async function billed(count: number) {
  await expect.poll(async () => (await costs()).length).toBeGreaterThanOrEqual(count);
  return costs();
}
async function costs() {
  return (await test.client.gateway.usage.recent({ limit: 500 })).toReversed().filter(({ cost }) => cost > 0);
}
const sumOf = (rows: readonly { readonly cost: number }[]): number => rows.reduce((sum, { cost }) => sum + cost, 0);

async function expectExact(count: number): Promise<void> {
  const rows = await billed(count);
  expect(rows.map(({ certainty, outcome, endpoint }) => [certainty, outcome, endpoint])).toEqual(
    rows.map(() => ['exact', 'served', 'realtime']),
  );
  expect(rows).toHaveLength(count);
  expect(sumOf(rows)).toBe(test.provider.bill());
  expect(test.provider.bill()).toBeGreaterThan(0);
}

describe('a turn of a Realtime session', () => {
  it('is a request of its own, with the official openai package', async () => {
    const { key } = await test.issue('5/day');
    const port = Number(new URL(test.openaiUrl).port);
    const socket = new OpenAIRealtimeWS(
      { model: 'gpt-realtime', options: { agent: plainAgent(port) } },
      new OpenAI({ baseURL: test.openaiUrl, apiKey: key }),
    );
    const failed = new Promise<never>((_resolve, reject) => socket.on('error', reject));
    const heard = (type: 'session.created' | 'response.done'): Promise<unknown> =>
      Promise.race([new Promise((resolve) => socket.on(type, resolve)), failed]);
    await heard('session.created');
    for (let turn = 0; turn < 3; turn += 1) {
      socket.send({
        type: 'conversation.item.create',
        item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello' }] },
      });
      socket.send({ type: 'response.create' });
      expect(await heard('response.done')).toMatchObject({ response: { usage: { output_tokens: 48 } } });
    }
    socket.close();
    await expectExact(3);
    const seen = test.provider.requests.at(-1);
    expect(seen?.headers.authorization).toBe(`Bearer ${PROVIDER_KEY}`);
    expect(JSON.stringify(test.provider.requests)).not.toContain(key);
  });

  it('is begun by the provider when it has heard a person, and so is the transcript', async () => {
    const client = await test.session((await test.issue('5/day')).key);
    client.send(TRANSCRIBED);
    for (let turn = 0; turn < 2; turn += 1) {
      await say(client, 2_000);
      await client.until('response.done');
    }
    await expectExact(4);
    const rows = await costs();
    expect(rows.map(({ model }) => model).toSorted()).toEqual([
      'gpt-4o-transcribe',
      'gpt-4o-transcribe',
      'gpt-realtime',
      'gpt-realtime',
    ]);
  });

  it('reads what was cached at its price', async () => {
    const client = await test.session((await test.issue('5/day')).key);
    for (let turn = 0; turn < 2; turn += 1) {
      client.send(TEXT);
      client.send(CREATE);
      await client.until('response.done');
    }
    await expectExact(2);
    expect((await costs())[1]).toMatchObject({ cacheReadTokens: expect.any(Number) });
    expect((await costs())[1]?.cacheReadTokens).toBeGreaterThan(100);
  });

  it('is cut short by a person who interrupts, and costs what was made', async () => {
    test.provider.setScript({ outputTokens: 1_200, tokenMs: 2 });
    const client = await test.session((await test.issue('5/day')).key);
    client.send(TEXT);
    client.send(CREATE);
    await client.until('response.output_audio.delta');
    await say(client, 500);
    expect((await client.until('response.done')).at(-1)).toMatchObject({ response: { status: 'cancelled' } });
    test.provider.setScript({ outputTokens: 24 });
    await client.until('response.created');
    client.send({ type: 'response.cancel' });
    await client.until('response.done');
    await expectExact(2);
  });

  it('speaks the events of the beta where they are asked for', async () => {
    const client = await test.session((await test.issue('5/day')).key, 'gpt-realtime', {
      'openai-beta': 'realtime=v1',
    });
    client.send({
      type: 'session.update',
      session: {
        modalities: ['audio', 'text'],
        turn_detection: null,
        input_audio_transcription: { model: 'gpt-4o-transcribe' },
      },
    });
    await client.until('session.updated');
    await play(client, 1_000, 64);
    client.send({ type: 'input_audio_buffer.commit' });
    client.send(CREATE);
    await client.until('response.audio.delta');
    await client.until('response.done');
    await expectExact(2);
  });

  it('takes the sub-key as a sub-protocol, as clients send it that can set no headers', async () => {
    const { key } = await test.issue('5/day');
    const client = new WebSocket(test.address('gpt-realtime'), ['realtime', `openai-insecure-api-key.${key}`]);
    const first = await new Promise((resolve, reject) => {
      client.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data))));
      client.addEventListener('close', reject);
    });
    expect(first).toMatchObject({ type: 'session.created' });
    expect(client.protocol).toBe('realtime');
    client.close();
    expect(JSON.stringify(test.provider.requests)).not.toContain(key);
  });
});

describe('the cap', () => {
  it('ends a session whose next turn has no room, in words and with a reason', async () => {
    const client = await test.session((await test.issue('0.30/day')).key);
    let turns = 0;
    const ended = client.closed;
    const reason = new Promise((resolve) => client.socket.once('close', (_code, text) => resolve(String(text))));
    for (; turns < 200; turns += 1) {
      client.send(TEXT);
      client.send(CREATE);
      const end = await client.next(({ type }) => type === 'response.done' || type === 'error');
      if (end.type !== 'error') continue;
      expect(end).toMatchObject({ error: { code: 'cap', message: expect.stringContaining('$0.30') } });
      break;
    }
    expect(turns).toBeGreaterThan(5);
    expect([await ended, await reason]).toEqual([1008, 'cap']);
    const rows = await billed(turns);
    expect(sumOf(rows)).toBe(test.provider.bill());
    expect(test.provider.bill()).toBeLessThanOrEqual(300_000_000);
  });

  it('ends a session that hears before the sound goes out which it could not pay', async () => {
    const client = await test.session((await test.issue('0.02/day')).key);
    await say(client, 2_000);
    expect((await client.until('error')).at(-1)).toMatchObject({ error: { code: 'cap' } });
    expect(await client.closed).toBe(1008);
    expect(test.provider.bill()).toBe(0);
  });

  it('limits an answer that the provider begins to half of what it could pay: another may follow', async () => {
    test.provider.setScript({ outputTokens: 4_000 });
    const client = await test.session((await test.issue('0.15/day/full')).key);
    await say(client, 1_000);
    const done = (await client.until('response.done')).at(-1);
    expect(done).toMatchObject({ response: { status: 'incomplete' } });
    expect(test.provider.bill()).toBeLessThanOrEqual(150_000_000);
    expect(test.provider.bill()).toBeGreaterThan(60_000_000);
  });

  it('does not count what was said before twice', async () => {
    const { key, id } = await test.issue('5/day');
    const client = await test.session(key);
    for (let turn = 0; turn < 5; turn += 1) {
      await say(client, 3_000);
      await client.until('response.done');
    }
    const free = await test.held(id);
    client.send(TEXT);
    client.send(CREATE);
    await client.until('response.created');
    // Five messages of a person, five of the model, and one slice: some cents, and not five times as many.
    expect((await test.held(id)) - free).toBeLessThan(160_000_000);
  });
});

describe('a session ends', () => {
  async function begin() {
    test.provider.setScript({ outputTokens: 4_000, tokenMs: 2 });
    const issued = await test.issue('5/day');
    const client = await test.session(issued.key);
    client.send(TEXT);
    client.send(CREATE);
    await client.until('response.output_audio.delta');
    return { client, ...issued };
  }

  it.each(['revoke', 'pause'] as const)('by a %s, at once, and what was under way is paid', async (how) => {
    const { client, id } = await begin();
    const before = performance.now();
    await test.client.gateway.keys[how]({ id });
    expect((await client.until('error')).at(-1)).toMatchObject({ error: { code: `sub-key-${how}d` } });
    expect(await client.closed).toBe(1008);
    expect(performance.now() - before).toBeLessThan(1_000);
    const [row] = await billed(1);
    expect(row).toMatchObject({ outcome: 'cut', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
    await expect.poll(() => test.provider.openStreams).toBe(0);
  });

  it('by the panic button, even while nothing runs on it', async () => {
    const client = await test.session((await test.issue('5/day')).key);
    await client.until('session.created');
    await test.client.gateway.everything.pause();
    expect(await client.closed).toBe(1008);
  });

  it('when its client leaves, and what showed is paid', async () => {
    const { client } = await begin();
    client.socket.terminate();
    const [row] = await billed(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('when the provider makes more than was asked for', async () => {
    test.provider.setScript({ outputTokens: 4_000, ignoresLimit: true, tokenMs: 1 });
    const client = await test.session((await test.issue('5/day')).key);
    client.send({ ...CREATE, response: { max_output_tokens: 100 } });
    expect((await client.until('error')).at(-1)).toMatchObject({ error: { code: 'bound' } });
    expect(await client.closed).toBe(1008);
  });

  it('with its expiry', async () => {
    const { key, id } = await test.issue('5/day');
    const client = await test.session(key);
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps: [{ window: 'day', rolling: false, amount: 5_000_000_000 }], expiresAt: Date.now() + 300 },
    });
    const other = await test.session(key);
    expect(await other.closed).toBe(1008);
    client.socket.terminate();
  });
});

describe('a session is refused', () => {
  it.each([
    ['gpt-5', 'price', 'no price of sound'],
    ['gpt-nobody', 'price', 'does not know the price'],
  ])('for the model %s: %s', async (model, code, words) => {
    const client = await test.session((await test.issue('5/day')).key, model);
    expect((await client.until('error')).at(-1)).toMatchObject({
      error: { code, message: expect.stringContaining(words) },
    });
    expect(await client.closed).toBe(1008);
    expect(test.provider.requests).toHaveLength(0);
  });

  it('where a policy allows other models only, its transcriber included', async () => {
    const { key, id } = await test.issue('5/day');
    const caps = [{ window: 'day', rolling: false, amount: 5_000_000_000 }] as const;
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps: [...caps], models: { allow: ['gpt-realtime'], deny: [] } },
    });
    const other = await test.session(key, 'gpt-realtime-mini');
    expect((await other.until('error')).at(-1)).toMatchObject({ error: { code: 'models' } });
    const client = await test.session(key);
    client.send(TRANSCRIBED);
    expect((await client.until('error')).at(-1)).toMatchObject({ error: { code: 'models' } });
  });

  it.each(['realtime/client_secrets', 'realtime/sessions', 'realtime/calls', 'live/sessions'])(
    'where it would go past Purser: POST %s',
    async (path) => {
      const { key } = await test.issue('5/day');
      const reply = await fetch(`${test.openaiUrl}/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(reply.status).toBe(403);
      expect(await reply.json()).toMatchObject({
        error: { code: 'beside', message: expect.stringContaining('with the sub-key') },
      });
    },
  );

  it.each(['call_id=rtc_1', 'intent=transcription', ''])('without a model in its address: %s', async (query) => {
    const client = await test.session((await test.issue('5/day')).key, `&${query}`);
    expect((await client.until('error')).at(-1)).toMatchObject({ error: { code: 'bound' } });
  });

  it('and a frame that Purser cannot read, while the session goes on', async () => {
    const client = await test.session((await test.issue('5/day')).key);
    for (const frame of [
      { type: 'response.steer' },
      { ...TRANSCRIBED, session: { model: 'gpt-realtime-mini' } },
      { type: 'session.update', session: { input_audio_format: 'opus' } },
      { ...CREATE, response: { model: 'gpt-5' } },
    ]) {
      client.send(frame);
      expect((await client.until('error')).at(-1)).toMatchObject({ error: { code: 'malformed' } });
    }
    client.socket.send('{"type":"input_audio_buffer.clear","type":"response.create"}');
    expect((await client.until('error')).at(-1)).toMatchObject({ error: { code: 'malformed' } });
    client.send(CREATE);
    await client.until('response.done');
    await expectExact(1);
  });
});
