import OpenAI from 'openai';
import { ResponsesWS } from 'openai/resources/responses/ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scopeOf } from '../../../shared/policy.ts';
import { openSocket } from '../../testing/socket-client.ts';
import { startSocketGateway } from '../../testing/start-socket-gateway.ts';
import type { SocketGateway } from '../../testing/start-socket-gateway.ts';
import { PROVIDER_KEY } from '../../testing/start-test-gateway.ts';
import type { SocketFrame } from '../../testing/socket-client.ts';

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

async function expectBilled(requests: number): Promise<void> {
  const rows = await test.settled(requests);
  expect(rows.map((row) => [row.certainty, row.outcome, row.endpoint])).toEqual(
    rows.map(() => ['exact', 'served', 'responses']),
  );
  expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(test.provider.bill());
  expect(test.provider.bill()).toBeGreaterThan(0);
}

describe('a frame on a WebSocket', () => {
  it('is a separate request: held, metered and settled, on one connection', async () => {
    const client = await test.connect((await test.issue('5/day')).key);
    for (let turn = 0; turn < 3; turn += 1) {
      client.send(CREATE);
      expect((await client.until('response.completed')).at(-1)).toMatchObject({
        response: { usage: { output_tokens: 20 } },
      });
    }
    await expectBilled(3);
  });

  it('passes on unchanged, with the real key instead of the sub-key', async () => {
    const { key } = await test.issue('5/day');
    const client = await test.connect(key);
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

  it('that continues a response of its connection is bounded by the length of that one', async () => {
    // The context window of gpt-5 alone would cost more than that.
    const client = await test.connect((await test.issue('0.10/day')).key);
    client.send(CREATE);
    const first = (await client.until('response.completed')).at(-1);
    client.send({ ...CREATE, previous_response_id: first?.response?.id });
    expect((await client.until('response.completed')).at(-1)).toMatchObject({ type: 'response.completed' });
    expect(test.provider.requests.map(({ method }) => method)).toEqual(['WEBSOCKET', 'WEBSOCKET']);
    client.send({ ...CREATE, conversation: 'conv_1' });
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 403, error: { code: 'cap' } });
  });

  it('that only prepares costs what the provider reports, and the next one continues it', async () => {
    const client = await test.connect((await test.issue('0.10/day')).key);
    client.send({ ...CREATE, generate: false });
    const ready = (await client.until('response.completed')).at(-1);
    client.send({ ...CREATE, previous_response_id: ready?.response?.id });
    await client.until('response.completed');
    await expectBilled(2);
    expect((await test.settled(2)).map(({ outputTokens }) => outputTokens)).toEqual([0, 20]);
  });

  it('works on a bare path, if one provider serves it', async () => {
    const client = await test.connect(
      (await test.issue('5/day')).key,
      `${test.gateway.url.replace('http:', 'ws:')}/v1/responses`,
    );
    client.send(CREATE);
    await client.until('response.completed');
    await expectBilled(1);
  });

  it('runs beside another on its own lane', async () => {
    test.provider.setScript({ inputTokens: 100, outputTokens: 30, tokenMs: 2 });
    const client = await test.connect((await test.issue('5/day')).key);
    client.send({ ...CREATE, stream_id: 'a' });
    client.send({ ...CREATE, stream_id: 'b' });
    const ends = [(await client.until('response.completed')).at(-1), (await client.until('response.completed')).at(-1)];
    expect(new Set(ends.map((end) => end?.stream_id))).toEqual(new Set(['a', 'b']));
    await expectBilled(2);
  });
});

describe('the cap', () => {
  it('is kept under twenty frames at once on as many lanes, and the ledger has every dollar of the bill', async () => {
    test.provider.setScript({ inputTokens: 100, outputTokens: 400, tokenMs: 1 });
    const client = await test.connect((await test.issue('0.02/day')).key);
    for (let streamId = 0; streamId < 20; streamId += 1)
      client.send({ ...CREATE, stream_id: `lane-${streamId}`, max_output_tokens: 400 });
    const ends: SocketFrame[] = [];
    // The last one that fits may be limited to what is left.
    const ending = ['response.completed', 'response.incomplete', 'error'];
    while (ends.length < 20) ends.push(await client.next(({ type }) => ending.includes(type)));
    const served = ends.filter(({ type }) => type !== 'error').length;
    expect(served).toBeGreaterThan(0);
    expect(served).toBeLessThan(20);
    const rows = await test.settled(served);
    expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(test.provider.bill());
    expect(test.provider.bill()).toBeLessThanOrEqual(20_000_000);
    const [view] = await test.client.gateway.keys.list();
    expect(view?.caps[0]).toMatchObject({ spent: test.provider.bill(), reserved: 0 });
  });
});

describe('a refusal', () => {
  it('is an error event, and the connection stays open', async () => {
    const client = await test.connect((await test.issue('0.005/day')).key);
    client.send({ ...CREATE, input: 'x'.repeat(20_000), stream_id: 'lane' });
    expect((await client.until('error')).at(-1)).toMatchObject({
      status: 403,
      stream_id: 'lane',
      error: { type: 'permission_error', code: 'cap', message: expect.stringContaining('$0.005') },
    });
    expect(test.provider.requests).toHaveLength(0);
    client.send({ ...CREATE, model: 'gpt-5-mini' });
    await client.until('response.completed');
    await expectBilled(1);
  });

  it('comes for frames that would start unpaid work, and for invalid frames', async () => {
    const client = await test.connect((await test.issue('5/day')).key);
    client.send({ type: 'response.steer', previous_response_id: 'resp_1', input: 'more' });
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 400, error: { code: 'malformed' } });
    client.socket.send('{"half":');
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 400 });
    client.socket.send(Buffer.from([1, 2, 3]));
    expect((await client.until('error')).at(-1)).toMatchObject({ status: 400 });
    expect(test.provider.requests).toHaveLength(0);
  });

  it('of the provider passes through and costs nothing', async () => {
    const client = await test.connect((await test.issue('5/day')).key);
    client.send({ type: 'response.create', model: 'gpt-5', max_output_tokens: 500 });
    expect((await client.until('error')).at(-1)).toMatchObject({
      status: 400,
      error: { message: "Missing required parameter: 'input'." },
    });
    expect((await test.settled(1))[0]).toMatchObject({ cost: 0, outcome: 'provider-error', status: 400 });
  });

  it('is a failed response for Codex, which would ask for ever; one that may pass later stays unchanged', async () => {
    const { key, id } = await test.issue('0.005/day');
    const codex = await openSocket(test.socketUrl, { authorization: `Bearer ${key}`, originator: 'codex_exec' });
    codex.send({ ...CREATE, input: 'x'.repeat(20_000), stream_id: 'lane' });
    expect((await codex.until('response.failed')).at(-1)).toMatchObject({
      stream_id: 'lane',
      response: { status: 'failed', error: { code: 'invalid_prompt', message: expect.stringContaining('$0.005') } },
    });
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps: [{ window: 'day', rolling: false, amount: 5_000_000_000 }], requestsPerMinute: 1 },
    });
    codex.send(CREATE);
    await codex.until('response.completed');
    codex.send(CREATE);
    expect((await codex.until('error')).at(-1)).toMatchObject({ status: 429 });
    codex.socket.terminate();
  });
});
