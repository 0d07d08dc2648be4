import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A native binding that was built here, kept outside of node_modules. Anybody who could write it could run code in the
 * gateway: it is taken again only as it was put there, built from the same sources, and where nobody else may write.
 * @typedef {{ readonly file: string, readonly sources: string }} Kept
 *   `file`: where it is kept; `sources`: the hash of the package it was built from, as the lockfile has it
 */

/** Beside what is kept: its hash, and of which sources it was built. @param {string} file */
const sealOf = (file) => `${file}.json`;

/** @param {string} file */
function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** @param {string} from @param {string} to */
export function copyBinding(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  // Never write through a hard link or into a library that a process has mapped.
  rmSync(to, { force: true });
  copyFileSync(from, to);
}

/** @param {Kept} kept @param {string} binding */
export function keepBinding({ file, sources }, binding) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  chmodSync(dirname(file), 0o700);
  copyBinding(binding, file);
  chmodSync(file, 0o600);
  writeFileSync(sealOf(file), `${JSON.stringify({ sha256: hashOf(file), sources })}\n`, { mode: 0o600 });
}

/**
 * Puts it back. @param {Kept} kept @param {string} binding
 * @returns {string | undefined} why not
 */
export function restoreBinding(kept, binding) {
  if (!existsSync(kept.file)) return 'none in the cache';
  const doubt = distrust(kept);
  if (doubt !== undefined) return doubt;
  copyBinding(kept.file, binding);
  // The cache is private; the program may be started by another user than the one who installed it.
  chmodSync(binding, 0o755);
  return undefined;
}

/** @param {Kept} kept @returns {string | undefined} */
function distrust({ file, sources }) {
  if (!existsSync(sealOf(file))) return 'what is in the cache has no hash beside it';
  const seal = JSON.parse(readFileSync(sealOf(file), 'utf8'));
  if (seal.sources !== sources) return 'what is in the cache was built from other sources';
  if (seal.sha256 !== hashOf(file)) return 'what is in the cache is not what was put there';
  if (process.platform === 'win32') return undefined;
  for (const path of [file, sealOf(file), dirname(file), join(dirname(file), '..')]) {
    const { uid, mode } = statSync(path);
    if (uid !== process.getuid?.()) return `${path} belongs to another user`;
    if ((mode & 0o022) !== 0) return `others can write ${path}: chmod go-w it, or remove it`;
  }
  return undefined;
}
