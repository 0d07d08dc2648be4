import { createHash, webcrypto } from 'node:crypto';

/** Above this, it is worked out beside the event loop: every stream would stand still meanwhile. */
const LARGE_BYTES = 512 * 2 ** 10;

/** The same text for the same body. @returns SHA-1, base64: it finds repetitions and guards nothing */
export async function fingerprint(body: Buffer): Promise<string> {
  if (body.length <= LARGE_BYTES) return createHash('sha1').update(body).digest('base64');
  return Buffer.from(await webcrypto.subtle.digest('SHA-1', body)).toString('base64');
}
