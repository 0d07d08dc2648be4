import type { ServerResponse } from 'node:http';

/**
 * Passes on a copy of all bytes that are sent to a client from now on. Nothing is held up. It wraps the methods of the
 * reply, which has no event for written bytes.
 */
export function tapReply(response: ServerResponse, hear: (bytes: Buffer) => void): void {
  for (const name of ['write', 'end'] as const) {
    const send = response[name].bind(response);
    const heard = (...given: readonly unknown[]): unknown => {
      const [piece] = given;
      if (typeof piece === 'string') hear(Buffer.from(piece));
      else if (piece instanceof Uint8Array) hear(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
      return Reflect.apply(send, response, given);
    };
    Object.defineProperty(response, name, { value: heard });
  }
}
