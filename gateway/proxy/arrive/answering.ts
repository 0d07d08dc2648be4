import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Which connections are being answered. */
export interface Answering {
  add(socket: Duplex, response: ServerResponse): void;
  /**
   * Takes over a connection on which another protocol was asked for behind a request that is not answered yet. Node has
   * let go of it: nobody would tell those responses that their client has gone, and they would run for ever. They are
   * finished or given up here, and then the connection is closed: what was asked behind them may be asked anew.
   * @returns false where nothing is being answered
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
      // Read on, so that its end is heard.
      socket.resume();
      return true;
    },
  };
}
