import { PurserError } from '../../shared/errors.ts';

/** One named place in the OS keychain. The methods reject when the keychain refuses; `null` is "not there". */
export interface KeychainEntry {
  getPassword(): Promise<string | null>;
  setPassword(password: string): Promise<void>;
  deletePassword(): Promise<boolean>;
}

/** Opens entries by account name. Makes the D-Bus connection on Linux, so it may throw too. */
export type OpenKeychainEntry = (account: string) => KeychainEntry;

const SERVICE = 'purser';

/**
 * Loads the native keychain library.
 *
 * [Note: no kernel keyring] The library's `keytar` entry falls back to the Linux kernel keyring when no secret
 * service answers. That keyring forgets everything at logout, and nobody chose it, so entries are made by
 * the same library's own constructor, which can insist on the secret service.
 * @throws PurserError `SECRETS_UNAVAILABLE` when there is no binary for this platform.
 */
export async function loadKeychain(): Promise<OpenKeychainEntry> {
  // Imported late, so that the vault and memory stores work where the native library does not load.
  const library = await import('@napi-rs/keyring').catch((cause: unknown) => {
    throw keychainRefusal(`has no library for this system (${process.platform} ${process.arch})`, cause);
  });
  return (account) => new library.AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } });
}

/**
 * The refusal every keychain failure ends in: what happened. The host adds the choices, in its own words.
 * @param happened continues "The OS keychain", such as "did not answer".
 * @param cause goes along for the developer; keychain libraries do not put secrets in their errors.
 */
export function keychainRefusal(happened: string, cause?: unknown): PurserError {
  const linux =
    process.platform === 'linux'
      ? ' On Linux it needs a running and unlocked secret service: install gnome-keyring or KWallet and start Purser from your desktop session, where DBUS_SESSION_BUS_ADDRESS is set.'
      : '';
  return new PurserError(
    'SECRETS_UNAVAILABLE',
    `The OS keychain ${happened}, and Purser never keeps provider keys unencrypted instead.${linux}`,
    { cause },
  );
}
