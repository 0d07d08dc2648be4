import OpenAI from 'openai';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Policy } from '../../shared/policy.ts';
import { test as base } from './fixtures.ts';
import type { Desktop } from './fixtures.ts';

/** The only key the simulated provider accepts. */
export const PROVIDER_KEY = 'simulated-provider-key';
const DOLLAR: NonNullable<Policy['caps']> = [{ window: 'total', rolling: false, amount: nanodollarsOf(1_000_000_000) }];

/** Small, and large enough to be cut in the middle. */
export const ASK: OpenAI.ChatCompletionCreateParamsNonStreaming = {
  model: 'gpt-4o-mini',
  max_tokens: 400,
  messages: [{ role: 'user', content: 'Hello' }],
};

/** With a provider that keeps its own bill. */
export const test = base.extend<{ provider: SimulatedProvider }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  provider: async ({}, provide) => {
    const provider = await startSimulatedProvider({ key: PROVIDER_KEY });
    await provide(provider);
    await provider.stop();
  },
});

/**
 * The official SDK with a sub-key of one dollar, or of other limits; it knows nothing of Purser but a URL and a key.
 */
export async function allowanceFor(
  agent: string,
  desktop: Desktop,
  provider: SimulatedProvider,
  { caps = DOLLAR, ...policy }: Policy = {},
): Promise<OpenAI> {
  const { gatewayUrl, key } = await desktop.ask(async (gateway) => {
    await gateway.agents.add({ name: agent });
    const added = await gateway.providers.add({
      kind: 'openai',
      baseUrl: provider.openaiBaseUrl,
      key: PROVIDER_KEY,
      stopsWhenLeft: 'yes',
    });
    const issued = await gateway.keys.issue({ agent, caps, policy });
    return { gatewayUrl: added.gatewayUrl, key: issued.key };
  });
  return new OpenAI({ baseURL: gatewayUrl, apiKey: key, maxRetries: 0 });
}

export { expect } from './fixtures.ts';
