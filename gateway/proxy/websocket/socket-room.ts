import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocketServer } from 'ws';
import type { ByteBudget } from '../../domain/caps/byte-budget.ts';

/** The server of the open connections, and the limit on their number. */
export interface SocketRoom {
  readonly server: WebSocketServer;
  /**
   * Each connection takes one seat, because it also takes one at its provider under the real key, even while nothing
   * runs on it.
   */
  readonly seats: Pick<ByteBudget, 'open'>;
}

/** A request for a WebSocket. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  /** The bytes after its headers. */
  readonly head: Buffer;
}

/** An open connection, as whoever closes all of them sees it. */
export interface OpenConnection {
  /** Ends it when nothing runs any more. The first reason counts. @param code the reason as a code: RFC 6455, 7.4.1 */
  drain(code: 1001 | 1008, reason: string): void;
  terminate(): void;
}
