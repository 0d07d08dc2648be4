import { chmodSync, closeSync, openSync } from 'node:fs';

/** SQLite gives those beside a database its rights when it makes them; older ones keep what they had. */
const BESIDE = ['', '-wal', '-shm', '-journal'];

/**
 * Lets nobody but the person read or write a database and what lies beside it, whatever the umask is and whatever an
 * older Purser left; makes it if it is not there. A file that is there is not opened: closing it would end this
 * process's locks on it.
 */
export function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It is there already, or cannot be made: whoever opens it says so.
  }
  for (const ending of BESIDE) {
    try {
      chmodSync(`${file}${ending}`, 0o600);
    } catch {
      // There is none, it is somebody else's, or the disk cannot be written: the folder itself is the person's alone.
    }
  }
}
