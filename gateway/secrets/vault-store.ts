import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import { readIfThere, removeLeftovers, writeAtomically } from '../platform/atomic-file.ts';
import type { SecretStore } from './secret-store.ts';
import { createTaskQueue } from '../platform/task-queue.ts';
import type { TaskQueue } from '../platform/task-queue.ts';
import { deriveKey, keyFits, newKdf, openVault, parseVault, sealVault } from './vault-format.ts';
import type { Secrets, VaultFile, VaultKey } from './vault-format.ts';

/**
 * One queue per file and process: every write reads the file again first, so that two stores on one vault cannot
 * lose each other's writes. Between processes, the lock on the data folder does that.
 */
const queues = new Map<string, TaskQueue>();

/**
 * Opens the encrypted vault file, or makes an empty one. A file that cannot be read is never overwritten.
 * @throws PurserError `SECRETS_UNAVAILABLE` for a wrong passphrase or a damaged file; `INVALID_INPUT` for no
 * passphrase.
 */
export async function openVaultStore(options: {
  readonly file: string;
  readonly passphrase: string;
}): Promise<SecretStore> {
  if (options.passphrase === '')
    throw new PurserError('INVALID_INPUT', 'The passphrase of the vault is empty. Give one that is hard to guess.');
  const file = await realFile(options.file);
  const queue = queues.get(file) ?? createTaskQueue();
  queues.set(file, queue);
  return storeOf(file, queue, await queue.run(() => openOrCreate(file, options.passphrase)));
}

/**
 * Apart from what opens it: closures of one function keep all that any of them names, and these live as long as the
 * process.
 */
function storeOf(file: string, queue: TaskQueue, key: VaultKey): SecretStore {
  const change = (edit: (secrets: Map<string, string>) => void) =>
    queue.run(async () => {
      const secrets = new Map(await readSecrets(file, key));
      edit(secrets);
      await failing(file, 'written', () => writeAtomically(file, sealVault(secrets, key)));
    });
  return {
    kind: 'vault',
    get: (name) => queue.run(async () => (await readSecrets(file, key)).get(name)),
    set: (name, secret) => change((secrets) => secrets.set(name, secret)),
    delete: (name) => change((secrets) => secrets.delete(name)),
  };
}

async function openOrCreate(file: string, passphrase: string): Promise<VaultKey> {
  await failing(file, 'opened', () => removeLeftovers(file));
  const present = await readVault(file);
  const key = await deriveKey(passphrase, present?.header.kdf ?? newKdf());
  if (present === undefined) {
    await failing(file, 'written', () => writeAtomically(file, sealVault(new Map(), key)));
  } else {
    unseal(file, present, key);
  }
  return key;
}

async function readSecrets(file: string, key: VaultKey): Promise<Secrets> {
  const present = await readVault(file);
  if (present === undefined)
    throw unavailable(`The vault ${file} is missing. Put it back from a backup, or restart Purser to begin a new one.`);
  return unseal(file, present, key);
}

async function readVault(file: string): Promise<VaultFile | undefined> {
  const text = await failing(file, 'read', () => readIfThere(file));
  if (text === undefined) return undefined;
  const parsed = parseVault(text);
  if (parsed === 'damaged') throw damaged(file);
  if (parsed === 'newer')
    throw unavailable(`The vault ${file} was written by a newer Purser. Update Purser to open it.`);
  return parsed;
}

function unseal(file: string, present: VaultFile, key: VaultKey): Secrets {
  if (!keyFits(key, present))
    throw unavailable(`The passphrase does not open the vault ${file}. Try again; nothing was changed.`);
  const secrets = openVault(present, key);
  if (secrets === undefined) throw damaged(file);
  return secrets;
}

function damaged(file: string): PurserError {
  return unavailable(
    `The vault ${file} is damaged or is not a Purser vault, and was left as it is. Restore it from a backup, or move ` +
      `it away to begin a new one and add your provider keys again.`,
  );
}

function unavailable(message: string, cause?: unknown): PurserError {
  return new PurserError('SECRETS_UNAVAILABLE', message, { cause });
}

/** Turns a failure of the file system into a sentence. */
async function failing<Result>(file: string, verb: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw unavailable(
      `The vault ${file} could not be ${verb} (${reason}). Check the disk and the folder's permissions; nothing was ` +
        `changed.`,
      error,
    );
  }
}

/** The file behind links, so that two ways of naming one vault share a queue and a link survives a write. */
async function realFile(file: string): Promise<string> {
  const absolute = resolve(file);
  try {
    return await realpath(absolute);
  } catch {
    const folder = await realpath(dirname(absolute)).catch(() => dirname(absolute));
    return join(folder, basename(absolute));
  }
}
