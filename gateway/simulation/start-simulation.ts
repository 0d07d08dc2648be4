import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { Random } from '../platform/ports.ts';
import { AGENT_PLANS } from './agent-plans.ts';
import type { AgentPlan } from './agent-plans.ts';
import type { PastClock } from './past-clock.ts';
import type { Script, SimulatedRequest } from './script.ts';
import { simulatePast } from './simulate-past.ts';
import { between, runSimulatedAgents } from './simulated-agents.ts';
import type { SimulatedAgent } from './simulated-agents.ts';
import { startSimulatedProvider } from './simulated-provider.ts';
import type { SimulatedProvider } from './simulated-provider.ts';

export interface SimulationOptions {
  /** A gateway on temporary data that nothing was added to yet. Only the contract is used. */
  readonly client: Pick<GatewayClient, 'providers' | 'agents' | 'keys'>;
  readonly random: Random;
  /** The agents and their spending; left out, the three agents of the demo. */
  readonly plans?: readonly AgentPlan[];
  readonly calmMs?: number;
  /** The gateway's clock, when it stands in the past: the agents have then been at work since. */
  readonly past?: PastClock;
}

export interface Simulation {
  readonly provider: SimulatedProvider;
  /** Ends the agents, then the provider. The gateway is the caller's to stop. */
  stop(): Promise<void>;
}

/** As much as the shortest range of the chart shows. */
export const SIMULATED_PAST_MS = 57 * 60_000;

/** No real provider has a key like this, and a person who finds it somewhere knows where it came from. */
const SIMULATED_KEY = 'simulated-provider-key-not-real';

/**
 * Fills a gateway with a simulated provider and agents that spend simulated money, until `stop`. It acts as a person
 * would: it adds providers and agents, issues capped sub-keys, and gives each agent its own.
 */
export async function startSimulation(options: SimulationOptions): Promise<Simulation> {
  const { client, random, plans = AGENT_PLANS, calmMs, past } = options;
  const provider = await startSimulatedProvider({
    key: SIMULATED_KEY,
    script: (request) => livelyScript(request, random),
  });
  const ending = new AbortController();
  try {
    const openai = await client.providers.add({
      kind: 'openai',
      name: 'openai',
      baseUrl: provider.openaiBaseUrl,
      key: SIMULATED_KEY,
      stopsWhenLeft: 'yes',
    });
    const anthropic = await client.providers.add({
      kind: 'anthropic',
      name: 'anthropic',
      baseUrl: provider.anthropicBaseUrl,
      key: SIMULATED_KEY,
      stopsWhenLeft: 'yes',
    });
    const agents: SimulatedAgent[] = [];
    for (const plan of plans) {
      await client.agents.add({ name: plan.name });
      const { key } = await client.keys.issue({ agent: plan.name, caps: [...plan.caps] });
      // Made one after the other, as a person would: the page lists them by age.
      past?.advance(1_000);
      agents.push({ plan, subKey: key, baseUrl: (plan.kind === 'openai' ? openai : anthropic).gatewayUrl });
    }
    if (past !== undefined) {
      provider.setScript(() => {
        past.advance(between(random, [2_000, 9_000]));
        return { outputTokens: between(random, [60, 420]) };
      });
      await simulatePast({
        agents: agents.filter(({ plan }) => plan.hasPast),
        random,
        clock: past,
        signal: ending.signal,
      });
      provider.setScript((request) => livelyScript(request, random));
    }
    const running = runSimulatedAgents({
      agents,
      random,
      signal: ending.signal,
      ...(calmMs === undefined ? {} : { calmMs }),
    });
    return {
      provider,
      async stop() {
        ending.abort();
        await running;
        await provider.stop();
      },
    };
  } catch (error) {
    past?.catchUp();
    await provider.stop();
    throw error;
  }
}

/** Replies of different lengths at a pace that can be watched. */
function livelyScript(request: SimulatedRequest, random: Random): Script {
  if (request.body.includes('"stream":true')) {
    return { firstByteMs: between(random, [200, 700]), tokenMs: 20, outputTokens: between(random, [60, 420]) };
  }
  return { firstByteMs: between(random, [150, 500]), tokenMs: 1, outputTokens: between(random, [300, 900]) };
}
