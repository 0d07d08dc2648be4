import type { Worker } from 'node:worker_threads';
import type { KeychainJob, KeychainReply } from './keychain-worker.ts';

/** The keychain library in a thread of its own: its calls block, and nothing else waits with them. */
export interface KeychainThread {
  /** @returns the secret; null for a missing one, and for writes. Rejects when the keychain refuses */
  ask(account: string, act: KeychainJob['act']): Promise<string | null>;
}

/** The library has no binary for this system. */
export class NoLibrary extends Error {}

interface Waiting {
  readonly resolve: (value: string | null) => void;
  readonly reject: (error: Error) => void;
}

/** One thread, started when it is first needed, and again when it has ended. */
export function createKeychainThread(start: () => Promise<Worker> = startHere): KeychainThread {
  const waiting = new Map<number, Waiting>();
  let worker: Promise<Worker> | undefined;
  let lastId = 0;

  const hear = (news: KeychainReply): void => {
    const asked = waiting.get(news.id);
    waiting.delete(news.id);
    if ('value' in news) asked?.resolve(news.value);
    else asked?.reject(news.noLibrary ? new NoLibrary(news.failed) : new Error(news.failed));
  };
  const end = (): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error('the thread that talks to the keychain has ended'));
    waiting.clear();
  };
  const begin = async (): Promise<Worker> => {
    const started = await start();
    started.on('message', hear).on('error', end).on('exit', end);
    // It keeps no process alive. Only now, because a new listener makes it do so again.
    started.unref();
    return started;
  };

  return {
    async ask(account, act) {
      worker ??= begin();
      const thread = await worker.catch((error: unknown) => {
        worker = undefined;
        throw error;
      });
      lastId += 1;
      const job: KeychainJob = { id: lastId, account, act };
      return new Promise((resolve, reject) => {
        waiting.set(job.id, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, which has no origin
        thread.postMessage(job);
      });
    },
  };
}

/** Imported when it is needed only: see there. */
async function startHere(): Promise<Worker> {
  const { startKeychainWorker } = await import('./start-keychain-worker.ts');
  return startKeychainWorker();
}
