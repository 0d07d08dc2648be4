import { afterAll, beforeAll, describe, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, systemRandom } from '../defaults.ts';
import { createGateway } from '../index.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { startSimulatedProvider } from '../simulation/simulated-provider.ts';
import { contractSuite } from '../testing/contract-suite.ts';
import type { HostUnderTest } from '../testing/contract-suite.ts';
import { connectInProcess } from '../testing/start-test-gateway.ts';

describe('the contract, in process over a message channel', () => {
  let host: HostUnderTest;
  let stop = (): Promise<void> => Promise.resolve();
  beforeAll(async () => {
    const providerKey = 'only-key-of-the-simulated-provider';
    const provider = await startSimulatedProvider({ key: providerKey });
    const dataFolder = await mkdtemp(join(tmpdir(), 'purser-contract-'));
    const gateway = await createGateway(
      { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets: createMemoryStore() },
      { dataFolder, port: 0, timeZone: 'Asia/Kolkata', version: '0.0.0', simulated: false, maxBodyBytes: 2 ** 20 },
    );
    const { client, close } = connectInProcess(gateway);
    host = { client: client.gateway, provider, providerKey };
    stop = async () => {
      close();
      await gateway.stop(0);
      await provider.stop();
      await rm(dataFolder, { recursive: true });
    };
  });
  afterAll(() => stop());

  it.each(contractSuite.map((one) => [one.name, one] as const))('%s', (_name, { run }) => run(host));
});
