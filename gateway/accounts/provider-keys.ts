import type { ProviderName } from '../../shared/ids.ts';
import type { KeyLeases } from '../key-sources/leases/key-leases.ts';
import type { ProviderRecord } from '../ledger/records.ts';
import type { SecretStore } from '../secrets/secret-store.ts';

/** The real keys of providers: in the secret store, or with the manager that keeps them. */
export interface ProviderKeys {
  /** @returns undefined when the secret store has none @throws PurserError `SECRETS_UNAVAILABLE` */
  of(record: Pick<ProviderRecord, 'name' | 'keyFrom'>): Promise<string | undefined>;
  /** The key as this process has it, without asking a manager for it. */
  inUse(record: Pick<ProviderRecord, 'name' | 'keyFrom'>): Promise<string | undefined>;
  /** The provider has refused this key: a manager that keeps it may have another one by now. */
  refused(record: Pick<ProviderRecord, 'name' | 'keyFrom'>, key: string): void;
  /** Puts a key into the secret store. */
  store(name: ProviderName, secret: string): Promise<void>;
  /** Remembers that there is no key in the store. */
  none(name: ProviderName): void;
  /** Deletes the stored one. */
  delete(name: ProviderName): Promise<void>;
}

export interface ProviderKeysDeps {
  readonly secrets: SecretStore;
  /** The keys that secret managers keep; left out: none does. */
  readonly leases?: Pick<KeyLeases, 'keyOf' | 'heldOf' | 'refused' | 'forget'>;
}

const secretName = (name: ProviderName): string => `provider:${name}`;

/** @see ProviderKeys */
export function createProviderKeys({ secrets, leases }: ProviderKeysDeps): ProviderKeys {
  // Read once per run and kept only in this process: a keychain may prompt, and a request must not wait for that.
  const cached = new Map<string, string | undefined>();
  const stored = async (name: ProviderName): Promise<string | undefined> => {
    if (cached.has(name)) return cached.get(name);
    const secret = await secrets.get(secretName(name));
    cached.set(name, secret);
    return secret;
  };
  return {
    of: async ({ name, keyFrom }) => (keyFrom ? leases?.keyOf(name, keyFrom) : stored(name)),
    inUse: async ({ name, keyFrom }) => (keyFrom ? leases?.heldOf(name) : stored(name)),
    refused: ({ name, keyFrom }, key) => void (keyFrom && leases?.refused(name, key)),
    async store(name, secret) {
      await secrets.set(secretName(name), secret);
      cached.set(name, secret);
      leases?.forget(name);
    },
    none: (name) => void cached.set(name, undefined),
    async delete(name) {
      cached.delete(name);
      leases?.forget(name);
      await secrets.delete(secretName(name));
    },
  };
}
