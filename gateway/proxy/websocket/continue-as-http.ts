import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

const OF_THE_UPGRADE = new Set(['upgrade', 'connection', 'http2-settings']);

/**
 * Handles a request that offered another protocol as the ordinary request that it also is, as the standard allows (RFC
 * 9110, 7.8): Java's HTTP client offers h2c with every first request. Node gives up such a socket and leaves its body
 * unread, so the request is put back into it, without the offer.
 */
export function continueAsHttp(
  server: Server,
  { method = 'GET', url = '/', rawHeaders }: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (!OF_THE_UPGRADE.has(name.toLowerCase())) lines.push(`${name}: ${value}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}
