import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../platform/ports.ts';
import type { AgentPlan } from './agent-plans.ts';
import type { Range } from './past/rhythm.ts';

/** One agent with the settings of a real tool: a base URL and a sub-key. */
export interface SimulatedAgent {
  readonly plan: AgentPlan;
  readonly baseUrl: string;
  readonly subKey: string;
}

export interface SimulatedAgentsOptions {
  readonly agents: readonly SimulatedAgent[];
  readonly random: Random;
  /** Ends them, also in the middle of a reply. */
  readonly signal: AbortSignal;
  /**
   * The pause after a refusal or a failed connection: long enough to stay calm, short enough to see a raised cap work.
   */
  readonly calmMs?: number;
}

const CALM_MS = 12_000;
/** A tokenizer counts 20 tokens in its 72 bytes: more than the quarter of its bytes that the simulated provider bills. */
const FILLER = 'Please look at src/a1.ts and b2.ts again, and say what could be better. ';

/**
 * Lets every agent spend through the gateway over real HTTP until `signal`; a refused one keeps trying, calmly.
 * Resolves when all have ended; never rejects.
 */
export async function runSimulatedAgents(options: SimulatedAgentsOptions): Promise<void> {
  await Promise.all(options.agents.map((agent) => runAgent(agent, options)));
}

async function runAgent(agent: SimulatedAgent, options: SimulatedAgentsOptions): Promise<void> {
  const { random, signal, calmMs = CALM_MS } = options;
  while (!signal.aborted) {
    const served = await sendOne(agent, random, signal).catch(() => false);
    const restMs = served ? between(random, agent.plan.restMs) : between(random, [calmMs, calmMs * 1.5]);
    await wait(restMs, undefined, { signal }).catch(() => undefined);
  }
}

/** One request, read to its end. @returns false when it was refused or cut. */
export async function sendOne(
  { plan, baseUrl, subKey }: SimulatedAgent,
  random: Random,
  signal: AbortSignal,
): Promise<boolean> {
  const prompt = FILLER.repeat(Math.ceil(between(random, plan.promptBytes) / FILLER.length));
  const body = {
    model: plan.models[between(random, [0, plan.models.length - 1])],
    stream: plan.stream,
    max_tokens: plan.maxTokens,
    messages: [{ role: 'user', content: prompt }],
  };
  const [path, credential] =
    plan.kind === 'openai'
      ? ['chat/completions', { authorization: `Bearer ${subKey}` }]
      : ['v1/messages', { 'x-api-key': subKey, 'anthropic-version': '2023-06-01' }];
  const response = await fetch(`${baseUrl}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'purser-simulated-agent', ...credential },
    body: JSON.stringify(body),
    signal,
  });
  for await (const _ of response.body ?? []) {
    // Read like a client that shows the text as it comes; the text itself is of no use here.
  }
  return response.ok;
}

/** A whole number in the range, both ends included. */
export function between(random: Random, [least, most]: Range): number {
  const bytes = random.bytes(4);
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return least + Math.floor((value / 2 ** 32) * (most - least + 1));
}
