/** Reads an answer as text. @throws Error where it is longer than so many bytes */
export async function readBounded({ body }: Response, most: number): Promise<string> {
  if (!body) return '';
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces).toString('utf8');
    length += value.byteLength;
    if (length > most) {
      await reader.cancel();
      throw new Error(`It answered with more than ${Math.round(most / 2 ** 20)} MiB. Ask it for less.`);
    }
    pieces.push(value);
  }
}
