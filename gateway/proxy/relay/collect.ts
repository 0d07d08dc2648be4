/** No reply that Purser reads as a whole is larger. */
export const MOST_REPLY_BYTES = 64 * 2 ** 20;

/**
 * The whole of a body.
 * @param most in bytes
 * @throws RangeError when it is larger
 */
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
