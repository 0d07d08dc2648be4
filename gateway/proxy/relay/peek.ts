import { Readable } from 'node:stream';

/** The beginning of a body, and the whole body for reading on. */
export interface Peeked {
  readonly head: Buffer;
  readonly body: Readable;
}

/** A body that begins with this many blanks does not reveal its kind. */
const MOST_BYTES = 4_096;

/**
 * Reads the beginning of a body until that reveals enough. A later error reaches the reader of the whole body.
 * @param tells true when more would reveal nothing new
 */
export async function peek(body: Readable, tells: (head: Buffer) => boolean): Promise<Peeked> {
  const pieces: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  let fault: Error | undefined;
  let done = false;
  let size = 0;
  while (!done && size < MOST_BYTES && !tells(Buffer.concat(read))) {
    try {
      const next = await pieces.next();
      done = next.done === true;
      if (next.done !== true) {
        read.push(next.value);
        size += next.value.length;
      }
    } catch (error) {
      fault = error instanceof Error ? error : new Error('the body broke off');
      done = true;
    }
  }
  const rest = async function* (): AsyncGenerator<Buffer> {
    try {
      yield* read;
      if (fault) throw fault;
      for (let next = done ? undefined : await pieces.next(); next && next.done !== true; next = await pieces.next())
        yield next.value;
    } finally {
      // A reader that leaves early releases the provider, as if nothing stood in between.
      body.destroy();
    }
  };
  return { head: Buffer.concat(read), body: Readable.from(rest(), { objectMode: false }) };
}
