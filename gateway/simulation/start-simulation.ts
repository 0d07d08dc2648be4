import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { LeakView } from '../../shared/contract/leak-view.ts';
import type { Clock, Random } from '../platform/ports.ts';
import { startLeak } from './leak.ts';
import type { Leak } from './leak.ts';
import { createSeededRandom } from './past/seeded-random.ts';
import type { PreparedSimulation } from './prepare-simulation.ts';
import type { Script, SimulatedRequest } from './script.ts';
import { between, runSimulatedAgents } from './simulated-agents.ts';
import type { SimulatedAgent } from './simulated-agents.ts';
import type { SimulatedProvider } from './simulated-provider.ts';

export interface SimulationOptions {
  /** A gateway on the data folder that was prepared. Only the contract is used. */
  readonly client: Pick<GatewayClient, 'providers'>;
  readonly clock: Clock;
  readonly prepared: PreparedSimulation;
  readonly calmMs?: number;
  /** When the sub-key of one agent leaks; left out: after a look around. */
  readonly leakAfterMs?: number;
}

export interface Simulation {
  readonly provider: SimulatedProvider;
  /** The leak, once it has begun. */
  leak(): LeakView | undefined;
  /** Ends the agents, then the provider. The gateway is the caller's to stop. */
  stop(): Promise<void>;
}

const LEAK_AFTER_MS = 25_000;

/** Lets the agents of a prepared folder spend simulated money through its gateway, until `stop`. */
export async function startSimulation(options: SimulationOptions): Promise<Simulation> {
  const { client, clock, prepared, calmMs, leakAfterMs = LEAK_AFTER_MS } = options;
  const { provider } = prepared;
  const random = createSeededRandom(`${prepared.seed} live`);
  const ending = new AbortController();
  try {
    const urls = new Map((await client.providers.list()).map(({ name, gatewayUrl }) => [String(name), gatewayUrl]));
    const agents = prepared.agents.map((agent) => ({ ...agent, baseUrl: urls.get(agent.plan.kind) ?? '' }));
    const leaks = agents.flatMap((victim) => {
      const [cap] = victim.plan.caps;
      const after = { clock, random, signal: ending.signal, afterMs: leakAfterMs };
      return victim.plan.leaks && cap !== undefined ? [startLeak({ victim: { ...victim, cap }, ...after })] : [];
    });
    prepared.onCharge((request, nanodollars) => {
      for (const leak of leaks) leak.noteCharge(request, nanodollars);
    });
    provider.setScript((request) => stolenScript(leaks, request) ?? livelyScript(request, random));
    const running = runSimulatedAgents({
      agents: agents satisfies readonly SimulatedAgent[],
      random,
      signal: ending.signal,
      ...(calmMs === undefined ? {} : { calmMs }),
    });
    return {
      provider,
      leak: () => leaks.map((leak) => leak.view()).find((view) => view !== undefined),
      async stop() {
        ending.abort();
        await Promise.all([running, ...leaks.map(({ ended }) => ended)]);
        await provider.stop();
      },
    };
  } catch (error) {
    ending.abort();
    await provider.stop();
    throw error;
  }
}

function stolenScript(leaks: readonly Leak[], request: SimulatedRequest): Script | undefined {
  return leaks.map((leak) => leak.scriptFor(request)).find((script) => script !== undefined);
}

/** Replies of different lengths at a pace that can be watched. */
function livelyScript(request: SimulatedRequest, random: Random): Script {
  if (request.body.includes('"stream":true')) {
    return { firstByteMs: between(random, [200, 700]), tokenMs: 20, outputTokens: between(random, [60, 420]) };
  }
  return { firstByteMs: between(random, [150, 500]), tokenMs: 1, outputTokens: between(random, [300, 900]) };
}
