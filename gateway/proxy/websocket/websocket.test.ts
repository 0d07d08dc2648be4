import { once } from 'node:events';
import OpenAI from 'openai';
import { ResponsesWS } from 'openai/resources/responses/ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { rawRequest } from '../../testing/raw-request.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { openSocket, upgradeStatus } from '../../testing/socket-client.ts';
import type { SocketClient, SocketFrame } from '../../testing/socket-client.ts';

const CREATE = { type: 'response.create', model: 'gpt-5', input: 'Say something about caps. Grüße, 世界!', max_output_tokens: 500 } as const;

let test: TestGateway;
let url: string;
const open: SocketClient[] = [];
beforeEach(async () => {
  test = await startTestGateway({ script: { inputTokens: 100, outputTokens: 20 } });
  url = `${test.openaiUrl.replace('http:', 'ws:')}/responses`;
});
afterEach(async () => {
  for (const client of open.splice(0)) client.socket.terminate();
  await test.stop();
});

async function connect(key: string): Promise<SocketClient> {
  const client = await openSocket(url, { authorization: `Bearer ${key}` });
  open.push(client);
  return client;
}

async function expectBilled(requests: number): Promise<void> {
  const rows = await test.settled(requests);
  expect(rows.map((row) => [row.certainty, row.outcome, row.endpoint])).toEqual(rows.map(() => ['exact', 'served', 'responses']));
  expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(test.provider.bill());
  expect(test.provider.bill()).toBeGreaterThan(0);
}

describe('a frame on a WebSocket', () => {
  it('is a request of its own: held, metered and settled, on one connection', async () => {
    const client = await connect((await test.issue('5/day')).key);
    for (let turn = 0; turn < 3; turn += 1) {
      client.send(CREATE);
      expect((await client.until('response.completed')).at(-1)).toMatchObject({ response: { usage: { output_tokens: 20 } } });
    }
    await expectBilled(3);
  });

  it('passes on unchanged, with the real key instead of the sub-key', async () => {
    const { key } = await test.issue('5/day');
    const client = await connect(key);
    client.send(CREATE);
    await client.until('response.completed');
    const seen = test.provider.requests.at(-1);
    expect(seen?.body).toBe(JSON.stringify(CREATE));
    expect(seen?.headers.authorization).toBe(`Bearer ${PROVIDER_KEY}`);
    expect(JSON.stringify(seen)).not.toContain(key);
  });

  it('works with the official openai package', async () => {
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: (await test.issue('5/day')).key });
    const socket = new ResponsesWS(openai);
    socket.send({ type: 'response.create', model: 'gpt-5', input: 'Hello' });
    const text = await new Promise<string>((resolve, reject) => {
      socket.on('response.completed', (event) => resolve(JSON.stringify(event.response.output)));
      socket.on('error', reject);
    });
    expect(text).toContain('Simulated');
    socket.close();
    await expectBilled(1);
  });

  it('that goes on from a response of its connection is bounded by the length of that one', async () => {
    // The context window of gpt-5 alone would cost more than that.
    const client = await connect((await test.issue('0.10/day')).key);
    client.send(CREATE);
    const first = (await client.until('response.completed')).at(-1);
    client.send({ ...CREATE, previous_response_id: first?.response?.id });
    expect((await client.until('response.completed')).at(-1)).toMatchObject({ type: 'response.completed' });
    expect(test.provider.requests.map(({ method }) => method)).toEqual(['WEBSOCKET', 'WEBSOCKET']);
    client.send({ ...CREATE, conversation: 'conv_1' });
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 403, error: { code: 'cap' } });
  });

  it('that only gets ready costs what the provider says, and the next one goes on from it', async () => {
    const client = await connect((await test.issue('0.10/day')).key);
    client.send({ ...CREATE, generate: false });
    const ready = (await client.until('response.completed')).at(-1);
    client.send({ ...CREATE, previous_response_id: ready?.response?.id });
    await client.until('response.completed');
    await expectBilled(2);
    expect((await test.settled(2)).map(({ outputTokens }) => outputTokens)).toEqual([0, 20]);
  });

  it('works on a bare path, where one provider serves it', async () => {
    const client = await openSocket(`${test.gateway.url.replace('http:', 'ws:')}/v1/responses`, { authorization: `Bearer ${(await test.issue('5/day')).key}` });
    open.push(client);
    client.send(CREATE);
    await client.until('response.completed');
    await expectBilled(1);
  });

  it('runs beside another on a lane of its own', async () => {
    test.provider.setScript({ inputTokens: 100, outputTokens: 30, tokenMs: 2 });
    const client = await connect((await test.issue('5/day')).key);
    client.send({ ...CREATE, stream_id: 'a' });
    client.send({ ...CREATE, stream_id: 'b' });
    const ends = [(await client.until('response.completed')).at(-1), (await client.until('response.completed')).at(-1)];
    expect(new Set(ends.map((end) => end?.stream_id))).toEqual(new Set(['a', 'b']));
    await expectBilled(2);
  });
});

describe('the cap', () => {
  it('holds under twenty frames at once on as many lanes, and the ledger knows every dollar of the bill', async () => {
    test.provider.setScript({ inputTokens: 100, outputTokens: 400, tokenMs: 1 });
    const client = await connect((await test.issue('0.02/day')).key);
    for (let lane = 0; lane < 20; lane += 1) client.send({ ...CREATE, stream_id: `lane-${lane}`, max_output_tokens: 400 });
    const ends: SocketFrame[] = [];
    while (ends.length < 20) ends.push(await client.next((frame) => frame.type === 'response.completed' || frame.type === 'error'));
    const served = ends.filter(({ type }) => type === 'response.completed').length;
    expect(served).toBeGreaterThan(0);
    expect(served).toBeLessThan(20);
    const rows = await test.settled(served);
    expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(test.provider.bill());
    expect(test.provider.bill()).toBeLessThanOrEqual(20_000_000);
    const [view] = await test.client.gateway.keys.list();
    expect(view?.caps[0]).toMatchObject({ spent: test.provider.bill(), reserved: 0 });
  });
});

describe('whatever happens', () => {
  it('connections that break anywhere leave nothing held, and nothing unpaid', async () => {
    test.provider.setScript({ inputTokens: 100, outputTokens: 200, tokenMs: 1, splitBytes: true });
    const { key } = await test.issue('1/day');
    await Promise.all(Array.from({ length: 16 }, async (_, index) => {
      const client = await connect(key);
      client.send({ ...CREATE, stream_id: 'a' });
      client.send({ ...CREATE, stream_id: 'b' });
      // Before the first frame, in the middle, or after the end of one.
      let ended = 0;
      for (let frames = 0; frames < index * 30 && ended < 2; frames += 1) if ((await client.next(() => true)).type === 'response.completed') ended += 1;
      client.socket.terminate();
    }));
    await expect.poll(async () => (await test.client.gateway.keys.list())[0]?.caps[0]?.reserved).toBe(0);
    await expect.poll(() => test.provider.openStreams).toBe(0);
    const rows = await test.client.gateway.usage.recent({ limit: 100 });
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['served', 'client-gone']));
    expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBeGreaterThanOrEqual(test.provider.bill());
  });
});

describe('a provider that speaks in tongues', () => {
  it('is passed on frame by frame as it came, and settled high', async () => {
    const frames = ['', 'not json', '[1,2]', '{"type":5}', '{"type":"response.created","response":null}', '{"type":"response.output_text.delta","delta":{"deep":[1]}}', '{"type":"response.completed"}', 'Grüße 🪙'];
    const odd = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    odd.on('connection', (socket) => socket.on('message', () => {
      for (const frame of frames) socket.send(frame);
      socket.send(Buffer.from([0, 255, 1]), { binary: true });
      socket.close(4001, 'enough');
    }));
    await once(odd, 'listening');
    const address = odd.address();
    await test.client.gateway.providers.add({ kind: 'openai', name: 'odd', baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`, key: PROVIDER_KEY });
    const socket = new WebSocket(url.replace('/openai/', '/odd/'), { headers: { authorization: `Bearer ${(await test.issue('5/day')).key}` } });
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

describe('a refusal', () => {
  it('is an error event, and the connection stays', async () => {
    const client = await connect((await test.issue('0.005/day')).key);
    client.send({ ...CREATE, input: 'x'.repeat(20_000), stream_id: 'lane' });
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 403, stream_id: 'lane', error: { type: 'permission_error', code: 'cap', message: expect.stringContaining('$0.005') } });
    expect(test.provider.requests).toHaveLength(0);
    client.send({ ...CREATE, model: 'gpt-5-mini' });
    await client.until('response.completed');
    await expectBilled(1);
  });

  it('comes for frames that would start what nobody has paid for, and for what is no frame', async () => {
    const client = await connect((await test.issue('5/day')).key);
    client.send({ type: 'response.steer', previous_response_id: 'resp_1', input: 'more' });
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 400, error: { code: 'malformed' } });
    client.socket.send('{"half":');
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 400 });
    client.socket.send(Buffer.from([1, 2, 3]));
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 400 });
    expect(test.provider.requests).toHaveLength(0);
  });

  it('of the provider passes through and costs nothing', async () => {
    const client = await connect((await test.issue('5/day')).key);
    client.send({ type: 'response.create', model: 'gpt-5', max_output_tokens: 500 });
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 400, error: { message: "Missing required parameter: 'input'." } });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 0, outcome: 'provider-error', status: 400 });
  });
});

describe('a connection ends', () => {
  beforeEach(() => test.provider.setScript({ inputTokens: 100, outputTokens: 5_000, tokenMs: 2 }));

  async function begin(): Promise<{ readonly client: SocketClient; readonly id: Awaited<ReturnType<TestGateway['issue']>>['id'] }> {
    const { key, id } = await test.issue('5/day');
    const client = await connect(key);
    client.send({ ...CREATE, max_output_tokens: 10_000 });
    await client.until('response.output_text.delta');
    return { client, id };
  }

  it('by a revoke, within 100 ms and with the reason; nothing more passes', async () => {
    const { client, id } = await begin();
    const { cutRequests, cutMs } = await test.client.gateway.keys.revoke({ id });
    expect(cutRequests).toBe(1);
    expect(cutMs).toBeLessThan(100);
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 403, error: { code: 'sub-key-revoked' } });
    expect(await client.closed).toBe(1008);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'cut', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
    await expect.poll(() => test.provider.openStreams).toBe(0);
  });

  it('by a pause, for the next frame too', async () => {
    test.provider.setScript({ outputTokens: 5 });
    const { key, id } = await test.issue('5/day');
    const client = await connect(key);
    await test.client.gateway.keys.pause({ id });
    client.send(CREATE);
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 403, error: { code: 'sub-key-paused' } });
    await test.client.gateway.keys.resume({ id });
    client.send(CREATE);
    await client.until('response.completed');
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
    const client = await connect((await test.issue('5/day')).key);
    client.send(CREATE);
    expect(await client.closed).toBe(1011);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'provider-error', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('when the provider does not keep to the limit: a response that reached it, then the end', async () => {
    test.provider.setScript({ outputTokens: 5_000, ignoresLimit: true, tokenMs: 1 });
    const client = await connect((await test.issue('5/day')).key);
    client.send({ ...CREATE, max_output_tokens: 40 });
    const last = (await client.until('response.incomplete')).at(-1);
    expect(last).toMatchObject({ response: { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } } });
    expect(await client.closed).toBe(1000);
    expect((await test.settled(1))[0]).toMatchObject({ outcome: 'cut', certainty: 'estimated', outputTokens: 40 });
  });

  it('when the gateway stops', async () => {
    const { client } = await begin();
    const idle = await connect((await test.issue('5/day')).key);
    await test.gateway.stop(0);
    expect(await client.closed).toBe(1008);
    expect(await idle.closed).toBe(1001);
  });
});

describe('the upgrade', () => {
  it('passes the same door as any request', async () => {
    const { key } = await test.issue('5/day');
    const authorization = `Bearer ${key}`;
    expect(await upgradeStatus(url, { authorization, origin: 'https://evil.example' })).toBe(403);
    expect(await upgradeStatus(url, { authorization, host: 'evil.example' })).toBe(421);
    expect(await upgradeStatus(url, { authorization: 'Bearer sk-somebodys-own-key' })).toBe(401);
  });

  it('is refused with 426 at once where there is none', async () => {
    const { key } = await test.issue('5/day');
    const authorization = `Bearer ${key}`;
    expect(await upgradeStatus(`${test.anthropicUrl.replace('http:', 'ws:')}/v1/messages`, { authorization })).toBe(426);
    expect(await upgradeStatus(url.replace('responses', 'chat/completions'), { authorization })).toBe(426);
    await test.client.gateway.providers.add({ kind: 'openai', name: 'plain', baseUrl: `${test.provider.url}/elsewhere/v1`, key: PROVIDER_KEY });
    expect(await upgradeStatus(url.replace('/openai/', '/plain/'), { authorization })).toBe(426);
  });

  it('of a revoked sub-key is refused with the reason', async () => {
    const { key, id } = await test.issue('5/day');
    await test.client.gateway.keys.revoke({ id });
    expect(await upgradeStatus(url, { authorization: `Bearer ${key}` })).toBe(403);
  });

  it('to another protocol is not taken: the request is served as it is', async () => {
    const { key } = await test.issue('5/day');
    const body = JSON.stringify({ model: 'gpt-5', input: 'From Java', max_output_tokens: 100 });
    const headers = { authorization: `Bearer ${key}`, connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAEAAEAA', 'content-length': String(Buffer.byteLength(body)) };
    const reply = await rawRequest(`${test.openaiUrl}/responses`, { headers, body });
    expect(reply.status).toBe(200);
    await expectBilled(1);
  });
});
