import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Whether the other end of a loopback connection belongs to the user of this process. Linux and macOS tell; on Windows
 * other users cannot read the arguments of a program in the first place.
 */
export async function isOurConnection(
  { remotePort, localPort }: Pick<Socket, 'remotePort' | 'localPort'>,
  platform: NodeJS.Platform,
): Promise<boolean> {
  if (platform === 'win32') return true;
  if (remotePort === undefined || localPort === undefined) return false;
  if (platform === 'linux')
    return ownerIn(await readFile('/proc/net/tcp', 'utf8'), remotePort, localPort) === userInfo().uid;
  // Without more rights it lists the connections of this user alone.
  const { stdout } = await run('lsof', ['-nP', '-a', '-u', String(userInfo().uid), `-iTCP:${remotePort}`, '-t']).catch(
    () => ({ stdout: '' }),
  );
  return stdout.split('\n').some((pid) => pid !== '' && Number(pid) !== process.pid);
}

/** The user id of the socket that is bound to `from` and connected to `to`, in the words of `/proc/net/tcp`. */
export function ownerIn(table: string, from: number, to: number): number | undefined {
  const portOf = (address = ''): number => Number.parseInt(address.split(':')[1] ?? '', 16);
  const row = table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .find(([, local, remote]) => portOf(local) === from && portOf(remote) === to);
  return row === undefined ? undefined : Number(row[7]);
}
