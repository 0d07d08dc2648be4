import { checkCycles } from './check-cycles.ts';
import { checkFolders } from './check-folders.ts';
import { checkImports } from './check-imports.ts';
import { checkReadmes } from './check-readmes.ts';
import { checkShape } from './check-shape.ts';
import { isSource } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

/** Every rule that machines keep about the house. @returns one sentence per broken rule, with the file in front */
export function findViolations(files: readonly SourceFile[]): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  const sources = files.filter(({ path }) => isSource(path));
  return [
    ...sources.flatMap((file) => [...checkImports(file, known), ...checkShape(file)]),
    ...checkCycles(sources),
    ...checkFolders(files),
    ...checkReadmes(files),
  ];
}
