import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { Agent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { forward } from './forward.ts';

let server: Server | undefined;
const dispatchers: Agent[] = [];
afterEach(async () => {
  await Promise.all(dispatchers.splice(0).map((dispatcher) => dispatcher.destroy()));
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

async function listen(one: Server): Promise<number> {
  server = one;
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = one.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function send(
  url: string,
  options: Agent.Options = {},
  signal = new AbortController().signal,
): ReturnType<typeof forward> {
  const dispatcher = new Agent(options);
  dispatchers.push(dispatcher);
  return forward(dispatcher, {
    url: new URL(url),
    method: 'POST',
    headers: {},
    key: undefined,
    body: Buffer.from('{}'),
    signal,
  });
}

/** A host name that leads nowhere, with the error of a system's resolver. */
const failing = (code: string): Agent.Options => ({
  connect: {
    lookup: (
      _host: string,
      _options: unknown,
      callback: (error: NodeJS.ErrnoException, address: string, family: number) => void,
    ) => callback(Object.assign(new Error(code), { code }), '', 4),
  },
});

describe('a request whose provider never saw it', () => {
  const onFirstBytes = (act: (socket: Socket) => void): Server =>
    createServer((socket) => void socket.on('error', () => undefined).once('data', () => act(socket)));

  it.each([
    ['hangs up in the TLS handshake', (socket: Socket) => void socket.end()],
    ['resets in the TLS handshake', (socket: Socket) => void socket.resetAndDestroy()],
    ['speaks plain HTTP on a TLS port', (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('was not sent when the server %s', async (_what, act) => {
    const port = await listen(onFirstBytes(act));
    expect(await send(`https://127.0.0.1:${port}/`)).toMatchObject({ answered: false, sent: false });
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'ESERVFAIL'])(
    'was not sent when its name was not found: %s',
    async (code) => {
      expect(await send('http://provider.example/', failing(code))).toMatchObject({
        answered: false,
        sent: false,
        code,
      });
    },
  );

  it('was not sent when nothing listens, on any of its addresses', async () => {
    const port = await listen(createServer());
    await new Promise<void>((resolve) => server?.close(() => resolve()));
    server = undefined;
    const both: Agent.Options = {
      connect: {
        autoSelectFamily: true,
        lookup: (
          _host: string,
          _options: unknown,
          callback: (error: null, addresses: { address: string; family: number }[]) => void,
        ) =>
          callback(null, [
            { address: '127.0.0.1', family: 4 },
            { address: '::1', family: 6 },
          ]),
      },
    };
    expect(await send(`http://provider.example:${port}/`, both)).toMatchObject({ answered: false, sent: false });
  });

  it('was not sent when its client left before the connection was open', async () => {
    const leave = new AbortController();
    const sockets: Socket[] = [];
    const port = await listen(createServer((socket) => void sockets.push(socket.on('error', () => undefined))));
    const result = send(`https://127.0.0.1:${port}/`, {}, leave.signal);
    setTimeout(() => leave.abort(), 50);
    expect(await result).toMatchObject({ answered: false, sent: false });
    for (const socket of sockets) socket.destroy();
  });

  it('may have been seen when the connection breaks after it was written', async () => {
    const port = await listen(onFirstBytes((socket) => void socket.resetAndDestroy()));
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ answered: false, sent: true });
  });

  it('was sent when it was answered', async () => {
    const port = await listen(createHttpServer((_request, response) => response.end('{}')));
    const result = await send(`http://127.0.0.1:${port}/`);
    expect(result).toMatchObject({ answered: true });
    if (result.answered) await result.upstream.body.dump();
  });
});
