import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import type { Import } from './imports.ts';
import { roomOf } from './rooms.ts';
import type { Room } from './rooms.ts';
import { isShipped, isTest, isTestSupport } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

const REACT = /^(react|react-dom|recharts)(\/|$)/;

/** The file that a relative import means. */
export function targetOf(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
}

/** @param known all files there are @returns a sentence for each import that leads through a wall, or nowhere */
export function checkImports(file: SourceFile, known: ReadonlySet<string>): readonly string[] {
  return importsOf(file.text).flatMap((one) => {
    const broken = one.specifier.startsWith('.')
      ? checkRelative(file, one, known)
      : checkPackage(file.path, one.specifier);
    return broken === undefined ? [] : [`${file.path}: imports ${one.specifier}: ${broken}`];
  });
}

function checkRelative(file: SourceFile, one: Import, known: ReadonlySet<string>): string | undefined {
  const target = targetOf(file.path, one.specifier);
  if (target.startsWith('..')) return 'that is outside the project.';
  if (!known.has(target)) return 'there is no such file (imports carry their extension).';
  if (isShipped(file.path) && isTestSupport(target)) return 'what is shipped imports nothing that stands by the tests.';
  const from = roomOf(file.path);
  // Its version and name are nobody's room.
  const isFree = isTest(file.path) || isTestSupport(file.path) || target === 'package.json';
  return isFree || from === undefined ? undefined : checkWall(from, roomOf(target), one.isType);
}

function checkWall(from: Room, to: Room | undefined, isType: boolean): string | undefined {
  if (to === from) return undefined;
  const name = to?.folder ?? '';
  if (from.mayImport.includes(name)) return undefined;
  const mayType = from.types?.includes(name) === true;
  if (mayType && isType) return undefined;
  if (mayType) return `${from.folder}/ may import types of ${name} only.`;
  return `${from.folder}/ may import ${['itself', ...from.mayImport].join(', ')} only.`;
}

function checkPackage(path: string, specifier: string): string | undefined {
  if (/^electron(\/|$)/.test(specifier) && !/^(electron\/|e2e\/desktop\/|scripts\/test-electron)/.test(path))
    return 'only electron/ imports electron.';
  const room = roomOf(path);
  if (room === undefined || isTest(path)) return undefined;
  const { folder, packages, withoutNode } = room;
  if (specifier.startsWith('node:')) return withoutNode === true ? `${folder}/ has no Node.` : undefined;
  if (packages !== undefined && !packages.includes(specifier)) return `${folder}/ may use ${packages.join(', ')} only.`;
  return REACT.test(specifier) && !folder.startsWith('renderer') ? 'React lives in renderer/.' : undefined;
}
