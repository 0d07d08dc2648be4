import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The project a folder belongs to, so that its spending can be told: where its repository begins, else the folder
 * itself.
 */
export function projectAround(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return folder;
  }
}
