import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AGENT_PLANS } from './agent-plans.ts';
import type { AgentPlan } from './agent-plans.ts';
import { between, runSimulatedAgents } from './simulated-agents.ts';
import { startSimulatedProvider } from './simulated-provider.ts';
import type { SimulatedProvider } from './simulated-provider.ts';

const random = { bytes: (count: number) => randomBytes(count) };
const KEY = 'simulated-key';
const hasty = (plan: AgentPlan): AgentPlan => ({ ...plan, restMs: [1, 5] });

let provider: SimulatedProvider | undefined;
afterEach(() => provider?.stop());

/** Here the provider itself stands where a gateway would: agents cannot tell. */
async function run(calmMs: number, started: SimulatedProvider) {
  provider = started;
  const ending = new AbortController();
  const agents = AGENT_PLANS.map((plan) => ({
    plan: hasty(plan),
    subKey: KEY,
    baseUrl: plan.kind === 'openai' ? started.openaiBaseUrl : started.anthropicBaseUrl,
  }));
  const running = runSimulatedAgents({ agents, random, calmMs, signal: ending.signal });
  return async () => {
    ending.abort();
    await running;
  };
}

const modelsSeen = (started: SimulatedProvider) =>
  new Set(started.requests.map((request) => /"model":"([^"]+)"/.exec(request.body)?.[1]));

describe('the simulated agents', () => {
  it('all spend, over and over', async () => {
    const started = await startSimulatedProvider({ key: KEY });
    const stop = await run(5, started);
    const models = new Set(AGENT_PLANS.flatMap((plan) => plan.models));
    await vi.waitFor(() => expect(modelsSeen(started)).toEqual(models), 15_000);
    await vi.waitFor(() => expect(started.requests.length).toBeGreaterThan(20), 15_000);
    await stop();
    expect(started.bill()).toBeGreaterThan(0);
  });

  it('keep trying after refusals, but calmly', async () => {
    const started = await startSimulatedProvider({ key: KEY, script: { fault: 'rate-limited' } });
    const stop = await run(300, started);
    await vi.waitFor(() => expect(started.requests.length).toBeGreaterThanOrEqual(6), 15_000);
    await stop();
    expect(started.requests.length).toBeLessThanOrEqual(9);
  });

  it('end at once in the middle of a reply', async () => {
    const started = await startSimulatedProvider({ key: KEY, script: { outputTokens: 1_000, tokenMs: 50 } });
    const stop = await run(300, started);
    await vi.waitFor(() => expect(started.openStreams).toBe(AGENT_PLANS.length), 15_000);
    const before = performance.now();
    await stop();
    // A reply lasts 50 seconds.
    expect(performance.now() - before).toBeLessThan(5_000);
    await expect.poll(() => started.openStreams).toBe(0);
  });
});

describe('a random number in a range', () => {
  it('reaches both ends and nothing beyond', () => {
    expect(between({ bytes: () => new Uint8Array([0, 0, 0, 0]) }, [3, 7])).toBe(3);
    expect(between({ bytes: () => new Uint8Array([255, 255, 255, 255]) }, [3, 7])).toBe(7);
  });
});
