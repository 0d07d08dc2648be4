import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { providerNameSchema } from '../../../shared/ids.ts';
import { openSocket } from '../../testing/socket-client.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { createKeyHider } from './hide-key.ts';

const KEY = 'sk-proj-the/real+key-CANARY';
const STARS = '*'.repeat(KEY.length);
const USAGE = { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 };

let test: TestGateway;
let server: Server;
let sockets: WebSocketServer;
let key: string;
let reply: (response: ServerResponse, said: string) => void;

/** A provider that repeats what it receives, like proxies for inspecting requests. */
beforeEach(async () => {
  test = await startTestGateway();
  reply = (response, said) => response.end(JSON.stringify({ usage: USAGE, said }));
  server = createServer((request, response) => {
    request.resume();
    const said = String(request.headers.authorization);
    response.setHeader('x-said', said);
    response.setHeader('location', `http://elsewhere/?key=${encodeURIComponent(said.slice('Bearer '.length))}`);
    response.setHeader('content-type', 'application/json');
    reply(response, said);
  });
  sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) =>
    socket.on('message', () => {
      const said = String(request.headers.authorization);
      socket.send(JSON.stringify({ type: 'response.created', response: { id: 'r1', said } }));
      socket.send(
        JSON.stringify({
          type: 'response.completed',
          response: { id: 'r1', said, usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 } },
        }),
        () => socket.close(1000, said.slice(0, 120)),
      );
    }),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`;
  await test.client.gateway.providers.add({
    kind: 'openai',
    name: providerNameSchema.parse('echo'),
    baseUrl,
    key: KEY,
    unchecked: true,
  });
  ({ key } = await test.issue('5/day'));
});
afterEach(async () => {
  sockets.close();
  server.closeAllConnections();
  server.close();
  await test.stop();
});

async function ask(
  path: string,
  body?: object,
): Promise<{ readonly status: number; readonly said: string; readonly body: string }> {
  const url = `${test.gateway.url}/echo/v1/${path}`;
  const got = await rawRequest(url, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${key}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: got.status, said: JSON.stringify(got.headers) + got.body.toString(), body: got.body.toString() };
}

const chat = (stream: boolean): object => ({
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'hi' }],
  max_tokens: 9,
  stream,
});

describe('a provider that repeats its key gives it to no tool', () => {
  interface Case {
    readonly where: string;
    readonly path: string;
    readonly body?: object;
    readonly status?: number;
    readonly type?: string;
  }
  it.each<Case>([
    { where: 'in a reply', path: 'chat/completions', body: chat(false) },
    { where: 'in an error', path: 'chat/completions', body: chat(false), status: 401 },
    { where: 'in a list of models', path: 'models' },
    {
      where: 'in speech',
      path: 'audio/speech',
      body: { model: 'tts-1', input: 'hi', voice: 'alloy' },
      type: 'audio/mpeg',
    },
  ])('$where', async ({ path, body, status = 200, type = 'application/json' }) => {
    reply = (response, said) => {
      response.writeHead(status, { 'content-type': type });
      response.write(`{"usage": ${JSON.stringify(USAGE)}, "said": "${said.slice(0, 15)}`);
      setTimeout(() => response.end(`${said.slice(15)}"}`), 20);
    };
    const got = await ask(path, body);
    expect(got.status).toBe(status);
    expect(got.body).toContain(`Bearer ${STARS}"}`);
    expect(got.said).not.toContain('CANARY');
    expect(got.said).toContain(`"x-said":"Bearer ${STARS}"`);
  });

  it.each([
    ['and says so', { 'content-encoding': 'gzip' }, 'models', undefined],
    ['and says so', { 'content-encoding': 'gzip' }, 'chat/completions', chat(false)],
    ['and does not say so', {}, 'chat/completions', chat(false)],
  ])('in a reply that it compresses against our wish, %s', async (_told, headers, path, body) => {
    reply = (response, said) => {
      const bytes = gzipSync(JSON.stringify({ usage: USAGE, said }));
      response.writeHead(200, { ...headers, 'content-length': bytes.length });
      response.end(bytes);
    };
    const got = await ask(path, body);
    expect(got.body).toContain(`Bearer ${STARS}`);
  });

  it('in a stream, whose other bytes come unchanged and in time', async () => {
    const before = 'data: {"choices":[{"delta":{"content":"sk-pro"}}]}\n\n';
    reply = (response, said) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(before);
      setTimeout(() => {
        response.write(`data: {"choices":[{"delta":{"content":"${said.slice(0, 20)}`);
        setTimeout(
          () =>
            response.end(
              `${said.slice(20)}"}}]}\n\ndata: ${JSON.stringify({ choices: [], usage: USAGE })}\n\ndata: [DONE]\n\n`,
            ),
          20,
        );
      }, 300);
    };
    const answered = await fetch(`${test.gateway.url}/echo/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify(chat(true)),
    });
    const pieces = answered.body?.getReader();
    const first = await Promise.race([pieces?.read(), sleep(200)]);
    expect(Buffer.from(first?.value ?? []).toString()).toBe(before);
    let rest = '';
    for (let next = await pieces?.read(); next?.value; next = await pieces?.read())
      rest += Buffer.from(next.value).toString();
    expect(rest).toContain(`"content":"Bearer ${STARS}"`);
    expect(rest).not.toContain('CANARY');
    expect(await test.settled(1)).toMatchObject([{ certainty: 'exact', outputTokens: 2 }]);
  });

  it('in the frames of a WebSocket, nor in the reason for closing it', async () => {
    const client = await openSocket(`${test.gateway.url.replace('http:', 'ws:')}/echo/v1/responses`, {
      authorization: `Bearer ${key}`,
    });
    const closed = once(client.socket, 'close');
    client.send({ type: 'response.create', model: 'gpt-4o-mini', input: 'hi', max_output_tokens: 16 });
    const frames = await client.until('response.completed');
    const [, reason] = await closed;
    const said = JSON.stringify(frames) + String(reason);
    expect(said).toContain(`Bearer ${STARS}`);
    expect(said).not.toContain('CANARY');
  });
});

describe('createKeyHider', () => {
  it('hides the key wherever a body is cut, and changes nothing else', async () => {
    const text = fc.array(fc.constantFrom(KEY, encodeURIComponent(KEY), 'sk-', 'sk-proj-the', 's', 'x', '\n\n'), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(60), { maxLength: 12 }), async (words, cuts) => {
        const whole = Buffer.from(words.join(''));
        const pieces: Buffer[] = [];
        let at = 0;
        for (const length of cuts) pieces.push(whole.subarray(at, (at += length)));
        pieces.push(whole.subarray(at));
        const from = async function* (): AsyncGenerator<Buffer> {
          yield* pieces;
        };
        const got: Buffer[] = [];
        for await (const piece of createKeyHider(`Bearer ${KEY}`).pieces(from())) got.push(piece);
        const hidden = words
          .join('')
          .replaceAll(KEY, STARS)
          .replaceAll(encodeURIComponent(KEY), '*'.repeat(encodeURIComponent(KEY).length));
        expect(Buffer.concat(got).toString()).toBe(hidden);
      }),
    );
  });
});
