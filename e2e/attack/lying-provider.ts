import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A provider that answers as a case tells it to, and counts who comes. */
export interface LyingProvider {
  readonly url: string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  answer(how: (request: IncomingMessage, response: ServerResponse) => void): void;
  stop(): Promise<void>;
}

export async function startLyingProvider(): Promise<LyingProvider> {
  const asked: string[] = [];
  let how: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.end();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    // It has read everything before it lies: it could bill all of it.
    request.resume().on('end', () => how(request, response));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    asked,
    answer: (next) => {
      how = next;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
