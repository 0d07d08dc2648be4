import type { Method } from '../dialects/dialect.ts';

/** A request as it is about to leave, as far as the proof of who pays depends on it. */
export interface Unauthorized {
  readonly url: URL;
  readonly method: Method;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | undefined;
}

/** Headers that prove who pays for a request. */
export interface Authorized {
  readonly headers: Readonly<Record<string, string>>;
  /** A secret among them, which must not come back in a reply; left out where there is none. */
  readonly secret?: string;
}

/**
 * Authorizes one request with the key of a cloud: signs it, or fetches a token.
 * @throws PurserError `SECRETS_UNAVAILABLE` with what to do about it
 */
export type Authorize = (request: Unauthorized) => Promise<Authorized>;
