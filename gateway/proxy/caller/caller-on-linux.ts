import { readdir, readFile, readlink } from 'node:fs/promises';
import type { Connection, FindHolders, Holder } from './find-holders.ts';

/**
 * Finds the processes in Linux's /proc: the client's end of the connection has an inode, and the process at that end
 * has a descriptor that points there. Only processes of the same user can be examined, and only those should use this
 * gateway.
 */
export const findOnLinux: FindHolders = async (connection, among) => {
  const inode = await inodeOf(connection);
  if (inode === undefined) return [];
  const target = `socket:[${inode}]`;
  const processes = among ?? (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && name !== OWN);
  const held = await Promise.all(processes.map((pid) => descriptorsOf(pid, target)));
  return held.flat();
};

/** The gateway itself is no tool: its connections to providers on this machine lead elsewhere. */
const OWN = String(process.pid);

async function inodeOf({ client, gateway }: Connection): Promise<string | undefined> {
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const text = await readFile(table, 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
      const [, local = '', remote = '', , , , , , , inode] = line.trim().split(/\s+/);
      if (inode !== undefined && inode !== '0' && isEnd(local, client) && isEnd(remote, gateway)) return inode;
    }
  }
  return undefined;
}

function isEnd(text: string, { address, port }: Connection['client']): boolean {
  const [hex = '', portHex = ''] = text.split(':');
  return Number.parseInt(portHex, 16) === port && addressOf(hex) === address;
}

/**
 * The kernel writes addresses in words of four bytes, each in the byte order of the machine; every supported one is
 * little-endian.
 */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).toReversed().map((pair) => Number.parseInt(pair, 16)),
  );
  const isMapped =
    bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (bytes.length === 4 || isMapped) return bytes.slice(-4).join('.');
  return bytes.slice(0, 15).every((byte) => byte === 0) && bytes[15] === 1 ? '::1' : hex;
}

async function descriptorsOf(pid: string, target: string): Promise<readonly Holder[]> {
  // This is another user's process, or one that has just ended.
  const names = await readdir(`/proc/${pid}/fd`).catch(() => []);
  for (const name of names) {
    const path = `/proc/${pid}/fd/${name}`;
    if ((await linkOf(path)) === target) return [holderAt(pid, path, target)];
  }
  return [];
}

function holderAt(pid: string, descriptor: string, target: string): Holder {
  return {
    pid,
    async folder() {
      // When a process ends, another gets its number; only the descriptor identifies it.
      if ((await linkOf(descriptor)) !== target) return undefined;
      return linkOf(`/proc/${pid}/cwd`);
    },
  };
}

function linkOf(path: string): Promise<string | undefined> {
  return readlink(path).catch(() => undefined);
}
