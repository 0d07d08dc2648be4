import { ServerResponse } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * Replies to a request for another protocol, in plain HTTP on its socket, and closes that afterwards.
 * @returns undefined: there is no connection
 */
export function replyTo(
  request: IncomingMessage,
  socket: Duplex,
  write: (response: ServerResponse) => void,
): undefined {
  if (!(socket instanceof Socket)) {
    socket.destroy();
    return undefined;
  }
  const response = new ServerResponse(request);
  response.assignSocket(socket);
  response.once('finish', () => socket.end());
  write(response);
  return undefined;
}

/** Replies that this protocol is not spoken here. Codex then uses HTTP at once; on 404 it would try seven times. */
export function refuseUpgrade(request: IncomingMessage, socket: Duplex): undefined {
  return replyTo(request, socket, (response) => {
    const body = JSON.stringify({
      error: {
        message: 'There is no WebSocket here. Use HTTP.',
        type: 'invalid_request_error',
        param: null,
        code: 'no-websocket',
      },
    });
    response.writeHead(426, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      upgrade: 'websocket',
      connection: 'upgrade, close',
    });
    response.end(body);
  });
}
