import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './run-command.ts';

/** Made by tools, or not ours. `.github` and `.ci` are. */
const OUTSIDE = /^(node_modules|out|dist|test-results|playwright-report|coverage|\.(?!github$|ci$).*)$/;

/** Every file of the project: its path from the root, with forward slashes. */
export function projectFiles(): readonly string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory() || OUTSIDE.test(entry.name)) return [];
    return readdirSync(join(root, entry.name), { withFileTypes: true, recursive: true })
      .filter((inner) => inner.isFile())
      .map((inner) => relative(root, join(inner.parentPath, inner.name)).split(sep).join('/'));
  });
}
