import { open } from 'node:fs/promises';
import { PurserError } from '../../shared/errors.ts';

const OTHERS = 0o077;
const MAX_LENGTH = 64 * 1024;

/**
 * Reads the vault's passphrase. One line break at the end is not part of it: editors add one.
 * @throws PurserError `INVALID_INPUT` when the file cannot be read, or when others than its owner can read it.
 */
export async function readPassphraseFile(file: string): Promise<string> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new PurserError('INVALID_INPUT', `The passphrase file ${file} could not be read. Check its path and owner.`, {
      cause,
    });
  });
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new PurserError('INVALID_INPUT', `${file} is a folder, not a passphrase file.`);
    // Windows has no such bits, and a pipe belongs to its creator.
    if (process.platform !== 'win32' && stat.isFile() && (stat.mode & OTHERS) !== 0) {
      throw new PurserError(
        'INVALID_INPUT',
        `Other people on this machine can read the passphrase file ${file}. Run: chmod 600 ${file}`,
      );
    }
    const text = await handle.readFile('utf8');
    if (text.length > MAX_LENGTH)
      throw new PurserError(
        'INVALID_INPUT',
        `The file ${file} is too long for a passphrase (over 64 KiB). Check its path.`,
      );
    return text.replace(/\r?\n$/, '');
  } finally {
    await handle.close();
  }
}
