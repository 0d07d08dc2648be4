import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { SourceFile } from './source-file.ts';

const root = resolve(import.meta.dirname, '..', '..');
const OUTSIDE = /^(node_modules|out|dist|docs|test-results|playwright-report|coverage|\..*)$/;

/** Every file of the project, as it lies on the disk. */
export function readProject(): readonly SourceFile[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !OUTSIDE.test(entry.name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(root, entry.name), { withFileTypes: true, recursive: true })
            .filter((inner) => inner.isFile())
            .map((inner) => join(inner.parentPath, inner.name))
        : [join(root, entry.name)],
    )
    .map((file) => ({
      path: relative(root, file).split(sep).join('/'),
      // Only the text of sources counts; of the rest it is enough that the file is there.
      text: /\.(ts|tsx|mjs|md)$/.test(file) ? readFileSync(file, 'utf8') : '',
    }));
}
