import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { providerNameSchema } from '../shared/ids.ts';
import { systemClock, systemRandom } from './defaults.ts';
import { createGateway } from './index.ts';
import { openLedger } from './ledger/ledger.ts';
import { moveSecretsOf, secretNames } from './move-secrets.ts';
import { createMemoryStore } from './secrets/memory-store.ts';
import type { SecretStore } from './secrets/secret-store.ts';
import { startFakeVault, tokenFor } from './testing/clouds/fake-vault.ts';
import { connectInProcess } from './testing/start-test-gateway.ts';

const silent = { log: () => undefined };

it('finds every secret that a gateway has kept, and moves it while none runs', { timeout: 60_000 }, async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'purser-move-'));
  const vault = await startFakeVault();
  vault.tokens.set('hvs.x', tokenFor(0));
  const kept = new Map<string, string>();
  const inner = createMemoryStore();
  const from: SecretStore = {
    ...inner,
    set(name, secret) {
      kept.set(name, secret);
      return inner.set(name, secret);
    },
  };
  const gateway = await createGateway(
    { clock: systemClock, random: systemRandom, log: silent, secrets: from },
    { dataFolder, port: 0, timeZone: 'UTC', version: '0.0.0-test', simulated: false, maxBodyBytes: 2 ** 20 },
  );
  const { client, close } = connectInProcess(gateway);
  const { providers, keySources, agents, mcp } = client.gateway;
  await providers.add({ kind: 'openai', key: 'sk-x', unchecked: true });
  const settings = { kind: 'vault', address: vault.address, auth: { method: 'token' } } as const;
  await keySources.add({ settings, secret: 'hvs.x' });
  const way = { kind: 'url', url: 'http://127.0.0.1:1/mcp', headers: ['X-Key'] } as const;
  const name = providerNameSchema.parse('tools');
  await mcp.add({ name, way: { ...way, headers: [...way.headers] }, secrets: { 'X-Key': 'y' }, unchecked: true });
  const { id } = await agents.add({ name: 'A' });
  await agents.keepBodies({ id, days: 1 });
  const busy = moveSecretsOf(dataFolder, { from: async () => from, to: async () => from }, systemClock);
  await expect(busy).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  close();
  await gateway.stop(0);

  const to = createMemoryStore();
  const done = await moveSecretsOf(dataFolder, { from: async () => from, to: async () => to }, systemClock);
  expect(done).toEqual({ moved: kept.size, left: 0 });
  for (const [secretName, secret] of kept) {
    expect(await to.get(secretName)).toBe(secret);
    expect(await from.get(secretName)).toBeUndefined();
  }
  expect([...kept.keys()].length).toBeGreaterThanOrEqual(3);
  const ledger = await openLedger(dataFolder);
  expect(secretNames(ledger.contents)).toEqual(
    expect.arrayContaining([...kept.keys(), 'bodies:seal', 'connections:seal']),
  );
  await ledger.close();
  vault.stop();
  await rm(dataFolder, { recursive: true, force: true });
});
