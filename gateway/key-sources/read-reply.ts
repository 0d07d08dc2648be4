import type { Dispatcher } from 'undici';

/** The most that a secret and what is around it can be. */
const MOST_BYTES = 2 ** 20;

/**
 * Reads what a manager answered, as JSON. No error of it may have a piece of the text: a secret may be in it.
 * @returns undefined for what is no JSON @throws Error for a longer text
 */
export async function readReply(body: Dispatcher.ResponseData['body']): Promise<unknown> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of toPieces(body)) {
    length += piece.length;
    if (length > MOST_BYTES) throw new Error('too much');
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return undefined;
  }
}

function toPieces(body: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return body;
}
