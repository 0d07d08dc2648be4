import { Readable } from 'node:stream';

/** The beginning of a body, and the whole of it to be read on. */
export interface Peeked {
  readonly head: Buffer;
  readonly body: Readable;
}

/** Whoever sends so many blanks first, or one by one, does not tell what comes. */
const MOST_BYTES = 4_096;

/**
 * Reads the beginning of a body until it tells enough. What breaks later breaks for whoever reads on.
 * @param tells true when more would tell nothing new
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
      // Who leaves early lets the provider go, as if this had never stood between them.
      body.destroy();
    }
  };
  return { head: Buffer.concat(read), body: Readable.from(rest(), { objectMode: false }) };
}
