import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  access,
  chown,
  constants,
  link,
  lstat,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { PurserError } from '../../../shared/errors.ts';
import { targetOf } from './link-target.ts';

/** The files of the person's tools. A file may change under us at any time: every write says what it replaces. */
export interface ConfigFiles {
  /** @returns undefined when there is none. @throws PurserError `CONFLICT` for what is no text file */
  read(file: string): Promise<string | undefined>;
  /** @returns true for a file or a folder */
  exists(path: string): Promise<boolean>;
  /** @throws PurserError `CONFLICT` when the file, or the folder it would be in, cannot be written; nothing is tried */
  assertWritable(file: string): Promise<void>;
  /**
   * Replaces a file in one step, keeping its mode and owner and following symbolic links, also to where nothing is yet;
   * a new one is the owner's only.
   * @param expected what it must hold right before. @returns the folders that were made, outermost first
   * @throws PurserError `CONFLICT` when it holds something else, or cannot be written
   */
  write(file: string, text: string, expected: string | undefined): Promise<readonly string[]>;
  /**
   * Deletes a file that still holds `expected` (of a link, what it points at), and then the folders among `made` that
   * are empty.
   */
  remove(file: string, expected: string, made: readonly string[]): Promise<void>;
}

/** No tool's config is larger. */
const MAX_BYTES = 5 * 2 ** 20;
/** A new file holds a sub-key. */
const NEW_FILE_MODE = 0o600;
const OWNER_MAY_WRITE = 0o200;

/** The disk of this machine. */
export function createConfigFiles(): ConfigFiles {
  return {
    read,
    exists: (path) =>
      lstat(path).then(
        () => true,
        () => false,
      ),
    async assertWritable(file) {
      const target = await targetOf(file);
      const found = await statOf(target);
      if (found && isSomebodyElses(found))
        throw new PurserError(
          'CONFLICT',
          `${file} belongs to another user of this machine, so Purser does not write there. Make it yours (chown), ` +
            `or let its owner make the change; Purser changed nothing.`,
        );
      if (found && (found.mode & OWNER_MAY_WRITE) === 0) throw readOnly(file);
      if (found && !found.isFile())
        throw new PurserError('CONFLICT', `${file} is not a file, so Purser does not write there.`);
      // A file is replaced, so its folder has to take a new one.
      await assertFolderTakesFiles(dirname(target));
    },
    async write(file, text, expected) {
      const target = await targetOf(file);
      const before = await statOf(target);
      if (before && (before.mode & OWNER_MAY_WRITE) === 0) throw readOnly(file);
      const made = await makeFolders(dirname(target));
      const temporary = `${target}.${randomBytes(6).toString('hex')}.purser`;
      try {
        const handle = await open(temporary, 'wx', NEW_FILE_MODE);
        try {
          await handle.writeFile(text);
          if (before) await handle.chmod(before.mode & 0o7777);
          await handle.sync();
        } finally {
          await handle.close();
        }
        const own = before && (await stat(temporary));
        if (before && own && (own.uid !== before.uid || own.gid !== before.gid))
          await chown(temporary, before.uid, before.gid);
        // This look comes as late as possible: a tool that wrote in the meantime must not lose what it wrote.
        if ((await read(target)) !== expected) throw changedMeanwhile(file);
        if (expected === undefined) await putNew(temporary, target, file);
        else await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error instanceof PurserError
          ? error
          : new PurserError('CONFLICT', `${file} cannot be written: ${reasonOf(error)}. Nothing was changed there.`, {
              cause: error,
            });
      }
      return made;
    },
    async remove(file, expected, made) {
      if ((await read(file)) !== expected) throw changedMeanwhile(file);
      await rm(await targetOf(file));
      // Only ours, and only while they are empty.
      for (const folder of made.toReversed()) await rmdir(folder).catch(() => undefined);
    },
  };
}

/** Puts a new file in its place, and never over one that somebody made in this very moment. */
async function putNew(temporary: string, target: string, file: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw changedMeanwhile(file);
    // Not every file system knows second names.
    await rename(temporary, target);
    return;
  }
  await rm(temporary, { force: true });
}

/** A file is replaced and given back to its owner: only root can do that for somebody else's. */
function isSomebodyElses({ uid }: Stats): boolean {
  const own = process.geteuid?.();
  return own !== undefined && own !== 0 && own !== uid;
}

async function read(file: string): Promise<string | undefined> {
  const found = await statOf(file);
  if (!found) return undefined;
  if (!found.isFile() || found.size > MAX_BYTES)
    throw new PurserError('CONFLICT', `${file} is not a config file (it is a folder, a device or too large).`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    const reason = error instanceof TypeError ? 'it is not UTF-8 text' : reasonOf(error);
    throw new PurserError('CONFLICT', `${file} cannot be read: ${reason}.`, { cause: error });
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
    // Says which of its links it is.
    if (isCode(error, 'ELOOP')) await targetOf(path);
    throw new PurserError('CONFLICT', `${path} cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

async function makeFolders(folder: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let path = folder; !(await statOf(path)); path = dirname(path)) missing.unshift(path);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new PurserError('CONFLICT', `The folder ${folder} cannot be made: ${reasonOf(error)}.`, { cause: error });
  }
  return missing;
}

/** @throws PurserError `CONFLICT` when the folder, or the nearest one above it that is there, takes no new file */
async function assertFolderTakesFiles(folder: string): Promise<void> {
  let nearest = folder;
  let found = await statOf(nearest);
  for (; !found; found = await statOf(nearest)) nearest = dirname(nearest);
  if (!found.isDirectory())
    throw new PurserError(
      'CONFLICT',
      `${nearest} is a file, and a folder has to be there. Move it away; Purser changed nothing.`,
    );
  // On Windows this would ask for an attribute that means nothing on a folder.
  if (process.platform !== 'win32')
    await access(nearest, constants.W_OK).catch(() => Promise.reject(readOnly(nearest)));
}

function readOnly(file: string): PurserError {
  return new PurserError(
    'CONFLICT',
    `${file} is read-only. Make it writable (chmod u+w), or let whatever manages it make the change; Purser changed ` +
      `nothing.`,
  );
}

function changedMeanwhile(file: string): PurserError {
  return new PurserError(
    'CONFLICT',
    `${file} was changed while Purser was about to write it. Nothing was lost; look at the change again and repeat it.`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** The system's short word for it: `EACCES`. Longer texts may quote a path twice. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
