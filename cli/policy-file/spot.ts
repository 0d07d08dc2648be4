import type { Problem, SourcePosition } from './problem.ts';
import type { Tree } from './tree.ts';

/** One value of the file, with its path, and a way to say what is wrong with it. */
export interface Spot<T extends Tree = Tree> {
  readonly tree: T;
  readonly path: string;
  /** Notes a problem, here or at `at`. @returns undefined, which is what a failed read has */
  fail(message: string, at?: SourcePosition): undefined;
  item(tree: Tree, index: number): Spot;
  entry(tree: Tree, name: string): Spot;
}

/** The way to a value of the file; what is wrong there is added to `problems`. */
export function spotOf<T extends Tree>(tree: T, path: string, problems: Problem[]): Spot<T> {
  return {
    tree,
    path,
    fail(message, { line, column } = tree.at) {
      problems.push({ line, column, path, message });
      return undefined;
    },
    item: (item, index) => spotOf(item, `${path}[${index}]`, problems),
    entry: (entry, name) => spotOf(entry, pathTo(path, name), problems),
  };
}

/** `agents` and `Claude Code` make `agents."Claude Code"`. */
export function pathTo(path: string, name: string): string {
  const segment = /^[\w-]+$/.test(name) ? name : JSON.stringify(name);
  return path === '' ? segment : `${path}.${segment}`;
}
