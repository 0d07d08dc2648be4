import type { IncomingHttpHeaders } from 'node:http';
import { isSubKeyShaped } from '../domain/sub-key.ts';

/** Every header in which tools send a key. Whatever they hold, it is somebody's secret: never forwarded, never logged. */
const CREDENTIAL_HEADERS = ['authorization', 'x-api-key', 'x-goog-api-key', 'api-key', 'cookie', 'proxy-authorization'] as const;

/**
 * Lists the values that could be sub-keys, from every place tools put them. A tool may send the person's real
 * key beside ours, so all places are looked at and the rest is dropped unread.
 */
export function listSubKeyCandidates(headers: IncomingHttpHeaders, query: URLSearchParams): readonly string[] {
  const values = CREDENTIAL_HEADERS.map((name) => headers[name]).filter((value) => typeof value === 'string');
  const bare = [...values, ...query.getAll('key')].map((value) => value.replace(/^Bearer\s+/i, '').trim());
  return [...new Set(bare)].filter(isSubKeyShaped);
}

/** True for a header that must not leave this machine. */
export function isCredentialHeader(name: string): boolean {
  return CREDENTIAL_HEADERS.some((credential) => credential === name);
}
