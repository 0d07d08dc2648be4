import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { createByteBudget } from '../../domain/caps/byte-budget.ts';
import { KEY_PROTOCOL } from '../caller/credentials.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { continueAsHttp } from './continue-as-http.ts';
import type { OpenConnection, Upgrade } from './socket-room.ts';
import { handleUpgrade } from './way-of-a-socket.ts';

/** The entrance for WebSockets, with a list of the open ones: an HTTP server forgets them. */
export interface SocketDoor {
  /** @param port the port the gateway listens on */
  upgrade(http: Server, port: number, upgrade: Upgrade): void;
  /** Closes each connection when nothing runs on it. */
  close(): void;
  /** Drops every remaining connection. */
  destroy(): void;
}

/** Codex opens one for each conversation; a tool that gets none falls back to HTTP. */
const MOST_CONNECTIONS = { all: 64, each: 16 };

export function createSocketDoor(deps: ProxyDeps): SocketDoor {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: deps.maxBodyBytes,
    perMessageDeflate: false,
    // A browser's client puts its key among the protocols it offers, and needs one of the others in return.
    handleProtocols: (offered) => [...offered].find((name) => !name.startsWith(KEY_PROTOCOL)) ?? false,
  });
  const seats = createByteBudget(MOST_CONNECTIONS);
  const sessions = new Set<OpenConnection>();
  return {
    upgrade(http, port, upgrade) {
      const { request, socket, head } = upgrade;
      if (request.headers.upgrade?.toLowerCase() !== 'websocket') return continueAsHttp(http, request, socket, head);
      socket.on('error', () => socket.destroy());
      handleUpgrade(deps, { server, seats }, port, upgrade).then(
        (session) => {
          if (!session) return;
          sessions.add(session);
          socket.once('close', () => sessions.delete(session));
        },
        () => {
          deps.log.log('error', 'upgrade-failed');
          socket.destroy();
        },
      );
    },
    close: () => {
      for (const session of sessions) session.drain(1001, 'shutting-down');
    },
    destroy: () => {
      for (const session of sessions) session.terminate();
    },
  };
}
