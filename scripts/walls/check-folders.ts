import { posix } from 'node:path';
import { isShipped } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/** More are not seen at a glance. Tests and READMEs count: they are what one looks through. */
const MAX_FILES = 25;

/** @returns a sentence for each folder of shipped code with too many files directly in it */
export function checkFolders(files: readonly SourceFile[]): readonly string[] {
  const shipped = new Set(files.filter(({ path }) => isShipped(path)).map(({ path }) => posix.dirname(path)));
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = posix.dirname(path);
    if (shipped.has(folder)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > MAX_FILES)
    .map(([folder, count]) => `${folder}: has ${count} files; give what belongs together a folder of its own.`);
}
