import { ServerResponse } from 'node:http';
import type { IncomingMessage } from 'node:http';

/**
 * A response whose bytes can be listened to as they are sent. Node has no event for what is written to one. It delays
 * nothing, and copies nothing without a listener.
 */
export class TeeResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  #listener: ((bytes: Buffer) => void) | undefined;

  /** From now on the listener gets the bytes that are sent. */
  tee(listener: (bytes: Buffer) => void): void {
    this.#listener = listener;
  }

  override write(...given: readonly unknown[]): boolean {
    this.#hear(given[0]);
    return Reflect.apply(super.write, this, given) === true;
  }

  override end(...given: readonly unknown[]): this {
    this.#hear(given[0]);
    Reflect.apply(super.end, this, given);
    return this;
  }

  #hear(piece: unknown): void {
    if (this.#listener === undefined) return;
    if (typeof piece === 'string') this.#listener(Buffer.from(piece));
    else if (piece instanceof Uint8Array) this.#listener(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  }
}
