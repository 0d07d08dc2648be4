import { parentPort } from 'node:worker_threads';
import type { AsyncEntry } from '@napi-rs/keyring';

/** A request to the keychain about one entry. */
export interface KeychainJob {
  readonly id: number;
  readonly account: string;
  readonly act: { readonly do: 'get' | 'delete' } | { readonly do: 'set'; readonly password: string };
}

/** The result of a request. `failed` is the library's own sentence, which holds no secret. */
export type KeychainReply = { readonly id: number } & (
  | { readonly value: string | null }
  | { readonly failed: string; readonly noLibrary: boolean }
);

const SERVICE = 'purser';
const library = import('@napi-rs/keyring');
/** Heard where it is awaited. */
library.catch(() => undefined);
/** Kept, because making one is slow; one that fails is made anew once, as after a restart of the service. */
const entries = new Map<string, AsyncEntry>();

async function open(account: string): Promise<AsyncEntry> {
  const { AsyncEntry } = await library;
  // [Note: no kernel keyring] in keychain-entries.ts. On Linux this blocks until D-Bus has answered: hence this thread.
  return new AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } });
}

async function perform(entry: AsyncEntry, act: KeychainJob['act']): Promise<string | null> {
  if (act.do === 'get') return entry.getPassword();
  if (act.do === 'set') await entry.setPassword(act.password);
  else await entry.deletePassword();
  return null;
}

async function run({ account, act }: KeychainJob): Promise<string | null> {
  const kept = entries.get(account);
  try {
    if (kept !== undefined) return await perform(kept, act);
  } catch {
    entries.delete(account);
  }
  const entry = await open(account);
  const value = await perform(entry, act);
  entries.set(account, entry);
  return value;
}

function tell(news: KeychainReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, which has no origin
  parentPort?.postMessage(news);
}

parentPort?.on('message', (job: KeychainJob) => {
  run(job).then(
    (value) => tell({ id: job.id, value }),
    async (error: unknown) =>
      tell({
        id: job.id,
        failed: String(error),
        noLibrary: await library.then(
          () => false,
          () => true,
        ),
      }),
  );
});
