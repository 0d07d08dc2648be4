import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { dirname, join, relative, sep } from 'node:path';
import type { Machine } from '../../platform/ports.ts';
import { isIgnoredBy } from './git-patterns.ts';
import { targetOf } from './link-target.ts';
import { findCommand } from './machine-paths.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

/** The state in git of a file that holds a sub-key. */
export interface GitStatus {
  /** `tracked`: it is in the repository. `open`: the next `git add` would take it. */
  readonly state: 'ignored' | 'open' | 'tracked';
  /** The repository's root folder. */
  readonly root: string;
  /** The line that keeps it out: `/.claude/settings.local.json`. */
  readonly line: string;
  /** The list that is shared with nobody: `.git/info/exclude`. Undefined where only git itself could tell. */
  readonly exclude: string | undefined;
}

/** A repository on a slow disk must not hold up a person who connects a tool. */
const GIT_MS = 5_000;
/** A repository may be anybody's: nothing that its config names is run. */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
const run = promisify(execFile);

/**
 * The state in git of a file, there or not: as git itself says where it is installed. @returns undefined outside of a
 * work tree
 */
export async function gitStatusOf(
  { machine, files }: Pick<ConnectionDeps, 'machine' | 'files'>,
  file: string,
): Promise<GitStatus | undefined> {
  const path = await targetOf(file).catch(() => file);
  const root = await rootAbove(dirname(path));
  if (root === undefined) return undefined;
  const name = relative(root, path).split(sep).join('/');
  const line = `/${name.replaceAll(/[\\*?[\]]/g, String.raw`\$&`).replace(/ $/, String.raw`\ `)}`;
  const git = findCommand(machine, 'git');
  const answer = git === undefined ? undefined : await askGit(machine, git, root, name);
  if (answer) return { root, line, ...answer };
  const inside = join(root, '.git');
  const exclude = (await stat(inside)).isDirectory() ? join(inside, 'info', 'exclude') : undefined;
  const lists: { readonly at: string; readonly text: string }[] =
    exclude === undefined ? [] : [{ at: '', text: await textOf(files, exclude) }];
  const folders = name.split('/').slice(0, -1);
  for (const [index] of ['', ...folders].entries()) {
    const at = folders.slice(0, index).join('/');
    lists.push({ at, text: await textOf(files, join(root, at, '.gitignore')) });
  }
  return { root, line, state: isIgnoredBy(lists, name) ? 'ignored' : 'open', exclude };
}

async function textOf(files: ConnectionDeps['files'], file: string): Promise<string> {
  return (await files.read(file).catch(() => undefined)) ?? '';
}

async function rootAbove(folder: string): Promise<string | undefined> {
  for (let here = folder; ; here = dirname(here)) {
    if (await stat(join(here, '.git')).catch(() => undefined)) return here;
    if (here === dirname(here)) return undefined;
  }
}

/** @returns undefined when git does not take this for a repository, or not for one of this person's */
async function askGit(
  machine: Machine,
  git: string,
  root: string,
  name: string,
): Promise<Pick<GitStatus, 'state' | 'exclude'> | undefined> {
  const env = Object.fromEntries(Object.entries(machine.env).filter(([variable]) => !variable.startsWith('GIT_')));
  const ask = (...args: readonly string[]): Promise<{ readonly code: unknown; readonly out: string }> =>
    run(git, [...HARMLESS, '-C', root, ...args], {
      env: { ...env, HOME: machine.home, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      timeout: GIT_MS,
      windowsHide: true,
    }).then(
      ({ stdout }) => ({ code: 0, out: stdout }),
      (error: unknown) => ({ code: error instanceof Error && 'code' in error ? error.code : undefined, out: '' }),
    );
  const where = await ask('rev-parse', '--path-format=absolute', '--git-path', 'info/exclude');
  if (where.code !== 0) return undefined;
  const exclude = where.out.trim();
  if ((await ask('ls-files', '--error-unmatch', '--', `:(literal)${name}`)).code === 0)
    return { state: 'tracked', exclude };
  const ignored = await ask('check-ignore', '-q', '--', name);
  if (ignored.code !== 0 && ignored.code !== 1) return undefined;
  return { state: ignored.code === 0 ? 'ignored' : 'open', exclude };
}
