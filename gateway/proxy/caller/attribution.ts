import { stat } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { dirname, join } from 'node:path';
import type { CallerFinder } from './caller-folder.ts';

/** Finds the repository that a tool works in, without delaying its requests. */
export interface Attribution {
  /** The repository that was found behind a connection before; undefined while nobody knows it. */
  known(socket: Socket): string | undefined;
  /**
   * Looks for a tool's repository and reports it if there is exactly one and it can be seen. Requests do not wait for
   * it.
   */
  look(socket: Socket, found: (repository: string) => void): void;
}

/** A tool that opens a connection for every request must not keep the machine busy with look-ups. */
const MOST_WAITING = 20;
/** A tool outside of every repository is looked for again after this many milliseconds. */
const WITHOUT_MS = 60_000;

/**
 * A tool that is connected for the whole machine spends in many projects, and the system knows in which folder it runs.
 * Only the root of its repository is kept. Look-ups run one at a time, because each reads the lists of open files of
 * all processes.
 */
export function createAttribution(callers: CallerFinder): Attribution {
  // A tool nearly always stays in its folder during a connection, and on a Mac each look-up starts a program.
  const known = new WeakMap<Socket, string>();
  /** When each connection was last found to belong to no repository, on the clock of `performance.now()`. */
  const without = new WeakMap<Socket, number>();
  let waiting = 0;
  let work = Promise.resolve();
  const lookFor = async (socket: Socket, found: (repository: string) => void): Promise<void> => {
    const repository = known.get(socket) ?? (await repositoryBehind(callers, socket).catch(() => undefined));
    waiting -= 1;
    if (repository === undefined) return void without.set(socket, performance.now());
    known.set(socket, repository);
    found(repository);
  };
  return {
    known: (socket) => known.get(socket),
    look(socket, found) {
      const isFresh = performance.now() - (without.get(socket) ?? -Infinity) < WITHOUT_MS;
      if (waiting >= MOST_WAITING || isFresh) return;
      waiting += 1;
      work = work.then(() => lookFor(socket, found));
    },
  };
}

async function repositoryBehind(callers: CallerFinder, socket: Socket): Promise<string | undefined> {
  const caller = await callers.likelyFoldersOf(socket);
  if (!('folders' in caller)) return undefined;
  const found = new Set(await Promise.all(caller.folders.map(repositoryOf)));
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

/**
 * Finds the nearest folder upwards with a `.git`, which is a folder, or in a worktree a file.
 * @returns undefined outside of any repository
 */
export async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const isRoot = await stat(join(at, '.git')).then(
      () => true,
      () => false,
    );
    if (isRoot) return at;
    if (dirname(at) === at) return undefined;
  }
}
