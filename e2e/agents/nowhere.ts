import { once } from 'node:events';
import { createServer } from 'node:http';

/** An HTTP proxy that leads nowhere. */
export interface Nowhere {
  readonly env: Readonly<Record<string, string>>;
  /** Hosts that were asked for, in order, with their ports. */
  readonly hosts: readonly string[];
  stop(): Promise<void>;
}

/**
 * Tools reach loopback and nothing else: what they wanted of the rest of the world is on record, and refused at once.
 */
export async function startNowhere(): Promise<Nowhere> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    hosts.push(new URL(request.url ?? '', 'http://unknown').host);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    hosts.push(request.url ?? '');
    // The tool may already be gone.
    socket.on('error', () => socket.destroy()).end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy that leads nowhere has no port.');
  const url = `http://127.0.0.1:${address.port}`;
  const names = { HTTP_PROXY: url, HTTPS_PROXY: url, ALL_PROXY: url, NO_PROXY: '127.0.0.1,localhost' };
  return {
    env: Object.fromEntries(
      Object.entries(names).flatMap(([name, value]) => [
        [name, value],
        [name.toLowerCase(), value],
      ]),
    ),
    hosts,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
