import type { ServerResponse } from 'node:http';

/**
 * Hears what is sent to a client from now on, as it is sent: nothing is held up, and where nobody listens nothing is
 * wrapped. A reply has no event for what is written to it.
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
