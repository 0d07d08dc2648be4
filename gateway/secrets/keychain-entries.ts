import { PurserError } from '../../shared/errors.ts';
import { busAnswers } from './bus-answers.ts';
import { createKeychainThread, NoLibrary } from './keychain-thread.ts';
import type { KeychainJob } from './keychain-worker.ts';

/** One named place in the OS keychain. The methods reject when the keychain refuses; `null` is "not there". */
export interface KeychainEntry {
  getPassword(): Promise<string | null>;
  setPassword(password: string): Promise<void>;
  deletePassword(): Promise<void>;
}

/** Entries by account name. */
export type OpenKeychainEntry = (account: string) => KeychainEntry;

/** The time that the session bus may take for its first answer, in milliseconds. */
const BUS_MS = 4_500;

/**
 * The keychain, by its native library, in a thread of its own. [Note: no kernel keyring] The library's `keytar` entry
 * falls back to the Linux kernel keyring when no secret service answers. That keyring forgets everything at logout, and
 * no person chose it, so entries are made by the same library's own constructor, which can insist on the secret
 * service. Its methods reject with `SECRETS_UNAVAILABLE` when there is no binary for this platform, or a bus that says
 * nothing.
 */
export function loadKeychain(env: Readonly<Record<string, string | undefined>> = process.env): OpenKeychainEntry {
  const thread = createKeychainThread();
  return (account) => {
    const ask = async (act: KeychainJob['act']): Promise<string | null> => {
      if (!(await busAnswers(env, BUS_MS)))
        throw keychainRefusal('is behind a session bus (D-Bus) that takes connections but does not answer');
      return thread.ask(account, act).catch((cause: unknown) => {
        throw cause instanceof NoLibrary
          ? keychainRefusal(`has no library for this system (${process.platform} ${process.arch})`, cause)
          : cause;
      });
    };
    return {
      getPassword: () => ask({ do: 'get' }),
      setPassword: async (password) => void (await ask({ do: 'set', password })),
      deletePassword: async () => void (await ask({ do: 'delete' })),
    };
  };
}

/**
 * The error of every keychain failure. The host adds the choices, in its own words.
 * @param happened continues "The OS keychain", such as "did not answer".
 * @param cause goes along for the developer; keychain libraries do not put secrets in their errors.
 */
export function keychainRefusal(happened: string, cause?: unknown): PurserError {
  const linux =
    process.platform === 'linux'
      ? ' On Linux it needs a running and unlocked secret service: install gnome-keyring or KWallet and start Purser ' +
        'from your desktop session, where DBUS_SESSION_BUS_ADDRESS is set.'
      : '';
  return new PurserError(
    'SECRETS_UNAVAILABLE',
    `The OS keychain ${happened}, and Purser never keeps provider keys unencrypted instead.${linux}`,
    { cause },
  );
}
