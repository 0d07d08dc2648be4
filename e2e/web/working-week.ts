import { between, sendOne } from '../../gateway/simulation/simulated-agents.ts';
import type { SimulatedAgent } from '../../gateway/simulation/simulated-agents.ts';
import type { AgentPlan } from '../../gateway/simulation/agent-plans.ts';
import type { Script } from '../../gateway/simulation/script.ts';
import { capsSchema, parseCap } from '../../shared/cap.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Policy } from '../../shared/policy.ts';
import { scopeOf } from '../../shared/policy.ts';
import { NOW, STILL_KEY } from './still-gateway.ts';
import type { StillGateway } from './still-gateway.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A week and a half of work, so that every window, trend and comparison has something to say. */
const DAYS = 10;
/** When it was installed. */
export const WEEK_BEGAN = NOW - DAYS * DAY - 8 * HOUR;

const CLAUDE = planOf({
  name: 'Claude Code',
  kind: 'anthropic',
  models: ['claude-opus-5-5', 'claude-sonnet-5', 'claude-haiku-4-5'],
  caps: ['10/day', '60/week'],
  promptBytes: [8_000, 80_000],
  maxTokens: 2_000,
});
const CODEX = planOf({
  name: 'Codex',
  kind: 'openai',
  models: ['gpt-5.3-codex', 'gpt-5.3-codex', 'gpt-5-mini'],
  caps: ['4/day', '20/total'],
  promptBytes: [6_000, 40_000],
  maxTokens: 1_500,
});
const AIDER = planOf({
  name: 'Aider',
  kind: 'openai',
  models: ['gpt-5-mini'],
  caps: ['2/day'],
  promptBytes: [4_000, 20_000],
  maxTokens: 1_000,
});
const BATCH = planOf({
  name: 'Night batch',
  kind: 'openai',
  models: ['gpt-5'],
  caps: ['0.05/day'],
  promptBytes: [2_000, 6_000],
  maxTokens: 1_000,
});

/**
 * Fills a gateway through its own doors: providers, agents and rules by the contract, money by real requests at their
 * time.
 */
export async function liveThroughWeek(still: StillGateway): Promise<void> {
  const { client } = still;
  const openai = await client.providers.add({
    kind: 'openai',
    baseUrl: still.provider.openaiBaseUrl,
    key: STILL_KEY,
    stopsWhenLeft: 'yes',
  });
  const anthropic = await client.providers.add({
    kind: 'anthropic',
    baseUrl: still.provider.anthropicBaseUrl,
    key: STILL_KEY,
    stopsWhenLeft: 'yes',
  });
  const employ = async (plan: AgentPlan, policy: Policy = {}): Promise<SimulatedAgent> => {
    still.advanceClock(MINUTE);
    await client.agents.add({ name: plan.name });
    const { key } = await client.keys.issue({ agent: plan.name, caps: [...plan.caps], policy });
    return { plan, subKey: key, baseUrl: (plan.kind === 'openai' ? openai : anthropic).gatewayUrl };
  };
  const claude = await employ(CLAUDE);
  const codex = await employ(CODEX, { models: { allow: ['gpt-5*'] } });
  const aider = await employ(AIDER, {
    workingHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '19:00' },
  });
  const batch = await employ(BATCH);
  await client.policies.set({
    scope: scopeOf('agent', await idOf(still, CLAUDE.name)),
    policy: { caps: capsOf('200/month'), models: { deny: ['*-preview'] } },
  });
  await client.prices.set({
    model: 'house-model',
    input: nanodollarsOf(200_000_000),
    output: nanodollarsOf(800_000_000),
    cacheRead: null,
    cacheWrite: null,
  });

  const send = (agent: SimulatedAgent, script: Script = {}): Promise<boolean> => spend(still, agent, script);
  for (let day = DAYS; day >= 1; day -= 1) {
    for (const hour of [9, 11, 14, 16]) {
      still.setClock(startOfDay(NOW) - day * DAY + hour * HOUR + between(still.random, [0, 40]) * MINUTE);
      await send(claude);
      await send(hour < 12 ? codex : aider);
    }
  }
  for (const hour of [8, 9, 10, 11, 12]) {
    still.setClock(startOfDay(NOW) + hour * HOUR + between(still.random, [0, 40]) * MINUTE);
    for (const agent of [claude, codex, claude, aider]) await send(agent);
  }
  for (let minute = 57; minute >= 2; minute -= 3) {
    still.setClock(NOW - minute * MINUTE);
    await send(claude);
    if (minute % 2 === 0) await send(codex);
  }
  while (await send(batch)) still.advanceClock(1_000);
  await send(codex, { noUsage: true });
  await send(claude, { fault: 'overloaded' });
  await client.agents.pause({ id: await idOf(still, AIDER.name) });
  still.setClock(NOW);
}

/** One request, answered so much later by the standing clock as a model would take. */
function spend(still: StillGateway, agent: SimulatedAgent, script: Script): Promise<boolean> {
  still.provider.setScript(() => {
    still.advanceClock(between(still.random, [1_500, 9_000]));
    return { outputTokens: between(still.random, [60, 900]), ...script };
  });
  return sendOne(agent, still.random, AbortSignal.timeout(10_000));
}

async function idOf({ client }: StillGateway, name: string) {
  const agent = (await client.agents.list()).find((one) => one.name === name);
  if (!agent) throw new Error(`There is no agent ${name}.`);
  return agent.id;
}

function startOfDay(epochMs: number): number {
  return epochMs - (epochMs % DAY);
}

function capsOf(...texts: readonly string[]) {
  return capsSchema.parse(texts.map(parseCap));
}

function planOf({
  caps,
  ...plan
}: Pick<AgentPlan, 'name' | 'kind' | 'models' | 'promptBytes' | 'maxTokens'> & {
  readonly caps: readonly string[];
}): AgentPlan {
  return { ...plan, caps: capsOf(...caps), stream: true, restMs: [0, 0] };
}
