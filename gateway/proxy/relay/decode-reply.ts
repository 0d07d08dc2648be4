import type { IncomingHttpHeaders } from 'node:http';
import { Duplex, pipeline } from 'node:stream';
import type { Readable, Transform } from 'node:stream';
import * as zlib from 'node:zlib';

/** A readable reply: bytes that a provider compressed without being asked are decompressed. */
export interface DecodedReply {
  readonly body: Readable;
  /** False for a compression that Purser cannot read: the reply passes unchanged, and is settled at its bound. */
  readonly readable: boolean;
  /** The encoding that the client is told. */
  readonly encoding: string | undefined;
}

type Create = () => Transform;

const DECODERS: Readonly<Record<string, Create>> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  deflate: zlib.createInflate,
  br: zlib.createBrotliDecompress,
  // Node has this from 22.15 on; Node 20 does not.
  ...('createZstdDecompress' in zlib ? { zstd: zlib.createZstdDecompress } : {}),
};

/** A reply as the provider sent it. */
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
  // An error on either side reaches the reader on the other, where it is handled.
  return { body: pipeline(body, Duplex.from(decode), () => undefined), readable: true, encoding: undefined };
}

/** No compression looks like this many bytes of text. */
const TELLING_BYTES = 16;
/** Matches characters that no text contains. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/**
 * Decompresses a reply, unless something on the way has already done so and left the header: then it passes unchanged.
 */
async function* decompress(source: AsyncIterable<Buffer>, create: Create): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < TELLING_BYTES) {
    const next = await pieces.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
    // Bytes that are no text decide at once; a stream must not wait for its next event.
    if (!looksPlain(head)) break;
  }
  const whole = join(head, pieces);
  yield* looksPlain(head) ? whole : pipeline(whole, create(), () => undefined);
}

/** True for the beginning of a UTF-8 text, wherever it was cut. */
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
