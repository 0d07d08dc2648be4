import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../defaults.ts';
import { createGateway } from '../index.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { connectInProcess } from '../testing/start-test-gateway.ts';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-witness-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

/** Starts a gateway and stops it. @returns what it tells the person of its ledger */
async function startOnce(): Promise<readonly string[]> {
  const gateway = await createGateway(
    { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets: createMemoryStore() },
    { dataFolder, port: 0, timeZone: 'UTC', version: '0.0.0-test', simulated: false, maxBodyBytes: 1_000 },
  );
  const { client, close } = connectInProcess(gateway);
  let told: readonly string[] = [];
  for await (const event of await client.gateway.live()) {
    if (event.type !== 'snapshot') continue;
    told = event.state.notices.filter(({ kind }) => kind === 'ledger-replaced').map(({ text }) => text);
    break;
  }
  close();
  await gateway.stop(0);
  return told;
}

async function ofLedger(): Promise<readonly string[]> {
  return (await readdir(dataFolder))
    .filter((name) => name.startsWith('ledger.sqlite'))
    .map((name) => join(dataFolder, name));
}

describe('a ledger that is not the one of before', () => {
  it('is no news at the first start, nor at the next', async () => {
    expect(await startOnce()).toEqual([]);
    expect(await startOnce()).toEqual([]);
    expect((await stat(join(dataFolder, 'ledger.witness'))).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['removed', (file: string) => rm(file)],
    ['emptied', (file: string) => truncate(file)],
  ])('is told of when it was %s, with what to do, and then it is the one', async (_how, harm) => {
    await startOnce();
    for (const file of await ofLedger()) await harm(file);
    expect(await startOnce()).toEqual([expect.stringContaining('put ledger.sqlite back from a backup')]);
    expect(await startOnce()).toEqual([]);
  });

  it('is told of where only a vault is left of before', async () => {
    await writeFile(join(dataFolder, 'vault.json'), '{}');
    expect(await startOnce()).toHaveLength(1);
  });
});
