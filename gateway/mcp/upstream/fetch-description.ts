import { readBounded } from './read-bounded.ts';

/** In bytes. */
const MOST = 32 * 2 ** 20;
const PATIENCE_MS = 30_000;

/**
 * Fetches the OpenAPI description of an API: once, when a person names its address. It is kept; what stands there
 * later changes nothing.
 * @param fetch over the person's own way out
 * @throws Error in words
 */
export async function fetchDescription(fetch: typeof globalThis.fetch, url: string): Promise<string> {
  const { host } = new URL(url);
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((cause: unknown) => {
    throw new Error(`The OpenAPI description at ${host} cannot be reached. Check the address and your network.`, {
      cause,
    });
  });
  if (!response.ok)
    throw new Error(`There is no OpenAPI description at that address: ${host} answered ${response.status}.`);
  return readBounded(response, MOST).catch((cause: unknown) => {
    throw new Error(`The OpenAPI description at ${host} could not be read: it is too large, or it ended early.`, {
      cause,
    });
  });
}
