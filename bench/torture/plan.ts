import type { Script } from '../../gateway/simulation/script.ts';
import type { Seeded } from '../seeded.ts';
import { drawOwnRequest, OWN_KEYS } from './own.ts';
import { DENSE } from './request.ts';
import type { Abort, KeyPlan, RequestPlan } from './request.ts';

/** Few requests for each, so that an overcharge of one cannot hide an undercharge of another. */
const LEAVERS = 24;

const SPENDERS: readonly [KeyPlan, ...KeyPlan[]] = [
  { name: 'tight-1', agent: 'Editor', caps: ['0.06/total'], role: 'tight' },
  { name: 'tight-2', agent: 'Editor', caps: ['0.15/total'], role: 'tight' },
  { name: 'daily-1', agent: 'Batch', caps: ['0.05/day', '9/total'], role: 'tight' },
  { name: 'daily-2', agent: 'Batch', caps: ['0.10/day', '0.14/total'], role: 'tight' },
  { name: 'rich', agent: 'Builder', caps: ['50/day', '90/total'], role: 'rich' },
  { name: 'revoked', agent: 'Builder', caps: ['9/total'], role: 'revoked' },
];

/** Two agents of one group, one of which has a cap on some models besides. */
const SHARERS: readonly [KeyPlan, ...KeyPlan[]] = [
  { name: 'night', agent: 'Night', caps: ['9/total'], role: 'shared' },
  { name: 'shift', agent: 'Shift', caps: ['9/total'], role: 'shared' },
];
/** Caps over more than one sub-key, or over a part of what one spends. */
export const SHARED_CAPS = [
  { name: 'the group dark', agents: ['Night', 'Shift'], models: undefined, cap: '0.12/total' },
  { name: 'Night on gpt-4o*', agents: ['Night'], models: 'gpt-4o*', cap: '0.03/total' },
] as const;
const BURST: KeyPlan = { name: 'burst', agent: 'Batch', caps: ['0.02/day', '9/total'], role: 'burst' };
const leaver = (index: number): KeyPlan => ({
  name: `leaver-${index}`,
  agent: 'Leaver',
  caps: ['9/total'],
  role: 'leaver',
});

const CRASHES: readonly KeyPlan[] = Array.from({ length: 10 }, (_, index) => ({
  name: `crash-${index}`,
  agent: 'Builder',
  caps: ['9/total'],
  role: 'crash',
}));

export const KEYS: readonly KeyPlan[] = [
  ...SPENDERS,
  ...SHARERS,
  BURST,
  ...CRASHES,
  ...Array.from({ length: LEAVERS }, (_, index) => leaver(index)),
  ...OWN_KEYS,
];

const MODELS = {
  openai: ['gpt-4o', 'gpt-4o', 'gpt-4o-mini', 'gpt-5'],
  responses: ['gpt-4o', 'gpt-4o-mini', 'gpt-5-mini'],
  anthropic: ['claude-haiku-4-5', 'claude-sonnet-5', 'claude-opus-5-5'],
  gemini: ['gemini-2.5-flash', 'gemini-3-flash-preview'],
} as const satisfies Readonly<Record<RequestPlan['dialect'], readonly [string, ...string[]]>>;
/** About what one token takes on the wire: to abort anywhere between the first byte and the last. */
const WIRE_BYTES_PER_TOKEN = 220;

/**
 * Draws one request. Half of them are aborted; one in six meets a faulty provider, one in eight goes to a vendor's own
 * host.
 */
export function drawRequest(random: Seeded, marker: string): RequestPlan {
  if (random.chance(0.12)) return drawOwnRequest(random, marker);
  const key = random.chance(0.3)
    ? leaver(random.between(0, LEAVERS - 1))
    : random.pick(random.chance(0.15) ? SHARERS : SPENDERS);
  const leaves = key.role === 'leaver';
  const dialect = random.pick<RequestPlan['dialect']>(['openai', 'anthropic', 'responses', 'gemini']);
  const stream = leaves || random.chance(0.75);
  const maxTokens = random.between(50, 700);
  const promptBytes = random.between(100, 4_000);
  const cached = dialect === 'anthropic' && random.chance(0.3);
  const outputTokens = random.chance(0.6) ? maxTokens : random.between(10, 800);
  const dense = random.chance(0.5);
  const pace: Script = {
    outputTokens,
    ...(random.chance(0.5) ? { words: DENSE } : {}),
    firstByteMs: random.pick([0, 0, 5, 30, 80]),
    tokenMs: random.pick([0, 0, 1, 2]),
    splitBytes: random.chance(0.15),
    crlf: random.chance(0.1),
    ...(cached
      ? { cacheWriteTokens: Math.floor(promptBytes / 8) }
      : random.chance(0.2)
        ? { cacheReadTokens: Math.floor(promptBytes / 8) }
        : {}),
  };
  return {
    marker,
    key,
    dialect,
    place: dialect === 'responses' ? 'openai' : dialect,
    model: random.pick<string>(MODELS[dialect]),
    stream,
    choices: dialect === 'openai' && random.chance(0.1) ? 2 : 1,
    promptBytes,
    dense,
    maxTokens,
    cached,
    script: { ...pace, ...(random.chance(0.17) ? drawFault(random) : {}) },
    abort: leaves || random.chance(0.3) ? drawAbort(random, stream, Math.min(outputTokens, maxTokens)) : undefined,
  };
}

/** A fault of the provider. */
export function isFaulty({ script }: RequestPlan): boolean {
  return (
    script.fault !== undefined ||
    script.garbage === true ||
    script.destroyAfterTokens !== undefined ||
    script.hangAfterTokens !== undefined
  );
}

function drawFault(random: Seeded): Script {
  return random.pick<() => Script>([
    () => ({ fault: random.pick(['rate-limited', 'server-error', 'overloaded']) }),
    () => ({ garbage: true }),
    () => ({ noUsage: true }),
    () => ({ destroyAfterTokens: random.between(0, 60) }),
  ])();
}

function drawAbort(random: Seeded, stream: boolean, tokens: number): Abort {
  if (stream && random.chance(0.8)) return { afterBytes: random.between(1, tokens * WIRE_BYTES_PER_TOKEN) };
  return { afterMs: random.between(0, 150) };
}

/** Costs nearly what it may cost, and is read to its end: of a hundred at once, the cap can pay a few. */
export function burstRequest(marker: string): RequestPlan {
  return {
    marker,
    key: BURST,
    dialect: 'openai',
    place: 'openai',
    model: 'gpt-4o',
    stream: true,
    choices: 1,
    promptBytes: 100,
    dense: false,
    maxTokens: 400,
    cached: false,
    script: { outputTokens: 400, firstByteMs: 30, tokenMs: 1 },
    abort: undefined,
  };
}

/**
 * One request for each key that has nothing else: what each cost must be in the ledger, however soon the gateway is
 * killed.
 */
export function crashRequests(): readonly RequestPlan[] {
  return CRASHES.map((key, index) => ({
    ...burstRequest(`crash-${index}`),
    key,
    stream: index % 2 === 0,
    // A third of them hold no more than a slice.
    ...(index % 3 === 0 ? { place: 'own-openai' as const, maxTokens: 4_000 } : {}),
    script: { outputTokens: 400, tokenMs: 3 },
  }));
}

/** Those whose models show all they generate, so that it can be said what fits. */
export type PlainDialect = 'openai' | 'anthropic';

/** A slow, long stream: what a revoke has to cut. */
export function slowStream(marker: string, key: KeyPlan, dialect: PlainDialect): RequestPlan {
  return {
    marker,
    key,
    dialect,
    place: dialect,
    model: dialect === 'openai' ? 'gpt-4o-mini' : 'claude-haiku-4-5',
    stream: true,
    choices: 1,
    promptBytes: 200,
    dense: false,
    maxTokens: 8_000,
    cached: false,
    script: { outputTokens: 8_000, tokenMs: 4 },
    abort: undefined,
  };
}

/** A request of the calm phase: small, without faults, and never aborted. */
export function calmRequest(marker: string, key: KeyPlan, dialect: PlainDialect): RequestPlan {
  return {
    marker,
    key,
    dialect,
    place: dialect,
    model: dialect === 'openai' ? 'gpt-4o-mini' : 'claude-haiku-4-5',
    stream: dialect === 'anthropic',
    choices: 1,
    promptBytes: 300,
    dense: false,
    maxTokens: 300,
    cached: false,
    script: { outputTokens: 120 },
    abort: undefined,
  };
}

/** A calm request has 500 bytes; the rest is for what a gateway may add for framing. */
const CALM_INPUT = 2_000;
/** More than a calm request can cost at any split of its input, by the providers' list prices, in nano-dollars. */
export const CALM_WORST = {
  openai: CALM_INPUT * 150 + 300 * 600,
  anthropic: CALM_INPUT * 2_000 + 300 * 5_000,
} as const;
