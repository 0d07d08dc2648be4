import { stat } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { targetOf } from '../files/link-target.ts';

const OTHERS_MAY_READ = 0o004;
const OTHERS_MAY_ENTER = 0o001;

/**
 * Warnings about a file before a sub-key goes into it: other users can read it, or a link leads out of the project.
 */
export async function fileNotes(file: string, project: string | null): Promise<readonly string[]> {
  const real = await targetOf(file).catch(() => undefined);
  if (real === undefined) return [];
  const home = project === null ? undefined : await targetOf(project).catch(() => undefined);
  return [
    ...(home !== undefined && relative(home, real).startsWith('..')
      ? [`${file} is a link out of the project: the change is made in ${real}.`]
      : []),
    ...((await othersCanRead(real))
      ? [
          `Other users of this machine can read ${file}, and it will hold a sub-key. Keep them out: chmod ` +
            `go-rwx ${file}`,
        ]
      : []),
  ];
}

async function othersCanRead(file: string): Promise<boolean> {
  // Windows tells nothing in these bits.
  const found = await stat(file).catch(() => undefined);
  // A file that is not there yet is made for its owner alone.
  if (process.platform === 'win32' || found === undefined || (found.mode & OTHERS_MAY_READ) === 0) return false;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & OTHERS_MAY_ENTER) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
