import { WebSocket } from 'ws';
import { cleanHeaders } from '../forward.ts';
import type { Target } from '../forward.ts';

/** A frame above this is no response event. */
const MAX_FRAME_BYTES = 64 * 2 ** 20;
const HANDSHAKE_MS = 10_000;

/** Connects to the provider with the real key instead of every inbound credential. @returns undefined when it does not take the upgrade */
export function openUpstream({ url, headers, key }: Target): Promise<WebSocket | undefined> {
  const address = new URL(url);
  address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const own = Object.entries(cleanHeaders(headers)).filter(([name]) => !name.startsWith('sec-websocket-'));
  const socket = new WebSocket(address, {
    headers: { ...Object.fromEntries(own), ...(key && { [key[0]]: key[1] }) },
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handshakeTimeout: HANDSHAKE_MS,
    followRedirects: false,
  });
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket));
    // Whatever went wrong, the same request over HTTP will say it in words.
    socket.on('error', () => resolve(undefined));
  });
}
