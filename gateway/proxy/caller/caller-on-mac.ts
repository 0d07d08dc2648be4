import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Connection, FindHolders, Holder } from './find-holders.ts';

const run = promisify(execFile);
/** Every macOS has it here. On other systems (tests on Linux) it is looked up. */
const LSOF = existsSync('/usr/sbin/lsof') ? '/usr/sbin/lsof' : 'lsof';
const TIMEOUT_MS = 10_000;

/** Finds the processes with `lsof`, which is part of macOS; there is no /proc. */
export const findOnMac: FindHolders = async (connection) => {
  const lines = await ask(
    '-a',
    `-iTCP:${connection.client.port}`,
    '-sTCP:ESTABLISHED',
    `-u${process.getuid?.() ?? ''}`,
    '-Fpn',
  );
  const name = nameOf(connection);
  const holders = new Map<string, Holder>();
  let pid = '';
  for (const line of lines) {
    if (line.startsWith('p')) pid = line.slice(1);
    if (line === `n${name}`) holders.set(pid, holderOf(pid, connection));
  }
  return [...holders.values()];
};

function holderOf(pid: string, connection: Connection): Holder {
  return {
    pid,
    async folder() {
      // When a process ends, another gets its number; only the descriptor identifies it.
      const lines = await ask('-a', `-p${pid}`, '-dcwd,0-1048575', '-Fftn');
      if (!lines.includes(`n${nameOf(connection)}`)) return undefined;
      const cwd = lines.indexOf('fcwd');
      return lines
        .slice(cwd)
        .find((line) => line.startsWith('n'))
        ?.slice(1);
    },
  };
}

/** The client's end in the words of `lsof -nP`: `127.0.0.1:50123->127.0.0.1:4141`. */
function nameOf({ client, gateway }: Connection): string {
  const end = ({ address, port }: Connection['client']): string =>
    `${address.includes(':') ? `[${address}]` : address}:${port}`;
  return `${end(client)}->${end(gateway)}`;
}

/** Runs `lsof` and returns its lines. It exits with 1 when it found nothing, which is an answer too. */
async function ask(...options: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run(LSOF, ['-nP', '-w', ...options], { timeout: TIMEOUT_MS, maxBuffer: 16 * 2 ** 20 }).catch(
    (error: unknown) => {
      if (isQuiet(error)) return { stdout: error.stdout };
      throw error;
    },
  );
  return stdout.split('\n');
}

function isQuiet(error: unknown): error is { readonly stdout: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 1 &&
    'stdout' in error &&
    typeof error.stdout === 'string'
  );
}
