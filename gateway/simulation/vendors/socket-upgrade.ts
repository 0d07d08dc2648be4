import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A request to upgrade a connection, as Node hands it over. */
export interface SocketUpgrade {
  readonly message: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}
