import { open } from 'node:fs/promises';
import { PurserError } from '../../shared/errors.ts';

const OTHERS = 0o077;

/**
 * Reads the vault's passphrase. One line break at the end is not part of it: editors add one.
 * @throws PurserError `INVALID_INPUT` when the file cannot be read, or when anybody but its owner could.
 */
export async function readPassphraseFile(file: string): Promise<string> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new PurserError('INVALID_INPUT', `The passphrase file ${file} cannot be read. Check PURSER_PASSPHRASE_FILE.`, { cause });
  });
  try {
    const stat = await handle.stat();
    // Windows has no such bits, and a pipe belongs to whoever made it.
    if (process.platform !== 'win32' && stat.isFile() && (stat.mode & OTHERS) !== 0) {
      throw new PurserError('INVALID_INPUT', `Others can read the passphrase file ${file}. Make it yours alone with: chmod 600 ${file}`);
    }
    const text = await handle.readFile('utf8');
    return text.replace(/\r?\n$/, '');
  } finally {
    await handle.close();
  }
}
