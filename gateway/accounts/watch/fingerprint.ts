import { hash, webcrypto } from 'node:crypto';

/** Larger bodies are hashed off the event loop: otherwise every stream would stand still meanwhile. */
const LARGE_BYTES = 512 * 2 ** 10;

/** Gives equal bodies the same text. @returns SHA-1, base64: it finds repetitions and protects nothing */
export async function fingerprint(body: Buffer): Promise<string> {
  if (body.length <= LARGE_BYTES) return hash('sha1', body, 'base64');
  return Buffer.from(await webcrypto.subtle.digest('SHA-1', body)).toString('base64');
}
