import { chmodSync, closeSync, openSync } from 'node:fs';

/** SQLite gives files beside a database its permissions when it makes them; older ones keep what they had. */
const BESIDE = ['', '-wal', '-shm', '-journal'];

/**
 * Lets only the person read or write a database and the files beside it, whatever the umask is and an older Purser
 * left; makes it if it is not there. An existing file is not opened: closing it would end this process's locks on it.
 */
export function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It exists already, or cannot be made; in that case opening it fails with the reason.
  }
  for (const ending of BESIDE) {
    try {
      chmodSync(`${file}${ending}`, 0o600);
    } catch {
      // It does not exist, belongs to somebody else, or the disk is read-only; the folder itself is private.
    }
  }
}
