import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TeeResponse } from '../proxy/relay/tee-response.ts';

/** What a client got of a reply. */
interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** It did not come to its end. */
  readonly isBroken: boolean;
}

/** One request over a real connection, and its reply, which the test writes. */
export interface Exchange {
  readonly response: TeeResponse;
  /** All of it, when it is over. */
  readonly reply: Promise<Got>;
  /** What has come by now. */
  readonly got: () => string;
  /** The client goes away. */
  leave(): void;
  stop(): Promise<void>;
}

interface ExchangeOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Left out: the client reads what comes. */
  readonly reads?: boolean;
}

/** Opens one. Stop it in `afterEach`. */
export async function openExchange({ headers = {}, reads = true }: ExchangeOptions = {}): Promise<Exchange> {
  const server = createServer({ ServerResponse: TeeResponse });
  const arrived = new Promise<TeeResponse>((resolve) => {
    server.on('request', (_request, response) => resolve(response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let body = '';
  const client = ask({ port: portOf(server), host: '127.0.0.1', headers });
  const reply = new Promise<Got>((resolve) => {
    client.on('error', () => resolve({ status: 0, headers: {}, body, isBroken: true }));
    client.on('response', (incoming: IncomingMessage) => {
      const end = (isBroken: boolean): void =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body, isBroken });
      if (reads) incoming.setEncoding('utf8').on('data', (text: string) => void (body += text));
      incoming.on('end', () => end(false));
      incoming.on('error', () => end(true));
    });
  });
  client.end();
  const response = await arrived;
  response.on('error', () => undefined);
  return {
    response,
    reply,
    got: () => body,
    leave: () => void client.destroy(),
    async stop() {
      client.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
