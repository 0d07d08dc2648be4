import type { IncomingHttpHeaders } from 'node:http';
import { Duplex, pipeline } from 'node:stream';
import type { Readable, Transform } from 'node:stream';
import * as zlib from 'node:zlib';

/** A reply's bytes, readable: what a provider compresses although it was asked not to is decompressed. */
export interface DecodedReply {
  readonly body: Readable;
  /** False for a compression that Purser cannot read: it passes as it came, and is settled at its bound. */
  readonly readable: boolean;
  /** What to tell the client of it. */
  readonly encoding: string | undefined;
}

type Create = () => Transform;

const DECODERS: Readonly<Record<string, Create>> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  deflate: zlib.createInflate,
  br: zlib.createBrotliDecompress,
  // Node 20 has none; from Node 22.15 on it is there.
  ...('createZstdDecompress' in zlib ? { zstd: zlib.createZstdDecompress } : {}),
};

/** A reply as it came. */
interface RawReply {
  readonly body: Readable;
  readonly headers: IncomingHttpHeaders;
}

/** @see DecodedReply */
export function decodeReply({ body, headers }: RawReply): DecodedReply {
  const encoding = headers['content-encoding']?.toLowerCase();
  if (encoding === undefined || encoding === 'identity') return { body, readable: true, encoding: undefined };
  const create = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (!create) return { body, readable: false, encoding };
  const decode = (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> => decompress(source, create);
  // A fault on either side reaches the reader of the other; it is handled there.
  return { body: pipeline(body, Duplex.from(decode), () => undefined), readable: true, encoding: undefined };
}

/** So many bytes of text, and no compression looks like that. */
const TELLING_BYTES = 16;
/** What no text has in it. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Something on the way may have decompressed a reply and left its header as it was: then it passes as it is. */
async function* decompress(source: AsyncIterable<Buffer>, create: Create): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < TELLING_BYTES) {
    const next = await pieces.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
    // A first byte of any other kind tells at once, and a stream must not wait for its next event.
    if (!looksPlain(head)) break;
  }
  const whole = join(head, pieces);
  yield* looksPlain(head) ? whole : pipeline(whole, create(), () => undefined);
}

/** True for the beginning of a text in UTF-8, wherever it was cut. */
function looksPlain(head: Buffer): boolean {
  try {
    return !CONTROL.test(
      new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, TELLING_BYTES), { stream: true }),
    );
  } catch {
    return false;
  }
}

async function* join(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
