import type { Readable } from 'node:stream';
import { readPieces } from '../../platform/read-pieces.ts';

/** The largest reply that Purser reads as a whole, in bytes. */
export const MOST_REPLY_BYTES = 64 * 2 ** 20;

/** Collects a whole body. @param most its limit in bytes @throws RangeError when the body is larger */
export async function collect(body: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const isWhole = await readPieces(body, (bytes) => {
    size += bytes.length;
    if (size <= most) chunks.push(bytes);
    return size <= most;
  });
  if (!isWhole) {
    body.destroy();
    throw new RangeError('the reply is larger than Purser reads');
  }
  const [only, ...more] = chunks;
  return only && more.length === 0 ? only : Buffer.concat(chunks);
}
