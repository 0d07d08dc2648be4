import type { IncomingHttpHeaders } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';

/** A reply's bytes, readable: what a provider compresses although it was asked not to is decompressed. */
export interface DecodedReply {
  readonly body: Readable;
  /** False for a compression that Purser cannot read: it passes as it came, and is settled at its bound. */
  readonly readable: boolean;
  /** What to tell the client of it. */
  readonly encoding: string | undefined;
}

const DECODERS: Readonly<Record<string, () => Transform>> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

/** @see DecodedReply */
export function decodeReply({ body, headers }: Pick<Dispatcher.ResponseData, 'body'> & { readonly headers: IncomingHttpHeaders }): DecodedReply {
  const encoding = headers['content-encoding']?.toLowerCase();
  if (encoding === undefined || encoding === 'identity') return { body, readable: true, encoding: undefined };
  const create = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (!create) return { body, readable: false, encoding };
  // A fault on either side reaches the reader of the other; it is handled there.
  return { body: pipeline(body, create(), () => undefined), readable: true, encoding: undefined };
}
