import { contractSuite } from '../../gateway/testing/contract-suite.ts';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { test } from './fixtures.ts';

const PROVIDER_KEY = 'only-key-of-the-simulated-provider';

test('the contract, served by the gateway process of the desktop app', async ({ desktop }) => {
  const provider = await startSimulatedProvider({ key: PROVIDER_KEY });
  try {
    await desktop.ask(async (client) => {
      for (const { name, run } of contractSuite)
        await test.step(name, () => run({ client, provider, providerKey: PROVIDER_KEY }));
    });
  } finally {
    await provider.stop();
  }
});
