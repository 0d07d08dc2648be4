import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { systemClock, systemRandom } from '../../defaults.ts';
import { createGateway } from '../../index.ts';
import type { Gateway } from '../../index.ts';
import { createMemoryStore } from '../../secrets/memory-store.ts';
import { startSimulatedProvider } from '../../simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../simulation/simulated-provider.ts';
import { connectInProcess, PROVIDER_KEY } from '../../testing/start-test-gateway.ts';

const SINCE = Date.now() - 86_400_000;
const secrets = createMemoryStore();

let folder: string;
let provider: SimulatedProvider;
let gateway: Gateway;
let client: GatewayClient;
let leave: () => void;

async function start(): Promise<void> {
  gateway = await createGateway(
    { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets },
    { dataFolder: folder, port: 0, timeZone: 'Europe/Berlin', version: '0', simulated: false, maxBodyBytes: 2 ** 20 },
  );
  const connected = connectInProcess(gateway);
  client = connected.client.gateway;
  leave = connected.close;
}
async function stop(): Promise<void> {
  leave();
  await gateway.stop(0);
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-reprice-'));
  provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 1_000, outputTokens: 10 } });
  await start();
});
afterEach(async () => {
  await stop();
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
});

const price = (input: number) =>
  client.prices.set({
    model: 'simulated-only',
    input: nanodollarsOf(input),
    output: nanodollarsOf(0),
    cacheRead: null,
    cacheWrite: null,
  });

/** Everything that shows what was spent. */
async function story() {
  const [key] = await client.keys.list();
  const [agent] = await client.agents.list();
  const { total } = await client.usage.summary({ by: 'model' });
  const requests = await client.usage.recent({ limit: 10 });
  return {
    total: total.nanodollars,
    caps: key?.caps.map(({ spent }) => spent),
    agent: [agent?.spentToday, agent?.spentTotal],
    requests: requests.map(({ cost }) => cost),
  };
}

it("shows what the past would cost at today's prices; changes it only when asked, everywhere, on record", async () => {
  await client.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY });
  await client.agents.add({ name: 'A' });
  await price(2_000_000_000);
  const { key } = await client.keys.issue({
    agent: 'A',
    caps: ['5/day', '20/total'].map(parseCap).filter((cap) => cap !== undefined),
  });
  const openai = new OpenAI({ baseURL: `${gateway.url}/openai/v1`, apiKey: key, maxRetries: 0 });
  const ask = (model: string) =>
    openai.chat.completions.create({ model, max_tokens: 20, messages: [{ role: 'user', content: 'Hi' }] });
  await ask('simulated-only');
  await ask('simulated-only');
  await ask('gpt-4o-mini');
  const first = await story();
  expect(first.requests.filter((cost) => cost === 2_000_000)).toHaveLength(2);

  await price(500_000_000);
  const changes = [{ provider: 'openai', model: 'simulated-only', requests: 2, before: 4_000_000, after: 1_000_000 }];
  const dry = await client.prices.reprice({ since: SINCE, apply: false });
  expect(dry).toEqual({ applied: false, examined: 3, leftAlone: 0, changes });
  expect(await story()).toEqual(first);
  expect(JSON.stringify(await client.audit.export({}))).not.toContain('history-repriced');

  expect(await client.prices.reprice({ since: SINCE, apply: true })).toMatchObject({ applied: true, changes });
  const second = await story();
  expect(second.total).toBe(first.total - 3_000_000);
  expect(second.caps).toEqual(first.caps?.map((spent) => spent - 3_000_000));
  expect(second.agent).toEqual(first.agent.map((spent) => Number(spent) - 3_000_000));
  expect(second.requests.filter((cost) => cost === 500_000)).toHaveLength(2);
  expect(JSON.stringify(await client.audit.export({}))).toContain('history-repriced');
  expect((await client.audit.verify()).brokenAt).toBeNull();
  // A second run changes nothing, and a restart shows the same.
  expect((await client.prices.reprice({ since: SINCE, apply: true })).changes).toEqual([]);
  await stop();
  await start();
  expect(await story()).toEqual(second);
});

it('leaves alone what began too early, and providers that are gone', async () => {
  const { name } = await client.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY });
  await client.agents.add({ name: 'A' });
  const { key } = await client.keys.issue({
    agent: 'A',
    caps: ['5/day'].map(parseCap).filter((cap) => cap !== undefined),
  });
  await new OpenAI({ baseURL: `${gateway.url}/openai/v1`, apiKey: key, maxRetries: 0 }).chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 20,
    messages: [{ role: 'user', content: 'Hi' }],
  });
  await client.prices.set({
    model: 'gpt-4o-mini',
    input: nanodollarsOf(1),
    output: nanodollarsOf(1),
    cacheRead: null,
    cacheWrite: null,
  });
  expect((await client.prices.reprice({ since: Date.now() + 1_000, apply: true })).examined).toBe(0);
  await client.providers.remove({ name });
  expect(await client.prices.reprice({ since: SINCE, apply: true })).toEqual({
    applied: true,
    examined: 1,
    leftAlone: 1,
    changes: [],
  });
});
