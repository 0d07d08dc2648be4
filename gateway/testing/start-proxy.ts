import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import type { TlsOptions } from 'node:tls';
import type { Identity } from './make-authority.ts';

/** What a proxy does with a CONNECT. A number refuses with that status; `dies` after it has said 200. */
export type ProxyManner =
  | 'carries'
  | 'hangs'
  | 'dies'
  | 'dies-inside'
  | 'babbles'
  | { readonly wants: string }
  | number;

/** A proxy on a real socket that speaks CONNECT and nothing else. Every name leads to one port of this machine. */
export interface TestProxy {
  readonly port: number;
  /** The first lines and headers of everything it was asked, as it saw them. */
  readonly asked: readonly { readonly line: string; readonly headers: IncomingMessage['headers'] }[];
  behave(manner: ProxyManner): void;
  stop(): Promise<void>;
}

/** @param to the port that everything leads to. @param identity makes it one that is spoken to over TLS */
export async function startProxy(to: number, identity?: Identity): Promise<TestProxy> {
  let manner: ProxyManner = 'carries';
  const asked: { line: string; headers: IncomingMessage['headers'] }[] = [];
  const open = new Set<Duplex>();
  const note = ({ method, url, headers }: IncomingMessage): void => {
    asked.push({ line: `${method} ${url}`, headers });
  };
  const server: Server = identity ? createSecureServer({ ...identity }) : createServer();
  server.on('request', (request, response) => {
    note(request);
    response.writeHead(501).end();
  });
  server.on('connection', (socket: Socket) => keep(open, socket));
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    note(request);
    socket.on('error', () => undefined);
    answerConnect(socket, manner, request.headers['proxy-authorization'], to, open);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: portOf(server.address()),
    asked,
    behave: (next) => void (manner = next),
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function answerConnect(
  socket: Duplex,
  manner: ProxyManner,
  who: string | undefined,
  to: number,
  open: Set<Duplex>,
): void {
  if (manner === 'hangs') return;
  if (manner === 'dies') return void socket.destroy();
  if (manner === 'babbles') return void socket.end('SSH-2.0-OpenSSH_9.2\r\n');
  const status = typeof manner === 'number' ? manner : typeof manner === 'object' && who !== manner.wants ? 407 : 200;
  const challenge = status === 407 ? 'proxy-authenticate: Basic realm="corp"\r\n' : '';
  if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n${challenge}content-length: 9\r\n\r\n<html>no!`);
  socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
  if (manner === 'dies-inside') return void socket.once('data', () => socket.destroy());
  pipeBoth(socket, keep(open, connect(to, '127.0.0.1')));
}

/** Speaks TLS in front of a plain server of this machine. */
export interface TlsFront {
  readonly port: number;
  stop(): Promise<void>;
}

export async function startTlsFront(to: number, options: TlsOptions): Promise<TlsFront> {
  const open = new Set<Duplex>();
  const server = createTlsServer(options, (socket) => pipeBoth(socket, keep(open, connect(to, '127.0.0.1'))));
  server.on('connection', (socket: Socket) => keep(open, socket));
  server.on('tlsClientError', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: portOf(server.address()),
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function pipeBoth(left: Duplex, right: Duplex): void {
  for (const [from, to] of [
    [left, right],
    [right, left],
  ] as const) {
    from.pipe(to);
    from.on('error', () => undefined);
    // Not destroyed: the last bytes may be the alert that says why.
    from.once('close', () => to.end());
  }
}

function keep<Kind extends Duplex>(open: Set<Duplex>, socket: Kind): Kind {
  open.add(socket);
  socket.on('error', () => undefined);
  socket.once('close', () => open.delete(socket));
  return socket;
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}
