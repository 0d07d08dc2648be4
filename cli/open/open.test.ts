import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { browserCommand } from './browser-command.ts';
import { handOver } from './hand-over.ts';
import { ownerIn } from './whose-connection.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-open-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A browser: a script that is called like the system's opener, and writes down where it was sent. */
async function aBrowser(script: string): Promise<NodeJS.ProcessEnv> {
  const file = join(folder, 'xdg-open');
  await writeFile(file, `#!/bin/sh\nexec ${process.execPath} -e '${script}' "$1"\n`);
  await chmod(file, 0o755);
  return { PATH: `${folder}:${process.env['PATH'] ?? ''}`, DISPLAY: ':0' };
}

const FOLLOW =
  'fetch(process.argv[1], { redirect: "manual" }).then((reply) => process.exit(reply.status === 302 ? 0 : 1))';

it.runIf(process.platform === 'linux')(
  'hands the link to the browser of the same user, and to no argument',
  async () => {
    let made = 0;
    const link = (): Promise<string> => Promise.resolve(`http://127.0.0.1:1/#login=${(made += 1)}`);
    const env = await aBrowser(FOLLOW);
    expect(await handOver({ env, platform: 'linux', link })).toBe(true);
    expect(made).toBe(1);
  },
);

it.runIf(process.platform === 'linux')('says that no browser came', async () => {
  const link = (): Promise<string> => Promise.reject(new Error('not asked for'));
  expect(await handOver({ env: await aBrowser('process.exit(3)'), platform: 'linux', link })).toBe(false);
  const other = await aBrowser('fetch(new URL("/else", process.argv[1])).then(() => process.exit(4))');
  expect(await handOver({ env: other, platform: 'linux', link })).toBe(false);
});

it('opens none where nobody would see it', () => {
  const at = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') =>
    browserCommand('http://x', { env, platform });
  expect(at({ DISPLAY: ':0' })?.command).toBe('xdg-open');
  expect(at({}, 'darwin')?.command).toBe('open');
  for (const env of [{}, { DISPLAY: ':0', SSH_CONNECTION: '1' }, { WAYLAND_DISPLAY: 'w', WSL_DISTRO_NAME: 'Debian' }])
    expect(at(env)).toBeUndefined();
});

it('knows whose a connection is', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1',
    '   1: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 2',
  ].join('\n');
  expect([ownerIn(table, 50_000, 8080), ownerIn(table, 50_001, 8080)]).toEqual([1001, undefined]);
});
