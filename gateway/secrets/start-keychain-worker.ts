import { Worker } from 'node:worker_threads';

/**
 * Starts the thread that talks to the keychain. Its file lies beside this one: in the sources, and in the bundles,
 * where both are put into the folder of the chunks. This module is imported when it is needed only, so that it stays a
 * file of its own.
 */
export function startKeychainWorker(): Worker {
  const file = import.meta.url.endsWith('.ts') ? './keychain-worker.ts' : './keychain-worker.js';
  return new Worker(new URL(file, import.meta.url));
}
