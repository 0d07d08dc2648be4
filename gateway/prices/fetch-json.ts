import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { PurserError } from '../../shared/errors.ts';

/** Five times what is published today. */
const MOST_BYTES = 32 * 2 ** 20;
const FETCH_MS = 60_000;

/**
 * Fetches published prices; nothing about the person goes along but the request itself.
 * @throws PurserError `PRICES_UNAVAILABLE`
 */
export async function fetchJson(dispatcher: Dispatcher, url: string): Promise<unknown> {
  try {
    const { statusCode, body } = await request(url, {
      dispatcher,
      signal: AbortSignal.timeout(FETCH_MS),
      headers: { accept: 'application/json' },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const pieces: AsyncIterable<Buffer> = body;
    for await (const piece of pieces) {
      size += piece.length;
      if (size > MOST_BYTES) throw new RangeError('too large');
      chunks.push(piece);
    }
    if (statusCode !== 200) throw new Error(`status ${statusCode}`);
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw new PurserError(
      'PRICES_UNAVAILABLE',
      `Newer prices could not be fetched from ${new URL(url).host}. Nothing was changed; try again when the network is there.`,
      { cause: error },
    );
  }
}
