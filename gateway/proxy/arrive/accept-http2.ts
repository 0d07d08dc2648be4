import { request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http2';
import type { Http2ServerRequest, Http2ServerResponse, ServerHttp2Session } from 'node:http2';
import type { Socket } from 'node:net';
import { duplexPair } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The beginning of the first bytes of HTTP/2, which no request of HTTP/1 has. Source: RFC 9113, 3.4. */
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n');
/** A connection that sends nothing for this long, in milliseconds, is closed: as long as Node waits for headers. */
const SILENT_MS = 15_000;
const IDLE_MS = 10 * 60_000;
/** The most requests at once over one connection: each is a connection of its own within this process. */
const MOST_STREAMS = 64;

/** Connections that speak HTTP/2. */
export interface Http2Door {
  /** Takes no new requests. Running ones go on. */
  close(): void;
  destroy(): void;
}

/**
 * Takes connections that speak HTTP/2 without TLS, as the SDK of AWS for JavaScript does to any plain address. Each of
 * their requests goes the same way as all others: over a connection within this process, in HTTP/1.
 */
export function acceptHttp2(server: Server): Http2Door {
  // Node's own, which are the only ones so far.
  const own = server.listeners('connection');
  const take = (socket: unknown): void => own.forEach((accept) => void Reflect.apply(accept, server, [socket]));
  const sessions = new Set<ServerHttp2Session>();
  /** Connections that have said nothing yet: no server knows of them. */
  const silent = new Set<Socket>();
  const dropSilent = (): void => silent.forEach((socket) => void socket.destroy());
  const http2 = createServer({ settings: { maxConcurrentStreams: MOST_STREAMS } });
  http2.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
    session.on('error', () => session.destroy());
    session.setTimeout(IDLE_MS, () => session.close());
  });
  http2.on(
    'request',
    (incoming, outgoing) => void carry(take, incoming, outgoing).catch(() => outgoing.stream.destroy()),
  );

  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
    socket.setTimeout(SILENT_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    const look = (): void => {
      const head: unknown = socket.read();
      if (!Buffer.isBuffer(head)) return void socket.once('readable', look);
      silent.delete(socket);
      socket.setTimeout(0);
      socket.removeAllListeners('timeout');
      socket.unshift(head);
      if (head.subarray(0, PREFACE.length).equals(PREFACE)) http2.emit('connection', socket);
      else take(socket);
    };
    socket.once('readable', look);
  });
  return {
    close() {
      dropSilent();
      for (const session of sessions) session.close();
    },
    destroy() {
      dropSilent();
      for (const session of sessions) session.destroy();
    },
  };
}

/** Carries one request over, and its reply back. */
async function carry(
  take: (socket: unknown) => void,
  incoming: Http2ServerRequest,
  outgoing: Http2ServerResponse,
): Promise<void> {
  const [near, far] = duplexPair();
  near.once('close', () => far.destroy());
  far.once('close', () => near.destroy());
  far.on('error', () => near.destroy());
  const { remoteAddress, remotePort, localAddress, localPort, remoteFamily } = incoming.socket;
  // Whoever looks for the program behind a connection looks for that of the session.
  take(Object.assign(far, { remoteAddress, remotePort, localAddress, localPort, remoteFamily }));
  const inner = request({
    createConnection: () => near,
    method: incoming.method,
    path: incoming.url,
    headers: { ...plainHeaders(incoming.headers), host: incoming.authority },
  });
  outgoing.once('close', () => inner.destroy());
  const replied = new Promise<IncomingMessage>((resolve, reject) => {
    inner.once('response', resolve);
    inner.once('error', reject);
  });
  inner.on('error', () => outgoing.stream.destroy());
  pipeline(incoming, inner).catch(() => undefined);
  const reply = await replied;
  outgoing.writeHead(reply.statusCode ?? 502, plainHeaders(reply.headers));
  await pipeline(reply, outgoing);
}

/** Headers that only one of both versions has. Source: RFC 9113, 8.2.2 and 8.3. */
const OF_ONE_VERSION = /^(:|(connection|keep-alive|proxy-connection|transfer-encoding|upgrade|host|expect|te)$)/;

function plainHeaders(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_ONE_VERSION.test(name)));
}
