/** The largest reply that Purser reads as a whole, in bytes. */
export const MOST_REPLY_BYTES = 64 * 2 ** 20;

/** Collects a whole body. @param most its limit in bytes @throws RangeError when the body is larger */
export async function collect(body: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const bytes of body) {
    size += bytes.length;
    if (size > most) throw new RangeError('the reply is larger than Purser reads');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
