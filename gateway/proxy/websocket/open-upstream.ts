import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { WebSocket } from 'ws';
import { cleanHeaders, KEY_REFUSED } from '../forward/forward.ts';
import type { Target } from '../forward/forward.ts';

/** No response event is larger than this, in bytes. */
const MAX_FRAME_BYTES = 64 * 2 ** 20;
const HANDSHAKE_MS = 10_000;

/**
 * Connects to the provider over the same way out as requests, with the real key instead of every inbound credential.
 * @returns paused; undefined when it refuses the upgrade, or does not answer within ten seconds
 */
export function openUpstream(
  connect: buildConnector.connector,
  { url, headers, key, refused }: Target,
): Promise<WebSocket | undefined> {
  const address = new URL(url);
  address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const own = Object.entries(cleanHeaders(headers)).filter(([name]) => !name.startsWith('sec-websocket-'));
  const socket = new WebSocket(address, {
    headers: { ...Object.fromEntries(own), ...(key && { [key[0]]: key[1] }) },
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handshakeTimeout: HANDSHAKE_MS,
    followRedirects: false,
    agent: agentOf(connect, url),
  });
  return new Promise((resolve) => {
    // The time-out of `ws` begins only with the connection, and a proxy may delay that.
    const late = setTimeout(() => socket.terminate(), HANDSHAKE_MS);
    socket.once('open', () => {
      // Some providers speak first: nothing may be lost until somebody listens.
      socket.pause();
      resolve(socket);
    });
    socket.once('unexpected-response', (request, { statusCode }) => {
      if (statusCode === KEY_REFUSED) refused?.();
      request.destroy();
    });
    // The same request over HTTP will explain whatever went wrong.
    socket.on('error', () => resolve(undefined));
    for (const event of ['open', 'error'] as const) socket.once(event, () => clearTimeout(late));
  });
}

/** The agent that `ws` takes connections from. Each connection is new: a WebSocket uses its connection up. */
function agentOf(connect: buildConnector.connector, { hostname, host, protocol, port }: URL): HttpAgent {
  const createConnection: HttpAgent['createConnection'] = (_options, callback) => {
    connect({ hostname: hostname.replace(/^\[|\]$/g, ''), host, protocol, port }, (error, socket) => {
      if (socket) callback?.(null, socket);
      else callback?.(error, new Socket());
    });
    // Not the socket, because it is not connected yet.
    return undefined;
  };
  return Object.assign(protocol === 'https:' ? new HttpsAgent() : new HttpAgent(), { createConnection });
}
