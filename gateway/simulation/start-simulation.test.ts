import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PurserClient } from '../../shared/contract/contract.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { createGateway } from '../index.ts';
import type { Gateway } from '../index.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { AGENT_PLANS } from './agent-plans.ts';
import { prepareSimulation } from './prepare-simulation.ts';
import type { PreparedSimulation } from './prepare-simulation.ts';
import { startSimulation } from './start-simulation.ts';
import type { Simulation, SimulationOptions } from './start-simulation.ts';

const clock = { now: () => Date.now() };
const CAP = nanodollarsOf(50_000_000);
/** Quicker than the demo, or this test would take as long as a person watches it. */
const PLANS = AGENT_PLANS.map((plan) => ({
  ...plan,
  restMs: [1, 20] as const,
  ...(plan.name === 'Night batch' ? { caps: [{ window: 'day' as const, rolling: false, amount: CAP }] } : {}),
}));

let dataFolder: string;
let gateway: Gateway;
let prepared: PreparedSimulation;
let client: PurserClient;
let channel: MessageChannel;
let simulation: Simulation | undefined;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-simulation-'));
  const deps = {
    clock,
    random: { bytes: (count: number) => randomBytes(count) },
    log: { log: () => undefined },
    secrets: createMemoryStore(),
    leak: () => simulation?.leak(),
  };
  const config = {
    dataFolder,
    port: 0,
    timeZone: 'Europe/Berlin',
    version: '0',
    simulated: true,
    maxBodyBytes: 1 << 20,
  };
  prepared = await prepareSimulation({ deps, config, seed: 'test', plans: PLANS });
  gateway = await createGateway(deps, config);
  channel = new MessageChannel();
  gateway.acceptPort(channel.port1);
  channel.port1.start();
  channel.port2.start();
  client = createORPCClient(new RPCLink({ port: channel.port2 }));
});
afterEach(async () => {
  await simulation?.stop();
  simulation = undefined;
  channel.port1.close();
  await gateway.stop(1_000);
  await rm(dataFolder, { recursive: true, force: true });
});

async function start(options: Pick<SimulationOptions, 'calmMs' | 'leakAfterMs'>): Promise<Simulation> {
  simulation = await startSimulation({ client: client.gateway, clock, prepared, ...options });
  return simulation;
}

const agentCalled = async (name: string) => (await client.gateway.agents.list()).find((agent) => agent.name === name);

it('spends, stops one agent at its cap, and has a question for the person', async () => {
  const before = (await client.gateway.agents.list()).reduce((sum, agent) => sum + agent.spentTotal, 0);
  const { provider } = await start({ calmMs: 200, leakAfterMs: 3_600_000 });
  provider.setScript({ outputTokens: 200 });
  await vi.waitFor(async () => {
    const agents = (await client.gateway.agents.list()).filter(({ name }) => name !== 'Docs writer');
    expect(agents).toHaveLength(5);
    for (const { requestsToday } of agents) expect(requestsToday).toBeGreaterThan(3);
  }, 20_000);

  // At its cap: money left is too little for even one more request, so its count stands still.
  await vi.waitFor(async () => {
    const { requestsToday } = (await agentCalled('Night batch')) ?? {};
    await new Promise((resolve) => setTimeout(resolve, 700));
    const batch = await agentCalled('Night batch');
    expect(batch?.requestsToday).toBe(requestsToday);
    expect(batch?.spentToday).toBeGreaterThan(CAP * 0.85);
    expect(batch?.spentToday).toBeLessThanOrEqual(CAP);
  }, 20_000);

  await vi.waitFor(async () => {
    const [question] = await client.gateway.approvals.list();
    expect(question?.agent).toBe('Docs writer');
  }, 20_000);
  expect(provider.requests.every((request) => !JSON.stringify(request.headers).includes('sk-purser-'))).toBe(true);

  await simulation?.stop();
  await vi.waitFor(async () => {
    const after = (await client.gateway.agents.list()).reduce((sum, agent) => sum + agent.spentTotal, 0);
    expect(after - before).toBeGreaterThanOrEqual(provider.bill());
  }, 15_000);
}, 90_000);

it('shows what a leaked sub-key takes, and what a bare key would have lost', async () => {
  expect(await client.simulation.leak()).toBeNull();
  await start({ leakAfterMs: 0 });
  const cap = nanodollarsOf(2_000_000_000);
  await vi.waitFor(async () => {
    const leak = await client.simulation.leak();
    expect(leak).toMatchObject({ agent: 'Release script', programs: 24, cap: { window: 'day', amount: cap } });
    expect(leak?.refused).toBeGreaterThan(20);
    expect(leak?.taken).toBeGreaterThan(cap / 2);
    expect(leak?.taken).toBeLessThanOrEqual(cap);
    expect(leak?.bareSoFar).toBeGreaterThan(cap * 3);
  }, 40_000);
  const leak = await client.simulation.leak();
  if (leak === null) throw new Error('it has begun');
  await client.gateway.keys.revoke({ id: leak.subKeyId });
  const { taken, tried } = (await client.simulation.leak()) ?? { taken: NaN, tried: NaN };
  await vi.waitFor(async () => expect((await client.simulation.leak())?.tried).toBeGreaterThan(tried + 5), 20_000);
  expect((await client.simulation.leak())?.taken).toBeLessThanOrEqual(Number(taken) + 0.1 * cap);
}, 90_000);
