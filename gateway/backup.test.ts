import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp, restore } from './backup.ts';
import { systemClock, systemRandom } from './defaults.ts';
import { createGateway } from './index.ts';
import type { Gateway } from './index.ts';
import { createMemoryStore } from './secrets/memory-store.ts';
import { connectInProcess } from './testing/start-test-gateway.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'purser-backup-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const KEY = 'provider-key-CANARY';
const start = (dataFolder: string): Promise<Gateway> =>
  createGateway(
    { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets: createMemoryStore() },
    { dataFolder, port: 0, timeZone: 'Europe/Berlin', version: '0', simulated: false, maxBodyBytes: 2 ** 20 },
  );
async function agentsIn(dataFolder: string): Promise<readonly string[]> {
  const gateway = await start(dataFolder);
  const { client, close } = connectInProcess(gateway);
  const names = (await client.gateway.agents.list()).map(({ name }) => name);
  expect(await client.gateway.audit.verify()).toMatchObject({ brokenAt: null });
  close();
  await gateway.stop(0);
  return names;
}

it('a backup of a running gateway is whole, holds no provider key, and comes back in another folder', async () => {
  const data = join(folder, 'data');
  const gateway = await start(data);
  const { client, close } = connectInProcess(gateway);
  await client.gateway.providers.add({ kind: 'openai', key: KEY, unchecked: true });
  await client.gateway.agents.add({ name: 'Aider' });
  const file = join(folder, 'saved.sqlite');
  await backUp(data, file);
  await client.gateway.agents.add({ name: 'Later' });
  await expect(backUp(data, file)).rejects.toMatchObject({ code: 'CONFLICT' });
  // Nothing is taken from under a gateway that runs.
  await expect(restore(data, file)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  close();
  await gateway.stop(0);
  expect(await readFile(file, 'latin1')).not.toContain('CANARY');
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);

  expect(await restore(join(folder, 'other'), file)).toBeUndefined();
  expect(await agentsIn(join(folder, 'other'))).toEqual(['Aider']);
  const kept = await restore(data, file);
  expect(kept).toBe(join(data, 'ledger.before-restore.sqlite'));
  expect(await agentsIn(data)).toEqual(['Aider']);
});

it('what is no backup is refused, and nothing is changed', async () => {
  const data = join(folder, 'data');
  await (await start(data)).stop(0);
  const before = await readdir(data);
  const file = join(folder, 'notes.txt');
  await writeFile(file, 'not a database');
  await expect(restore(data, file)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(await readdir(data)).toEqual(before);
  await expect(backUp(join(folder, 'nowhere'), join(folder, 'a'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
