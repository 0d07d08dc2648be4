import { stat } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { dirname, join } from 'node:path';
import type { CallerFinder } from './caller-folder.ts';

/** Finds out, beside the requests, in whose repository the tools behind them work. */
export interface Attribution {
  /** Looks where a tool works and says so, if there is one repository and it can be seen. Nobody waits for it. */
  look(socket: Socket, found: (repository: string) => void): void;
}

/** A tool that opens a connection for every request must not keep the machine busy with looking for it. */
const MOST_WAITING = 20;

/**
 * A tool that is connected for the whole machine spends in many projects; the system knows in which folder it runs. Of
 * that only the root of its repository is kept. One look at a time: it reads the lists of open files of all processes.
 */
export function createAttribution(callers: CallerFinder): Attribution {
  // A tool stays where it is as long as a connection lasts, or nearly always; on a Mac each look starts a program.
  const known = new WeakMap<Socket, string>();
  let waiting = 0;
  let work = Promise.resolve();
  const lookFor = async (socket: Socket, found: (repository: string) => void): Promise<void> => {
    const repository = known.get(socket) ?? (await repositoryBehind(callers, socket).catch(() => undefined));
    waiting -= 1;
    if (repository === undefined) return;
    known.set(socket, repository);
    found(repository);
  };
  return {
    look(socket, found) {
      if (waiting >= MOST_WAITING) return;
      waiting += 1;
      work = work.then(() => lookFor(socket, found));
    },
  };
}

async function repositoryBehind(callers: CallerFinder, socket: Socket): Promise<string | undefined> {
  const caller = await callers.foldersOf(socket);
  if (!('folders' in caller)) return undefined;
  const found = new Set(await Promise.all(caller.folders.map(repositoryOf)));
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

/** The nearest folder above with a `.git`: a folder, or in a worktree a file. @returns undefined outside of any */
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
