import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PurserClient } from '../../shared/contract/contract.ts';
import { parseUsd } from '../../shared/money.ts';
import { createGateway } from '../index.ts';
import type { Gateway } from '../index.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { AGENT_PLANS } from './agent-plans.ts';
import { startSimulation } from './start-simulation.ts';

const random = { bytes: (count: number) => randomBytes(count) };
const CAP = parseUsd('0.05');
let dataFolder: string;
let gateway: Gateway;
let client: PurserClient;
let channel: MessageChannel;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-simulation-'));
  const deps = {
    clock: { now: () => Date.now() },
    random,
    log: { log: () => undefined },
    secrets: createMemoryStore(),
  };
  gateway = await createGateway(deps, {
    dataFolder,
    port: 0,
    timeZone: 'Europe/Berlin',
    version: '0',
    simulated: true,
    maxBodyBytes: 1 << 20,
  });
  channel = new MessageChannel();
  gateway.acceptPort(channel.port1);
  channel.port1.start();
  channel.port2.start();
  client = createORPCClient(new RPCLink({ port: channel.port2 }));
});
afterEach(async () => {
  channel.port1.close();
  await gateway.stop(1_000);
  await rm(dataFolder, { recursive: true, force: true });
});

it('fills a gateway, spends through it, and stops one agent at its cap', async () => {
  if (CAP === undefined) throw new Error('no cap');
  const plans = AGENT_PLANS.map((plan) => ({
    ...plan,
    restMs: [1, 20] as const,
    ...(plan.name === 'Night batch' ? { caps: [{ window: 'day' as const, rolling: false, amount: CAP }] } : {}),
  }));
  const simulation = await startSimulation({ client: client.gateway, random, plans, calmMs: 200 });
  const { provider } = simulation;
  try {
    // Quicker than the demo, or this test would take as long as a person watches it.
    provider.setScript({ outputTokens: 200 });
    const views = async () => new Map((await client.gateway.agents.list()).map((agent) => [agent.name, agent]));
    await vi.waitFor(async () => {
      for (const agent of (await views()).values()) expect(agent.requestsToday).toBeGreaterThan(3);
    }, 15_000);

    // At its cap: money left is too little for even one more request, so its count stands still. The first request
    // whose input is counted waits for the tables, and is no end.
    const spentBy = async () => (await views()).get('Night batch')?.spentTotal ?? 0;
    await vi.waitFor(async () => {
      const before = (await views()).get('Night batch')?.requestsToday;
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect((await views()).get('Night batch')?.requestsToday).toBe(before);
      expect(await spentBy()).toBeGreaterThan(CAP * 0.85);
    }, 20_000);
    expect(await spentBy()).toBeLessThanOrEqual(CAP);
    expect(provider.requests.every((request) => !JSON.stringify(request.headers).includes('sk-purser-'))).toBe(true);
  } finally {
    await simulation.stop();
  }
  await vi.waitFor(async () => {
    const agents = await client.gateway.agents.list();
    const spent = agents.reduce((sum, agent) => sum + agent.spentTotal, 0);
    expect(spent).toBeGreaterThanOrEqual(provider.bill());
  }, 15_000);
}, 60_000);
