import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** An Electron to test with, or why there is none. */
export type Runtime = { readonly executable: string } | { readonly missing: string };

/** Looks where the `electron` package looks: the override first, then its own download. */
export function findRuntime(): Runtime {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules', 'electron', 'dist');
  const name = executableName(folder);
  if (existsSync(join(folder, name))) return { executable: join(folder, name) };
  return {
    missing:
      `NO ELECTRON RUNTIME, so no desktop test ran: ${join(folder, name)} does not exist. ` +
      'Let `npm ci` download it, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked one.',
  };
}

function executableName(folder: string): string {
  // The package writes down where inside its download the executable is, as on macOS.
  const note = join(folder, '..', 'path.txt');
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH'] && existsSync(note)) return readFileSync(note, 'utf8').trim();
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
