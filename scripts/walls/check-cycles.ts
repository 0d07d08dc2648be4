import { targetOf } from './check-imports.ts';
import { importsOf } from './imports.ts';
import { isShipped } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/** @returns a sentence for each ring of files that import one another; types count */
export function checkCycles(files: readonly SourceFile[]): readonly string[] {
  const shipped = files.filter(({ path }) => isShipped(path));
  const known = new Set(shipped.map(({ path }) => path));
  const targets = new Map(
    shipped.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => targetOf(path, specifier))
        .filter((target) => known.has(target)),
    ]),
  );
  const done = new Set<string>();
  const way: string[] = [];
  const rings: string[] = [];
  const visit = (path: string): void => {
    const at = way.indexOf(path);
    if (at >= 0) rings.push(`${path}: imports itself in a ring: ${[...way.slice(at), path].join(' -> ')}.`);
    if (at >= 0 || done.has(path)) return;
    way.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    way.pop();
    done.add(path);
  };
  for (const { path } of shipped) visit(path);
  return rings;
}
