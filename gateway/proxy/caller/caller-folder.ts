import { realpath } from 'node:fs/promises';
import type { Socket } from 'node:net';
import type { CallerFolders, FolderLimit } from '../../domain/policy/folder-limit.ts';
import type { PolicyLevel } from '../../domain/policy/policy.ts';
import type { Connection, FindHolders, Holder } from './find-holders.ts';
import { findOnLinux } from './caller-on-linux.ts';
import { findOnMac } from './caller-on-mac.ts';

/** Finds the folders that the tool behind a connection works in. */
export interface CallerFinder {
  foldersOf(socket: Socket): Promise<CallerFolders>;
}

const FINDERS: Partial<Readonly<Record<NodeJS.Platform, FindHolders>>> = { linux: findOnLinux, darwin: findOnMac };

/** @param find how this platform finds the processes; undefined where that is impossible */
export function createCallerFinder(find: FindHolders | undefined = FINDERS[process.platform]): CallerFinder {
  // Looked up once per connection, which many requests share, and forgotten with it.
  const known = new WeakMap<Socket, readonly Holder[]>();
  return {
    async foldersOf(socket) {
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
        return { folders: (await foldersOf(holders)) ?? [] };
      } catch {
        return { unknown: 'Purser could not see in which folder this tool runs.' };
      }
    },
  };
}

/** The folders that policies limit these levels to, as they are on disk now. */
export async function folderLimitsOf(levels: readonly PolicyLevel[]): Promise<readonly FolderLimit[]> {
  const limits = levels.flatMap(({ whose, policy }) =>
    policy.folder === undefined ? [] : [{ whose, folder: policy.folder }],
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

function connectionOf({ remoteAddress, remotePort, localAddress, localPort }: Socket): Connection | undefined {
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
