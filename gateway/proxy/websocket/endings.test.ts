import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { scopeOf } from '../../../shared/policy.ts';
import { startSocketGateway } from '../../testing/start-socket-gateway.ts';
import type { SocketGateway } from '../../testing/start-socket-gateway.ts';
import { PROVIDER_KEY } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import type { SocketClient } from '../../testing/socket-client.ts';

const CREATE = {
  type: 'response.create',
  model: 'gpt-5',
  input: 'Say something about caps. Grüße, 世界!',
  max_output_tokens: 500,
} as const;

let test: SocketGateway;
beforeEach(async () => {
  test = await startSocketGateway({ inputTokens: 100, outputTokens: 20 });
});
afterEach(() => test.stop());

describe('a connection ends', () => {
  beforeEach(() => test.provider.setScript({ inputTokens: 100, outputTokens: 5_000, tokenMs: 2 }));

  async function begin(): Promise<{
    readonly client: SocketClient;
    readonly id: Awaited<ReturnType<TestGateway['issue']>>['id'];
  }> {
    const { key, id } = await test.issue('5/day');
    const client = await test.connect(key);
    client.send({ ...CREATE, max_output_tokens: 10_000 });
    await client.until('response.output_text.delta');
    return { client, id };
  }

  it('by a revoke, within 100 ms and with the reason; nothing more passes', async () => {
    const { client, id } = await begin();
    const { cutRequests, cutMs } = await test.client.gateway.keys.revoke({ id });
    expect(cutRequests).toBe(1);
    // It did not end by itself. `npm run torture` measures the speed on a free machine.
    expect(cutMs).toBeLessThan(2_000);
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 403, error: { code: 'sub-key-revoked' } });
    expect(await client.closed).toBe(1008);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'cut', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
    await expect.poll(() => test.provider.openStreams).toBe(0);
  });

  it('by a revoke in one cut, however many lanes run', async () => {
    const { client, id } = await begin();
    client.send({ ...CREATE, stream_id: 'other', max_output_tokens: 10_000 });
    await client.next(({ type, stream_id }) => type === 'response.output_text.delta' && stream_id === 'other');
    expect((await test.client.gateway.keys.revoke({ id })).cutRequests).toBe(2);
    for (const streamId of [undefined, 'other'])
      expect(await client.next(({ type }) => type === 'error')).toMatchObject({
        error: { code: 'sub-key-revoked' },
        ...(streamId !== undefined && { stream_id: streamId }),
      });
    await expect(client.until('error')).rejects.toThrow('closed too early');
  });

  it.each(['revoke', 'pause'] as const)('by a %s even while nothing runs on it; nobody else is cut', async (stop) => {
    const { key, id } = await test.issue('5/day');
    const idle = await test.connect(key);
    const other = await test.connect((await test.issue('5/day')).key);
    await test.client.gateway.keys[stop]({ id });
    expect(await idle.closed).toBe(1008);
    expect((await test.client.gateway.audit.newest({ limit: 1 }))[0]?.text).toContain('"cutRequests":1');
    test.provider.setScript({ outputTokens: 5 });
    other.send(CREATE);
    await other.until('response.completed');
  });

  it('when its sub-key expires, as soon as its running responses are over', async () => {
    test.provider.setScript({ outputTokens: 500, tokenMs: 5 });
    const { key, id } = await test.issue('5/day');
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps: [{ window: 'day', rolling: false, amount: 5_000_000_000 }], expiresAt: Date.now() + 2_000 },
    });
    const [busy, idle] = [await test.connect(key), await test.connect(key)];
    busy.send(CREATE);
    expect(await idle.closed).toBe(1008);
    await busy.until('response.completed');
    expect(await busy.closed).toBe(1008);
    expect(await test.settled(1)).toMatchObject([{ outcome: 'served' }]);
  });

  it('when its client leaves: the provider stops, and what was seen is settled', async () => {
    const { client } = await begin();
    client.socket.terminate();
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
    await expect.poll(() => test.provider.openStreams).toBe(0);
  });

  it('when the provider hangs up', async () => {
    test.provider.setScript({ inputTokens: 100, outputTokens: 50, destroyAfterTokens: 10 });
    const client = await test.connect((await test.issue('5/day')).key);
    client.send(CREATE);
    expect(await client.closed).toBe(1011);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'provider-error', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('when the provider exceeds the limit: a response that reached it, then the end', async () => {
    test.provider.setScript({ outputTokens: 5_000, ignoresLimit: true, tokenMs: 1 });
    const client = await test.connect((await test.issue('5/day')).key);
    client.send({ ...CREATE, max_output_tokens: 40 });
    const last = (await client.until('response.incomplete')).at(-1);
    expect(last).toMatchObject({
      response: { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } },
    });
    expect(await client.closed).toBe(1000);
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'cut', certainty: 'estimated', outputTokens: 40 });
  });

  it('when its provider got another key, at the next frame: the old target no longer counts', async () => {
    test.provider.setScript({ outputTokens: 5 });
    const client = await test.connect((await test.issue('5/day')).key);
    await test.client.gateway.providers.remove({ name: 'openai' });
    await test.client.gateway.providers.add({
      kind: 'openai',
      baseUrl: test.provider.openaiBaseUrl,
      key: 'another-provider-key',
      unchecked: true,
    });
    client.send(CREATE);
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 403, error: { code: 'provider' } });
    expect(await client.closed).toBe(1001);
    expect(test.provider.requests).toHaveLength(0);
  });

  it('when the gateway stops', async () => {
    const { client } = await begin();
    const idle = await test.connect((await test.issue('5/day')).key);
    await test.gateway.stop(0);
    expect(await client.closed).toBe(1008);
    expect(await idle.closed).toBe(1001);
  });
});

describe('in every case', () => {
  it('connections that break anywhere leave nothing held, and nothing unpaid', async () => {
    test.provider.setScript({ inputTokens: 100, outputTokens: 200, tokenMs: 1, splitBytes: true });
    const { key } = await test.issue('1/day');
    await Promise.all(
      Array.from({ length: 16 }, async (_, index) => {
        const client = await test.connect(key);
        client.send({ ...CREATE, stream_id: 'a' });
        client.send({ ...CREATE, stream_id: 'b' });
        // The cut comes before the first frame, in the middle, or after the end of one.
        let ended = 0;
        for (let frames = 0; frames < index * 30 && ended < 2; frames += 1)
          if ((await client.next(() => true)).type === 'response.completed') ended += 1;
        client.socket.terminate();
      }),
    );
    await expect.poll(async () => (await test.client.gateway.keys.list())[0]?.caps[0]?.reserved).toBe(0);
    await expect.poll(() => test.provider.openStreams).toBe(0);
    const rows = await test.client.gateway.usage.recent({ limit: 100 });
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['served', 'client-gone']));
    expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBeGreaterThanOrEqual(test.provider.bill());
  });
});

describe('a provider with unknown frames', () => {
  it('is passed on frame by frame unchanged, and settled high', async () => {
    const frames = [
      '',
      'not json',
      '[1,2]',
      '{"type":5}',
      '{"type":"response.created","response":null}',
      '{"type":"response.output_text.delta","delta":{"deep":[1]}}',
      '{"type":"response.completed"}',
      'Grüße 🪙',
    ];
    const odd = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    odd.on('connection', (socket) =>
      socket.on('message', () => {
        for (const frame of frames) socket.send(frame);
        socket.send(Buffer.from([0, 255, 1]), { binary: true });
        socket.close(4001, 'enough');
      }),
    );
    await once(odd, 'listening');
    const address = odd.address();
    await test.client.gateway.providers.add({
      kind: 'openai',
      name: 'odd',
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`,
      key: PROVIDER_KEY,
      unchecked: true,
    });
    const socket = new WebSocket(test.socketUrl.replace('/openai/', '/odd/'), {
      headers: { authorization: `Bearer ${(await test.issue('5/day')).key}` },
    });
    const got: string[] = [];
    socket.on('message', (data: Buffer, isBinary) => got.push(isBinary ? data.toString('hex') : data.toString('utf8')));
    socket.on('open', () => socket.send(JSON.stringify(CREATE)));
    const code = await new Promise((resolve) => socket.once('close', resolve));
    expect(got).toEqual([...frames, '00ff01']);
    expect(code).toBe(4001);
    expect((await test.settled(1))[0]).toMatchObject({ certainty: 'estimated', outputTokens: 500 });
    odd.close();
  });
});
