import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { PurserError } from '../../shared/errors.ts';

/**
 * The default folder for Purser's data: `PURSER_DATA_DIR`, else the platform's usual place. The desktop app and the CLI
 * share it, so they meet at the same gateway.
 */
export function defaultDataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env['PURSER_DATA_DIR']) return resolve(env['PURSER_DATA_DIR']);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Purser');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Purser');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'purser');
}

/** The longest path of a unix socket that every supported system accepts, in bytes (macOS allows 103). */
const MAX_SOCKET_PATH = 100;

/**
 * The private socket that belongs to a data folder: inside it, or in the user's own temporary folder when that path is
 * too long for a socket; on Windows, a named pipe.
 */
export function socketPathOf(folder: string, platform: NodeJS.Platform = process.platform): string {
  const absolute = resolve(folder);
  const name = createHash('sha256').update(absolute).digest('hex').slice(0, 16);
  if (platform === 'win32') return `\\\\.\\pipe\\purser-${name}`;
  const inside = join(absolute, 'purser.sock');
  return Buffer.byteLength(inside) <= MAX_SOCKET_PATH
    ? inside
    : join(tmpdir(), `purser-${userInfo().uid}`, `${name}.sock`);
}

/**
 * Refuses a folder that somebody else made or can write to: its owner could answer in Purser's place and be handed a
 * provider key.
 * @throws PurserError `DATA_FOLDER_IN_USE`
 */
export function assertPrivate(folder: string): void {
  if (process.platform === 'win32') return;
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat || (stat.isDirectory() && stat.uid === userInfo().uid && (stat.mode & 0o077) === 0)) return;
  throw new PurserError(
    'DATA_FOLDER_IN_USE',
    `The folder ${folder} is not yours alone, so Purser does not talk through it. Remove it, or choose a shorter ` +
      `--data-dir.`,
  );
}
