import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Keeps track of the connections with unanswered requests. */
export interface Answering {
  add(socket: Duplex, response: ServerResponse): void;
  /**
   * Takes over a connection when a request for another protocol follows requests that are not answered yet. Node has
   * let go of the connection, so it would never report to those responses that their client has gone, and they would
   * run for ever. Here they are finished or given up, and then the connection is closed: the client may send the later
   * request again.
   * @returns false when no request is being answered
   */
  giveUp(socket: Duplex): boolean;
}

export function createAnswering(): Answering {
  const open = new WeakMap<Duplex, Set<ServerResponse>>();
  return {
    add(socket, response) {
      const responses = open.get(socket) ?? new Set();
      open.set(socket, responses.add(response));
      response.once('close', () => responses.delete(response));
    },
    giveUp(socket) {
      const responses = open.get(socket);
      if (!responses || responses.size === 0) return false;
      for (const response of responses) {
        response.once('close', () => {
          if (responses.size === 0) socket.destroy();
        });
      }
      socket.on('error', () => socket.destroy());
      socket.on('end', () => socket.destroy());
      socket.once('close', () => {
        for (const response of responses) {
          response.destroyed = true;
          response.emit('close');
        }
      });
      // Reading on makes the end of the connection visible.
      socket.resume();
      return true;
    },
  };
}
