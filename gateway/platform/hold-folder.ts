import { chmod, mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import { socketPathOf } from './data-folder.ts';
import { inUse, lockFile } from './folder-lock.ts';
import type { FileLock } from './folder-lock.ts';
import type { Logger } from './ports.ts';

/**
 * Each alone keeps a second gateway out, so that none comes in when a cleaner takes one of them. The old name first: a
 * Purser of before knows only that.
 */
const LOCKS = ['lock.sqlite', 'ledger.lock'];
/** How often it is looked whether they are still there, in milliseconds. */
const LOOK_MS = 1_000;
/** Whoever has a gateway there is let in at once. */
const KNOCK_MS = 1_000;

/** A data folder that no other gateway holds. */
export interface HeldFolder {
  readonly release: () => Promise<void>;
}

/**
 * Makes the folder if needed and holds it, until it is released or the process ends. Locks that are removed meanwhile
 * are made anew.
 * @throws PurserError `DATA_FOLDER_IN_USE`, `LEDGER_UNAVAILABLE`
 */
export async function holdDataFolder(folder: string, log: Logger): Promise<HeldFolder> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Only the person may look inside, also where the folder was there before.
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
    // Both may have been removed; whoever lives there still answers.
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

/** True when somebody listens there. What a dead gateway left behind refuses. */
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
