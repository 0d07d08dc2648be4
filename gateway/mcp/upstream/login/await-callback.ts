import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';

/** Where a browser comes back to after a login: a port of this machine, for one answer. */
export interface Callback {
  readonly port: number;
  /** Resolves with what the browser brought. Only an answer with the right state counts. */
  readonly answered: Promise<URLSearchParams>;
  close(): void;
}

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Purser</title><style>body{font:16px system-ui;margin:15vh auto;' +
  'max-width:32em;padding:0 1em}</style>';

/** Listens on loopback. @param wanted the port that is registered at the server; another one where it is taken */
export async function awaitCallback(state: string, wanted: number | undefined): Promise<Callback> {
  let answer: (params: URLSearchParams) => void = () => undefined;
  const answered = new Promise<URLSearchParams>((resolve) => (answer = resolve));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isOurs = request.method === 'GET' && url.pathname === '/callback' && url.searchParams.get('state') === state;
    const text = isOurs
      ? 'Purser has the answer. You can close this window.'
      : 'This is no answer that Purser waits for. Begin the login again.';
    response.writeHead(isOurs ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
      connection: 'close',
    });
    response.end(`${PAGE}<p>${text}</p>`);
    if (isOurs) answer(url.searchParams);
  });
  const port = (await listen(server, wanted ?? 0)) ?? (await listen(server, 0)) ?? 0;
  return {
    port,
    answered,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @returns undefined where the port is taken */
async function listen(server: Server, port: number): Promise<number | undefined> {
  const failed = once(server, 'error').then(() => undefined);
  server.listen(port, '127.0.0.1');
  await Promise.race([once(server, 'listening'), failed]);
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : undefined;
}
