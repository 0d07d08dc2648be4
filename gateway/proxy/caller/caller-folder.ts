import { realpath } from 'node:fs/promises';
import type { Socket } from 'node:net';
import type { CallerFolders, FolderLimit } from '../../domain/policy/folder-limit.ts';
import type { PolicyLevel } from '../../domain/policy/policy.ts';
import type { Connection, FindHolders, Holder } from './find-holders.ts';
import { findOnLinux } from './caller-on-linux.ts';
import { findOnMac } from './caller-on-mac.ts';

/** What is asked of a socket: the addresses of its two ends. */
type SocketEnds = Pick<Socket, 'remoteAddress' | 'remotePort' | 'localAddress' | 'localPort'>;

/** Finds the folders that the tool behind a connection works in. */
export interface CallerFinder {
  /** Of every process that has the client's end of the connection open. */
  foldersOf(socket: SocketEnds): Promise<CallerFolders>;
  /**
   * The same, but a process that was found before is believed to be the only one: a tool opens many connections, and
   * looking through the open files of all processes takes tens of milliseconds. Good for a note, not for a limit.
   */
  likelyFoldersOf(socket: SocketEnds): Promise<CallerFolders>;
}

/** The processes that were found last, of which so many are remembered. */
const MOST_RECENT = 16;

const FINDERS: Partial<Readonly<Record<NodeJS.Platform, FindHolders>>> = { linux: findOnLinux, darwin: findOnMac };

/** @param find how this platform finds the processes; undefined where that is impossible */
export function createCallerFinder(find: FindHolders | undefined = FINDERS[process.platform]): CallerFinder {
  // Looked up once per connection, which many requests share, and forgotten with it.
  const known = new WeakMap<SocketEnds, readonly Holder[]>();
  let recent: readonly string[] = [];
  const foldersOfAll: CallerFinder['foldersOf'] = async (socket) => {
    if (!find)
      return {
        unknown:
          'on this system Purser cannot see in which folder a tool runs. Remove `folder` from its policy to use it ' +
          'here.',
      };
    const connection = connectionOf(socket);
    if (!connection) return { unknown: 'its connection is closed.' };
    try {
      const before = await foldersOf(known.get(socket) ?? []);
      if (before) return { folders: before };
      const holders = await find(connection);
      known.set(socket, holders);
      recent = [...new Set([...holders.map(({ pid }) => pid), ...recent])].slice(0, MOST_RECENT);
      return { folders: (await foldersOf(holders)) ?? [] };
    } catch {
      return { unknown: 'Purser could not see in which folder this tool runs.' };
    }
  };
  return {
    foldersOf: foldersOfAll,
    async likelyFoldersOf(socket) {
      const connection = connectionOf(socket);
      const near = find && connection && recent.length > 0 ? await find(connection, recent).catch(() => []) : [];
      const folders = await foldersOf(near);
      return folders ? { folders } : foldersOfAll(socket);
    },
  };
}

/** The folders that policies limit these levels to, as they are on disk now. */
export async function folderLimitsOf(levels: readonly PolicyLevel[]): Promise<readonly FolderLimit[]> {
  const limits = levels.flatMap(({ policy, ...level }) =>
    policy.folder === undefined ? [] : [{ ...level, folder: policy.folder }],
  );
  return Promise.all(
    limits.map(async (limit) => ({ ...limit, real: await realpath(limit.folder).catch(() => undefined) })),
  );
}

/** @returns undefined when there are none, or one process has let go: then they must be looked up again */
async function foldersOf(holders: readonly Holder[]): Promise<readonly string[] | undefined> {
  const folders = await Promise.all(holders.map((holder) => holder.folder()));
  const held = folders.filter((folder) => folder !== undefined);
  return held.length > 0 && held.length === folders.length ? held : undefined;
}

function connectionOf({ remoteAddress, remotePort, localAddress, localPort }: SocketEnds): Connection | undefined {
  if (remoteAddress === undefined || remotePort === undefined || localAddress === undefined || localPort === undefined)
    return undefined;
  return {
    client: { address: plain(remoteAddress), port: remotePort },
    gateway: { address: plain(localAddress), port: localPort },
  };
}

/** Shortens `::ffff:127.0.0.1` to 127.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
