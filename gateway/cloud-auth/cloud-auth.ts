import type { Dispatcher } from 'undici';
import type { Authorize } from '../providers/authorize.ts';
import type { CloudKey } from '../providers/provider-spec.ts';
import { signForAws } from './sign-for-aws.ts';
import { tokenOfGoogle } from './token-of-google.ts';

/** Finds how requests to the providers of clouds are authorized. */
export interface CloudAuth {
  /**
   * @param key as it is in the secret store
   * @returns undefined for a key that goes into a header as it is
   * @throws PurserError `SECRETS_UNAVAILABLE` for a key of no known form
   */
  authorizeFor(cloud: CloudKey, key: string): Authorize | undefined;
}

/** @param dispatcher the way out, on which logins are renewed and tokens fetched */
export function createCloudAuth(dispatcher: Dispatcher): CloudAuth {
  const known = new Map<string, Authorize>();
  return {
    authorizeFor({ cloud, isPlain }, key) {
      if (isPlain(key)) return undefined;
      const name = `${cloud} ${key}`;
      const authorize = known.get(name) ?? OPENERS[cloud](key, dispatcher);
      known.set(name, authorize);
      return authorize;
    },
  };
}

const OPENERS: Readonly<Record<CloudKey['cloud'], (key: string, dispatcher: Dispatcher) => Authorize>> = {
  aws: signForAws,
  google: tokenOfGoogle,
};
