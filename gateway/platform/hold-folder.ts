import { chmod } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import { socketPathOf } from './data-folder.ts';
import { inUse, lockFile } from './folder-lock.ts';
import type { FileLock } from './folder-lock.ts';
import { makeFolder } from './make-folder.ts';
import type { Logger } from './ports.ts';

/**
 * Each lock alone keeps a second gateway out, so removing one of them lets none in. The old name comes first: earlier
 * versions of Purser know only that.
 */
const LOCKS = ['lock.sqlite', 'ledger.lock'];
/** The interval between checks of the locks, in milliseconds. */
const LOOK_MS = 1_000;
/** A running gateway accepts a connection at once; nothing answers after this many milliseconds. */
const KNOCK_MS = 1_000;

/** A data folder that is locked against other gateways. */
export interface HeldFolder {
  readonly release: () => Promise<void>;
}

/**
 * Makes the folder if needed and locks it, until it is released or the process ends. Locks that are removed meanwhile
 * are made again.
 * @throws PurserError `DATA_FOLDER_IN_USE`, `LEDGER_UNAVAILABLE`
 */
export async function holdDataFolder(folder: string, log: Logger): Promise<HeldFolder> {
  try {
    await makeFolder(folder);
    // Only the person may look inside, even if the folder was there before.
    await chmod(folder, 0o700);
  } catch (error) {
    throw new PurserError(
      'LEDGER_UNAVAILABLE',
      `The data folder ${folder} cannot be made or is not yours. Choose another with --data-dir.`,
      { cause: error },
    );
  }
  const locks: FileLock[] = [];
  const release = async (): Promise<void> => {
    for (const lock of locks.splice(0).toReversed()) await lock.release();
  };
  try {
    for (const name of LOCKS) locks.push(await lockFile(join(folder, name)));
    // Both locks may have been removed, but a running gateway still answers.
    if (await answers(socketPathOf(folder))) throw inUse(folder);
  } catch (error) {
    await release();
    throw error;
  }
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    for (const lock of locks) if (!(await lock.keep())) log.log('error', 'lock-lost', { folder });
  };
  const timer = setInterval(() => void (looking = looking.then(look)), LOOK_MS).unref();
  return {
    async release() {
      clearInterval(timer);
      await looking;
      await release();
    },
  };
}

/** True when a process listens there. The socket of a dead gateway refuses connections. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (is: boolean) => (): void => {
      socket.destroy();
      resolve(is);
    };
    socket.setTimeout(KNOCK_MS, end(false));
    socket.once('connect', end(true)).once('error', end(false));
  });
}
