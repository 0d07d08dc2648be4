import type { SecretStore } from '../secrets/secret-store.ts';

/**
 * Asks for each secret once in this run: a keychain may take long to answer, and requests wait at the same door for
 * theirs.
 */
export function rememberSecrets(secrets: Pick<SecretStore, 'get' | 'set'>): Pick<SecretStore, 'get' | 'set'> {
  const known = new Map<string, string>();
  return {
    async get(name) {
      const secret = known.get(name) ?? (await secrets.get(name));
      if (secret !== undefined) known.set(name, secret);
      return secret;
    },
    async set(name, secret) {
      await secrets.set(name, secret);
      known.set(name, secret);
    },
  };
}
