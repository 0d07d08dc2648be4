import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { startSocketGateway } from '../../testing/start-socket-gateway.ts';
import type { SocketGateway } from '../../testing/start-socket-gateway.ts';
import { upgradeStatus } from '../../testing/socket-client.ts';
import { PROVIDER_KEY } from '../../testing/start-test-gateway.ts';

const CREATE = { type: 'response.create', model: 'gpt-5', input: 'Hello', max_output_tokens: 500 } as const;

let test: SocketGateway;
beforeEach(async () => {
  test = await startSocketGateway({ inputTokens: 100, outputTokens: 2_000, tokenMs: 1 });
});
afterEach(() => test.stop());

describe('a frame that asks for nothing', () => {
  let heard: string[];
  let quiet: WebSocketServer;
  beforeEach(async () => {
    heard = [];
    quiet = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    quiet.on('connection', (socket) =>
      socket.on('message', (data: Buffer) => {
        heard.push(data.toString('utf8'));
        socket.send('{"type":"heard"}');
      }),
    );
    await once(quiet, 'listening');
    const address = quiet.address();
    await test.client.gateway.providers.add({
      kind: 'openai',
      name: 'quiet',
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`,
      key: PROVIDER_KEY,
      unchecked: true,
    });
  });
  afterEach(() => {
    for (const client of quiet.clients) client.terminate();
    quiet.close();
  });

  it('goes no further, so that no request can hide in it and no error can answer it', async () => {
    const client = await test.connect((await test.issue('5/day')).key, test.socketUrl.replace('/openai/', '/quiet/'));
    client.socket.send(
      '{"type":"response.create","model":"gpt-5","input":"for nothing","type":"response.processed","response_id":"r"}',
    );
    client.send({ type: 'unknown' });
    await client.until('error');
    expect(heard).toEqual([]);
  });

  it('does not make the running response count as refused', async () => {
    const client = await test.connect((await test.issue('5/day')).key, test.socketUrl.replace('/openai/', '/quiet/'));
    client.send(CREATE);
    await client.until('heard');
    client.send({ type: 'response.processed', response_id: 5 });
    client.send({ ...CREATE, model: 'unknown', stream_id: 'other' });
    await client.until('error');
    expect(heard).toHaveLength(1);
    client.socket.terminate();
    expect((await test.settled(1))[0]?.cost).toBeGreaterThan(0);
  });

  it.each([2, 1])('is no way to a response that nobody can tell from %d others', async (lanes) => {
    for (const socket of quiet.clients) socket.terminate();
    quiet.removeAllListeners('connection');
    quiet.on('connection', (socket) => {
      let frames = 0;
      socket.on('message', () => {
        frames += 1;
        if (frames < lanes) return;
        if (lanes === 1)
          socket.send(
            '{"type":"response.completed","response":{"id":"r","usage":{"input_tokens":1,"output_tokens":1}}}',
          );
        socket.send('{"type":"response.created","response":{"id":"s"}}');
      });
    });
    const client = await test.connect((await test.issue('50/day')).key, test.socketUrl.replace('/openai/', '/quiet/'));
    for (let streamId = 0; streamId < lanes; streamId += 1)
      client.send({ ...CREATE, model: 'gpt-4.1', stream_id: `lane-${streamId}` });
    await client.closed;
    // If the replies name no lane, the progress of each is unknown, and both settle at their bound: 500 tokens of
    // output and more.
    for (const row of await test.settled(lanes))
      expect(row).toMatchObject(
        lanes === 1 ? { outputTokens: 1, certainty: 'exact' } : { outputTokens: 500, certainty: 'estimated' },
      );
  });

  it('goes no further when its sub-key was revoked', async () => {
    const { key, id } = await test.issue('5/day');
    const client = await test.connect(key, test.socketUrl.replace('/openai/', '/quiet/'));
    const revoked = test.client.gateway.keys.revoke({ id });
    client.send({ type: 'response.processed', response_id: 'r' });
    await revoked;
    expect(await client.closed).toBe(1008);
    expect(heard).toEqual([]);
  });
});

describe('a backlog of frames', () => {
  it('is refused even if its frames are tiny', async () => {
    const client = await test.connect((await test.issue('5/day')).key);
    client.send({ ...CREATE, max_output_tokens: 2_000 });
    // These are on the same lane: this one waits for the first, and all others wait for it.
    client.send(CREATE);
    for (let frame = 0; frame < 5_000; frame += 1) client.socket.send('');
    const [refusal] = (await client.until('error')).slice(-1);
    expect(refusal).toMatchObject({ status: 429, error: { code: 'too-many-frames' } });
  });

  it('ends the connection of a client that never reads', async () => {
    const client = await test.connect((await test.issue('5/day')).key);
    client.socket.pause();
    const frame = Buffer.alloc(1);
    let broken: unknown;
    for (let sent = 0; sent < 400_000 && !broken; sent += 1_000) {
      for (let each = 0; each < 999; each += 1) client.socket.send(frame, () => undefined);
      broken = await new Promise((resolve) => client.socket.send(frame, resolve));
      // The other end is in this process too.
      await setImmediate();
    }
    expect(broken).toBeInstanceOf(Error);
  });
});

describe('open connections', () => {
  it('are limited for each sub-key, and a closed one makes room', async () => {
    const { key } = await test.issue('5/day');
    const clients = await Promise.all(Array.from({ length: 16 }, () => test.connect(key)));
    expect(await upgradeStatus(test.socketUrl, { authorization: `Bearer ${key}` })).toBe(426);
    const { key: other } = await test.issue('5/day');
    await test.connect(other);
    clients[0]?.socket.terminate();
    await expect
      .poll(() =>
        test.connect(key).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
  });

  it('accept no frame whose request is hidden in another field', async () => {
    const client = await test.connect((await test.issue('5/day')).key);
    client.send({ ...CREATE, response: { model: 'gpt-5-pro', max_output_tokens: 100_000 } });
    expect(JSON.stringify(await client.until('error'))).toContain('beside its');
    expect(test.provider.bill()).toBe(0);
  });
});
