import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { systemClock, systemRandom } from '../../defaults.ts';
import { createGateway } from '../../index.ts';
import type { SecretStore } from '../../secrets/secret-store.ts';
import { openVaultStore } from '../../secrets/vault-store.ts';
import { connectInProcess } from '../../testing/start-test-gateway.ts';

/**
 * A process of its own: moves the servers of Claude Code, or puts them back, and is killed at one moment, as by a power
 * cut. Arguments: home folder, `move` or `put-back`, the moment.
 */
const [home = '', work = '', moment = ''] = process.argv.slice(2);
const file = join(home, '.claude.json');

function dieAt(here: string): void {
  if (here === moment) process.kill(process.pid, 'SIGKILL');
}

const { rename } = fs;
fs.rename = async (from, to) => {
  const isTool = String(to) === file;
  if (isTool) dieAt('before-file');
  await rename(from, to);
  if (isTool) dieAt('after-file');
};
syncBuiltinESMExports();

const vault = await openVaultStore({ file: join(home, 'purser.vault'), passphrase: 'a long passphrase of a test' });
const secrets: SecretStore = {
  ...vault,
  async set(name, secret) {
    if (name.startsWith('mcp:')) dieAt('before-store');
    await vault.set(name, secret);
    if (name.startsWith('mcp:')) dieAt('after-store');
  },
  async delete(name) {
    if (name.startsWith('mcp:')) dieAt('before-delete');
    await vault.delete(name);
    if (name.startsWith('mcp:')) dieAt('after-delete');
  },
};
const gateway = await createGateway(
  {
    clock: systemClock,
    random: systemRandom,
    log: { log: () => undefined },
    secrets,
    machine: { home, platform: process.platform, env: { SHELL: '/bin/bash' } },
  },
  {
    dataFolder: join(home, 'data'),
    port: 0,
    timeZone: 'Europe/Berlin',
    version: '0.0.0-test',
    simulated: false,
    maxBodyBytes: 2 ** 20,
    approvalMs: 60_000,
  },
);
const { client } = connectInProcess(gateway);
const { mcp } = client.gateway;
if (work === 'move') await mcp.move({ tool: 'claude-code', unchecked: true });
else await mcp.putBack({ tool: 'claude-code' });
process.stdout.write('done');
process.exit(0);
