import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PurserError } from '../../../shared/errors.ts';
import { acceptHttp2 } from './accept-http2.ts';
import type { Http2Door } from './accept-http2.ts';
import { createAnswering } from './answering.ts';
import { boundConnections, connectionsFor, openFileLimit } from './bound-connections.ts';
import { handleRequest } from '../way-of-a-request.ts';
import { TeeResponse } from '../relay/tee-response.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { createSocketDoor } from '../websocket/socket-door.ts';

/** The listening proxy. */
export interface ProxyServer {
  readonly port: number;
  /** Takes no new connections. Running requests go on. */
  close(): void;
  /** Drops every remaining connection. */
  destroy(): void;
}

/**
 * Listens on 127.0.0.1, and on ::1 if the machine has it: some tools resolve `localhost` to one, some to the other.
 * @throws PurserError `PORT_TAKEN`: never silently another port, because tools have this one in their files
 */
export async function startProxyServer(deps: ProxyDeps, port: number): Promise<ProxyServer> {
  const sockets = createSocketDoor(deps);
  const answering = createAnswering();
  const mostConnections = connectionsFor(openFileLimit());
  const http2Doors: Http2Door[] = [];
  const make = (): Server<typeof IncomingMessage, typeof TeeResponse> => {
    // The limits are generous for bodies, because agents send large ones and think for minutes, and strict for
    // everything before them.
    const server = createServer({
      ServerResponse: TeeResponse,
      maxHeaderSize: 64 * 1024,
      headersTimeout: 15_000,
      requestTimeout: 10 * 60_000,
      keepAliveTimeout: 60_000,
    });
    http2Doors.push(acceptHttp2(server));
    boundConnections(server, mostConnections);
    server.on('request', (request, response) => {
      answering.add(request.socket, response);
      response.on('error', () => response.destroy());
      handleRequest(deps, boundPort, request, response).catch(() => {
        // The client went away while it sent its body, so nobody is left to answer.
        deps.log.log('info', 'request-abandoned');
        response.destroy();
      });
    });
    server.on('upgrade', (request, socket, head) => {
      if (answering.giveUp(socket)) return;
      sockets.upgrade(server, boundPort, { request, socket, head });
    });
    return server;
  };
  let boundPort = port;
  const first = make();
  await listen(first, '127.0.0.1', port);
  boundPort = portOf(first);
  const servers = [first];
  const second = make();
  try {
    await listen(second, '::1', boundPort);
    servers.push(second);
  } catch {
    // This machine has no IPv6, or the port is taken there: tools get the address 127.0.0.1 anyway.
    second.close();
  }
  return {
    port: boundPort,
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeIdleConnections();
      }
      for (const door of http2Doors) door.close();
      sockets.close();
    },
    destroy: () => {
      for (const server of servers) server.closeAllConnections();
      for (const door of http2Doors) door.destroy();
      sockets.destroy();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new PurserError(
              'PORT_TAKEN',
              `Port ${port} on ${host} is taken by another program. Stop it, or choose another with --port; tools ` +
                `that were connected must then be connected again.`,
              { cause: error },
            )
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
