import { createRouterClient } from '@orpc/server';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import type { AgentId, SubKeyId } from '../../shared/ids.ts';
import { implementGateway } from '../api/implement-gateway.ts';
import { openEngine } from '../open-engine.ts';
import type { GatewayConfig, GatewayDeps } from '../open/gateway-deps.ts';
import { AGENT_PLANS } from './agent-plans.ts';
import type { AgentPlan } from './agent-plans.ts';
import { createPastClock } from './past/past-clock.ts';
import { PAST_DAYS, pastWork } from './past/past-work.ts';
import { writePast } from './past/write-past.ts';
import { startSimulatedProvider } from './simulated-provider.ts';
import type { SimulatedProvider, SimulatedProviderOptions } from './simulated-provider.ts';

export interface PrepareOptions {
  /** Those of the gateway that is opened afterwards: its secrets are kept in the same store. */
  readonly deps: GatewayDeps;
  /** A temporary folder that nothing was added to yet. */
  readonly config: GatewayConfig;
  /** The same one gives the same past. */
  readonly seed: string;
  /** The agents and their spending; left out, the six agents of the demo. */
  readonly plans?: readonly AgentPlan[];
}

/** An agent with a sub-key, and with a past. */
export interface PreparedAgent {
  readonly plan: AgentPlan;
  readonly agentId: AgentId;
  readonly subKeyId: SubKeyId;
  readonly subKey: string;
}

/** A data folder with three months in it, and the provider that its gateway knows. */
export interface PreparedSimulation {
  readonly provider: SimulatedProvider;
  readonly agents: readonly PreparedAgent[];
  readonly seed: string;
  /** Hears of every charge from now on. */
  onCharge(listener: NonNullable<SimulatedProviderOptions['onCharge']>): void;
}

/** No real provider has a key like this, and a person who finds it somewhere knows where it came from. */
const SIMULATED_KEY = 'simulated-provider-key-not-real';
const DAY_MS = 86_400_000;

/**
 * Fills a data folder with a simulated provider, agents and three months of their work. A gateway whose clock stands in
 * the past is opened for what a person does: adding providers and agents, and issuing sub-keys. It is closed again, and
 * the requests are written into its ledger.
 */
export async function prepareSimulation(options: PrepareOptions): Promise<PreparedSimulation> {
  const { deps, config, seed, plans = AGENT_PLANS } = options;
  let listener: NonNullable<SimulatedProviderOptions['onCharge']> = () => undefined;
  const provider = await startSimulatedProvider({
    key: SIMULATED_KEY,
    onCharge: (request, nanodollars) => listener(request, nanodollars),
  });
  try {
    const now = deps.clock.now();
    const clock = createPastClock(deps.clock, (PAST_DAYS + 1) * DAY_MS);
    const opened = await openEngine({ ...deps, clock }, config);
    const agents: PreparedAgent[] = [];
    try {
      const client = createRouterClient(implementGateway(() => opened.engine));
      await addProviders(client, provider);
      for (const plan of plans) {
        // Made one after the other, as a person would: the page lists them by age.
        clock.advance(60_000);
        agents.push(await employ(client, plan));
      }
    } finally {
      await opened.stop(0);
    }
    await writePast(
      config.dataFolder,
      agents.map(({ plan, agentId, subKeyId }) => ({
        agentId,
        subKeyId,
        agent: plan.name,
        provider: providerNameSchema.parse(plan.kind),
        endpoint: plan.kind === 'openai' ? 'chat/completions' : 'messages',
        stream: plan.stream,
        work: pastWork({ plan, seed, now, timeZone: config.timeZone }),
      })),
    );
    return {
      provider,
      agents,
      seed,
      onCharge(next) {
        listener = next;
      },
    };
  } catch (error) {
    await provider.stop();
    throw error;
  }
}

async function addProviders(client: Pick<GatewayClient, 'providers'>, provider: SimulatedProvider): Promise<void> {
  for (const [kind, baseUrl] of [
    ['openai', provider.openaiBaseUrl],
    ['anthropic', provider.anthropicBaseUrl],
  ] as const)
    await client.providers.add({ kind, name: kind, baseUrl, key: SIMULATED_KEY, stopsWhenLeft: 'yes' });
}

async function employ(client: Pick<GatewayClient, 'agents' | 'keys'>, plan: AgentPlan): Promise<PreparedAgent> {
  const agent = await client.agents.add({ name: plan.name });
  const { id, key } = await client.keys.issue({
    agent: plan.name,
    caps: [...plan.caps],
    ...(plan.policy === undefined ? {} : { policy: plan.policy }),
  });
  return { plan, agentId: agent.id, subKeyId: id, subKey: key };
}
