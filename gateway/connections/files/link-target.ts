import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PurserError } from '../../../shared/errors.ts';

/** As many as Linux follows before it says that they lead in a circle. */
const MAX_LINKS = 40;

/**
 * Follows every symbolic link of a path, also one whose target is not there yet, as dotfile managers leave them. So a
 * new file is made where the link points, and the link stays.
 * @throws PurserError `CONFLICT` for links that lead in a circle, or a folder that may not be looked into
 */
export async function targetOf(path: string): Promise<string> {
  return follow(resolve(path), path, { left: MAX_LINKS });
}

async function follow(here: string, asked: string, links: { left: number }): Promise<string> {
  const real = await realpath(here).catch((error: unknown) => notThere(error, asked));
  if (real !== undefined) return real;
  const folder = dirname(here);
  if (folder === here) return here;
  const realFolder = await follow(folder, asked, links);
  const link = await readlink(here).catch(() => undefined);
  if (link === undefined) return join(realFolder, basename(here));
  if (links.left === 0) throw circle(asked);
  links.left -= 1;
  return follow(resolve(realFolder, link), asked, links);
}

/** @returns undefined for what is not there. @throws PurserError `CONFLICT` for every other reason */
function notThere(error: unknown, asked: string): undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  if (code === 'ELOOP') throw circle(asked);
  throw new PurserError('CONFLICT', `${asked} cannot be read: ${code}.`, { cause: error });
}

function circle(asked: string): PurserError {
  return new PurserError(
    'CONFLICT',
    `${asked} is a symbolic link that leads in a circle. Point it at a file, or remove it; Purser changed nothing.`,
  );
}
