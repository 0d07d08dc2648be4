import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { withGateway } from '../../cli/connect.ts';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { parseCap } from '../../shared/cap.ts';
import type { GatewayClient, PurserClient } from '../../shared/contract/contract.ts';
import { watchPolicy } from './policy-watch.ts';
import { plainNodeVersion, startServe } from './purser-process.ts';
import type { PurserProcess } from './purser-process.ts';

/** The only key the simulated provider accepts. */
export const PROVIDER_KEY = 'simulated-provider-key';

/** The settings of a real SDK: a URL and a sub-key. */
export interface Allowance {
  readonly client: OpenAI;
  readonly gatewayUrl: string;
  readonly key: string;
}

/** A built, headless Purser with its dashboard. */
export interface Purser extends PurserProcess {
  /** Asks the gateway over its private socket, as the command line does. */
  readonly ask: <Result>(question: (gateway: GatewayClient, host: PurserClient) => Promise<Result>) => Promise<Result>;
  /** An agent with a sub-key and OpenAI's own SDK pointed at the gateway. */
  readonly allowance: (agent: string, ...caps: readonly string[]) => Promise<Allowance>;
}

interface Fixtures {
  readonly provider: SimulatedProvider;
  readonly purser: Purser;
  /** The dashboard, signed in. Fails the test when the page threw or broke its content security policy. */
  readonly dashboard: Page;
  /** The environment of `purser`: it says whose tools it sees. */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

export const test = base.extend<Fixtures, { nodeUnderTest: string }>({
  nodeUnderTest: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
    async ({}, provide) => {
      const version = plainNodeVersion();
      console.log(`The built command line runs on Node ${version}.`);
      await provide(version);
    },
    { scope: 'worker', auto: true },
  ],

  // oxlint-disable-next-line no-empty-pattern -- as above
  provider: async ({}, provide) => {
    const provider = await startSimulatedProvider({ key: PROVIDER_KEY });
    await provide(provider);
    await provider.stop();
  },

  environment: [process.env, { option: true }],

  purser: async ({ provider, environment }, provide, testInfo) => {
    const home = await mkdtemp(join(tmpdir(), 'purser-web-'));
    const served = await startServe(join(home, 'data'), 0, environment);
    const ask: Purser['ask'] = (question) => withGateway(served.dataFolder, question);
    await provide({
      ...served,
      ask,
      allowance: (agent, ...caps) => ask((gateway) => giveAllowance(gateway, provider, agent, caps)),
    });
    await served.end('SIGTERM');
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('stderr', { body: served.stderr() });
    await rm(home, { recursive: true, force: true });
  },

  dashboard: async ({ page, purser }, provide) => {
    const complaints = await watchPolicy(page);
    await page.goto(purser.loginLink);
    await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
    await provide(page);
    expect(complaints()).toEqual([]);
  },
});

export { expect } from '@playwright/test';

async function giveAllowance(
  gateway: GatewayClient,
  provider: SimulatedProvider,
  agent: string,
  caps: readonly string[],
): Promise<Allowance> {
  const known = await gateway.providers.list();
  // The provider's record begins here: a spec's own setting up does not count.
  const openai =
    known[0] ??
    (await gateway.providers.add({
      kind: 'openai',
      baseUrl: provider.openaiBaseUrl,
      key: PROVIDER_KEY,
      unchecked: true,
      stopsWhenLeft: 'yes',
    }));
  await gateway.agents.add({ name: agent });
  const { key } = await gateway.keys.issue({ agent, caps: caps.flatMap((text) => parseCap(text) ?? []) });
  return {
    client: new OpenAI({ baseURL: openai.gatewayUrl, apiKey: key, maxRetries: 0 }),
    gatewayUrl: openai.gatewayUrl,
    key,
  };
}
