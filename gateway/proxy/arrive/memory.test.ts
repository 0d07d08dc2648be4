import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scopeOf } from '../../../shared/policy.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { connectionsFor, openFileLimit } from './bound-connections.ts';

const MIB = 2 ** 20;
/** The provider's answer to a body that reached it. */
const TOO_LONG = 'too long (simulated)';

let test: TestGateway;
const open: Socket[] = [];
beforeEach(async () => {
  test = await startTestGateway({ maxBodyBytes: 32 * MIB, script: { outputTokens: 5 } });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await test.stop();
});

const chat = (text: string): string =>
  JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 10, messages: [{ role: 'user', content: text }] });

/** Opens a request that announces this many bytes and sends none of them. */
async function announce(key: string, bytes: number): Promise<Socket> {
  const socket = connect(Number(new URL(test.gateway.url).port), '127.0.0.1');
  open.push(socket);
  socket.on('error', () => undefined);
  socket.write(
    `POST /openai/v1/chat/completions HTTP/1.1\r\nhost: ${new URL(test.gateway.url).host}\r\nauthorization: ` +
      `Bearer ${key}\r\ncontent-length: ${bytes}\r\n\r\n`,
  );
  await sleep(50);
  return socket;
}

const ask = (key: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  rawRequest(`${test.openaiUrl}/chat/completions`, { headers: { authorization: `Bearer ${key}`, ...headers }, body });

describe('requests in memory', () => {
  it('of one sub-key leave room for the others, and make room when they end', async () => {
    const [greedy, other] = [await test.issue('5/day'), await test.issue('5/day')];
    const sockets = await Promise.all([1, 2, 3].map(() => announce(greedy.key, 31 * MIB)));
    const refused = await ask(greedy.key, chat('x'.repeat(4 * MIB)));
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('2');
    expect(refused.body.toString()).toContain('in memory');
    expect((await ask(other.key, chat('x'.repeat(4 * MIB)))).body.toString()).toContain(TOO_LONG);
    for (const socket of sockets) socket.destroy();
    await expect
      .poll(async () => (await ask(greedy.key, chat('x'.repeat(4 * MIB)))).body.toString(), { timeout: 10_000 })
      .toContain(TOO_LONG);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } })],
  ] as const)('count at their decompressed size, which is requested in advance: %s', async (encoding, compress) => {
    const { key } = await test.issue('5/day');
    await Promise.all([1, 2].map(() => announce(key, 32 * MIB)));
    const bomb = compress(Buffer.from(chat(' '.repeat(31 * MIB))));
    expect((await ask(key, bomb, { 'content-encoding': encoding })).status).toBe(429);
    const small = compress(Buffer.from(chat('hello '.repeat(10_000))));
    expect((await ask(key, small, { 'content-encoding': encoding })).status).toBe(200);
  });

  it('are small to begin with: hundreds of one sub-key are under way at once', async () => {
    const { key } = await test.issue('5/day');
    const many = Math.min(512, connectionsFor(openFileLimit()) - 20);
    await Promise.all(Array.from({ length: many }, () => announce(key, 700)));
    expect((await ask(key, chat('one more'))).status).toBe(200);
  });

  it('are refused by their rate before their body is read into it', async () => {
    const { key, id } = await test.issue('5/day');
    const own = (await test.client.gateway.policies.list()).find(({ scope }) => scope === scopeOf('key', id));
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { ...own?.policy, requestsPerMinute: 1 },
    });
    expect((await ask(key, chat('one'))).status).toBe(200);
    const refused = await ask(key, chat('x'.repeat(8 * MIB)));
    expect(refused.status).toBe(429);
    expect(refused.body.toString()).toContain('1 request a minute');
  });
});

describe('connections', () => {
  it('are limited by the files that a process may open, with some left to stop it by', () => {
    expect(connectionsFor(256)).toBe(96);
    expect(connectionsFor(1_048_576)).toBe(1_024);
    expect(connectionsFor(Infinity)).toBe(1_024);
    expect(connectionsFor(20)).toBe(16);
    expect(openFileLimit()).toBeGreaterThan(16);
  });

  it('that send nothing do not take the place of those that do', async () => {
    const { key } = await test.issue('5/day');
    const port = Number(new URL(test.gateway.url).port);
    const silent = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'));
    open.push(...silent);
    const closed = silent.map((socket) =>
      once(
        socket.on('error', () => undefined),
        'close',
      ),
    );
    await Promise.race(closed);
    expect((await ask(key, chat('hello'))).status).toBe(200);
    await expect.poll(() => silent.filter((socket) => !socket.destroyed).length).toBeLessThanOrEqual(64);
  });
});
