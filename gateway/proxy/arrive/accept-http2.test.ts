import { once } from 'node:events';
import { connect as connectHttp2, constants } from 'node:http2';
import type { ClientHttp2Session } from 'node:http2';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const CHAT = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi' }], max_tokens: 50 };

let test: TestGateway;
let session: ClientHttp2Session;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 40, tokenMs: 2 } });
  session = connectHttp2(test.gateway.url);
});
afterEach(async () => {
  session.destroy();
  await test.stop();
});

function ask(key: string, more: object = {}, headers: Readonly<Record<string, string>> = {}) {
  const stream = session.request({
    ':method': 'POST',
    ':path': '/openai/v1/chat/completions',
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    ...headers,
  });
  stream.end(JSON.stringify({ ...CHAT, ...more }));
  return stream;
}
const statusOf = async (stream: ReturnType<typeof ask>): Promise<unknown> =>
  (await once(stream, 'response'))[0][':status'];

describe('HTTP/2 without TLS', () => {
  it('carries requests, also many at once, as HTTP/1 does', async () => {
    const { key } = await test.issue('5/day');
    const streams = Array.from({ length: 5 }, (_, index) => ask(key, { stream: index % 2 === 0 }));
    const replies = await Promise.all(
      streams.map(async (stream) => [await statusOf(stream), (await text(stream)).length > 50]),
    );
    expect(replies).toEqual(streams.map(() => [200, true]));
    const rows = await test.settled(5);
    expect(rows).toMatchObject(rows.map(() => ({ outcome: 'served', certainty: 'exact' })));
    expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(test.provider.bill());
  });

  it('has the same door: no web page, no other host', async () => {
    const { key } = await test.issue('5/day');
    expect(await statusOf(ask(key, {}, { origin: 'https://evil.example' }))).toBe(403);
    expect(await statusOf(ask(key, {}, { ':authority': 'evil.example' }))).toBe(421);
    expect(await statusOf(ask('sk-nobody'))).toBe(401);
    expect(test.provider.bill()).toBe(0);
  });

  it('tells the gateway at once that a client has left one of its streams', async () => {
    const { key } = await test.issue('5/day');
    test.provider.setScript({ outputTokens: 500, tokenMs: 10 });
    const stream = ask(key, { stream: true, max_tokens: 600 });
    await statusOf(stream);
    await expect.poll(() => test.provider.openStreams).toBe(1);
    stream.close(constants.NGHTTP2_CANCEL);
    await expect.poll(() => test.provider.openStreams).toBe(0);
    expect(await test.settled(1)).toMatchObject([{ outcome: 'client-gone' }]);
    // The others go on.
    expect(await statusOf(ask(key))).toBe(200);
  });

  it('does not keep a gateway from stopping', async () => {
    const { key } = await test.issue('5/day');
    await text(ask(key));
    const closed = once(session, 'close');
    await test.gateway.stop(0);
    await closed;
  });
});

it.each([
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\ngarbage that is no frame',
  'PRI * HTTP/1.1\r\n\r\n',
  '\u0000\u0001\u0002',
  'P',
])('bytes that are no protocol harm nobody: %j', async (bytes) => {
  const socket = connect(Number(new URL(test.gateway.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(bytes);
  await sleep(50);
  socket.destroy();
  const { key } = await test.issue('5/day');
  expect(await statusOf(ask(key))).toBe(200);
});

it('a connection that has said nothing does not keep a gateway that stops', async () => {
  const socket = connect(Number(new URL(test.gateway.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  session.on('error', () => undefined);
  await once(socket, 'connect');
  // Until the gateway has taken it, too.
  await sleep(50);
  // `once` would reject for a reset, which is as good an end.
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const began = performance.now();
  await test.gateway.stop(0);
  await closed;
  // Unless it is dropped, it is only after 15 seconds of silence.
  expect(performance.now() - began).toBeLessThan(5_000);
});
