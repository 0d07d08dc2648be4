import { request } from 'undici';
import { PurserError } from '../../shared/errors.ts';
import { explainIntermediary } from '../domain/words/unreachable.ts';
import type { WayOut } from '../egress/egress.ts';

/** Five times the size of today's publications. */
const MOST_BYTES = 32 * 2 ** 20;
const FETCH_MS = 60_000;

/**
 * Fetches published prices; nothing about the person goes along but the request itself.
 * @throws PurserError `PRICES_UNAVAILABLE`
 */
export async function fetchJson({ dispatcher, hopTo }: WayOut, url: string): Promise<unknown> {
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
    const { host, origin } = new URL(url);
    const code: unknown = Reflect.get(Object(error), 'code');
    const why = explainIntermediary(typeof code === 'string' ? code : '', origin, hopTo(new URL(url)));
    throw new PurserError(
      'PRICES_UNAVAILABLE',
      `Newer prices could not be fetched from ${host}. ${why === undefined ? '' : `${why} `}Nothing was changed; ` +
        `try again when ${why === undefined ? 'the network is there' : 'that is put right'}.`,
      { cause: error },
    );
  }
}
