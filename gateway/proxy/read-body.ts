import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

export type BodyResult =
  | { readonly read: true; readonly bytes: Buffer }
  | { readonly read: false; readonly fault: 'too-large' | 'unsupported-encoding' | 'damaged'; readonly message: string };

type Decode = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: promisify(zlib.gunzip),
  'x-gzip': promisify(zlib.gunzip),
  deflate: promisify(zlib.inflate),
  br: promisify(zlib.brotliDecompress),
  // Node 20 has none; from Node 22.15 on it is there. Codex compresses with it.
  ...('zstdDecompress' in zlib ? { zstd: promisify(zlib.zstdDecompress) } : {}),
};

/**
 * Reads a whole request body, decompressed.
 * @param maxBytes the limit, of the body as sent and of what it decompresses to
 * @throws when the client goes away before the end
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyResult> {
  const tooLarge: BodyResult = { read: false, fault: 'too-large', message: `The request body is larger than ${Math.floor(maxBytes / 2 ** 20)} MiB.` };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroyed on an early return: the client must still hear why.
  const pieces: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const bytes of pieces) {
    size += bytes.length;
    if (size > maxBytes) return tooLarge;
    chunks.push(bytes);
  }
  const bytes = Buffer.concat(chunks);
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding === 'identity') return { read: true, bytes };
  const decode = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (!decode) {
    return { read: false, fault: 'unsupported-encoding', message: `Purser cannot read a body compressed with "${encoding}". Send it plain, or with ${Object.keys(DECODERS).join(', ')}.` };
  }
  try {
    return { read: true, bytes: await decode(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const grew = error instanceof RangeError;
    return grew ? tooLarge : { read: false, fault: 'damaged', message: `The request body says it is compressed with ${encoding}, but it does not decompress.` };
  }
}
