import { createHash, randomUUID } from 'node:crypto';
import { PurserError } from '../../shared/errors.ts';
import { keychainRefusal, loadKeychain } from './keychain-entries.ts';
import type { KeychainEntry } from './keychain-entries.ts';
import type { SecretStore } from './secret-store.ts';
import { createTaskQueue } from '../platform/task-queue.ts';

export interface KeychainOptions {
  /** Separates data folders: each sees only its own entries. */
  readonly namespace: string;
  /** The time that a keychain may take to answer at all, in milliseconds. */
  readonly answerMs?: number;
  /**
   * The time that a person may take to unlock it, in milliseconds: the desktop asks for a password on the first write.
   */
  readonly unlockMs?: number;
}

/**
 * Opens the OS keychain, after proving with an entry of its own that it reads, writes and deletes.
 * @throws PurserError `SECRETS_UNAVAILABLE` when it does not.
 */
export async function openKeychainStore(options: KeychainOptions): Promise<SecretStore> {
  const { answerMs = 5_000, unlockMs = 60_000 } = options;
  const open = loadKeychain();
  const suffix = createHash('sha256').update(options.namespace).digest('hex').slice(0, 16);
  // One at a time, so that a call that comes back late cannot overtake a newer one.
  const queue = createTaskQueue();

  /** A call that timed out before its turn is never started. */
  function call<Result>(
    name: string,
    limitMs: number,
    action: (entry: KeychainEntry, expired: () => boolean) => Promise<Result>,
  ): Promise<Result> {
    let expired = false;
    const done = queue.run(async () =>
      expired ? Promise.reject(new Error('expired')) : action(open(`${name}@${suffix}`), () => expired),
    );
    return within(done, limitMs, () => {
      expired = true;
    });
  }

  const store: SecretStore = {
    kind: 'keychain',
    get: (name) => call(name, unlockMs, async (entry) => (await entry.getPassword()) ?? undefined),
    set: (name, secret) =>
      call(name, unlockMs, async (entry, expired) => {
        const before = await entry.getPassword();
        await entry.setPassword(secret);
        // The caller was told that nothing changed, so a write that the keychain finished too late is undone.
        if (expired()) await (before === null ? entry.deletePassword() : entry.setPassword(before));
      }),
    delete: (name) => call(name, unlockMs, (entry) => entry.deletePassword()),
  };

  const probe = `probe-${randomUUID()}`;
  // Reading a missing entry needs no unlocking, so silence here means that no person is being asked.
  await call(probe, answerMs, (entry) => entry.getPassword());
  await store.set(probe, probe);
  const read = await store.get(probe);
  await store.delete(probe);
  if (read !== probe) throw keychainRefusal('did not return what was written to it');
  return store;
}

async function within<Result>(work: Promise<Result>, limitMs: number, onLate: () => void): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onLate();
      reject(
        keychainRefusal(
          `did not answer within ${Math.ceil(limitMs / 1000)} seconds (it may be locked, with its password prompt ` +
            `still open)`,
        ),
      );
    }, limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw error instanceof PurserError ? error : keychainRefusal('did not answer or is locked', error);
  } finally {
    clearTimeout(timer);
  }
}
