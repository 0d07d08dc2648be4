import { openKeychainStore } from './keychain-store.ts';
import { createMemoryStore } from './memory-store.ts';
import type { SecretStore } from './secret-store.ts';
import { openVaultStore } from './vault-store.ts';

/** Where the person wants provider keys to live. */
export type SecretStoreChoice =
  | { readonly kind: 'keychain' }
  | { readonly kind: 'vault'; readonly file: string; readonly passphrase: string }
  | { readonly kind: 'memory' };

/**
 * Opens the store the person chose, and only that one: a store that fails is reported, never replaced.
 * @param options.namespace separates data folders that share one keychain; pass the data folder.
 * @throws PurserError `SECRETS_UNAVAILABLE`, or `INVALID_INPUT` for an empty passphrase.
 */
export async function openSecretStore(
  choice: SecretStoreChoice,
  options: { readonly namespace: string },
): Promise<SecretStore> {
  switch (choice.kind) {
    case 'keychain':
      return openKeychainStore(options);
    case 'vault':
      return openVaultStore(choice);
    case 'memory':
      return createMemoryStore();
  }
}
