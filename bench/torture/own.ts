import type { Script } from '../../gateway/simulation/script.ts';
import type { Seeded } from '../seeded.ts';
import { DENSE } from './request.ts';
import type { Abort, KeyPlan, RequestPlan } from './request.ts';

/** Few requests for each, so that an overcharge of one cannot hide an undercharge of another. */
const LEAVERS = 24;
const leaver = (index: number): KeyPlan => ({
  name: `own-leaver-${index}`,
  agent: 'Own leaver',
  caps: ['9/total'],
  role: 'leaver',
});

const SPENDERS: readonly [KeyPlan, ...KeyPlan[]] = [
  { name: 'own-tight-1', agent: 'Own', caps: ['0.12/day', '9/total'], role: 'tight' },
  { name: 'own-tight-2', agent: 'Own', caps: ['0.25/total'], role: 'tight' },
  { name: 'own-rich', agent: 'Own', caps: ['50/day', '90/total'], role: 'rich' },
];
const BURST: KeyPlan = { name: 'own-burst', agent: 'Own', caps: ['0.15/total'], role: 'burst' };

/** Keys that are used at the vendors' own hosts only. */
export const OWN_KEYS: readonly KeyPlan[] = [
  ...SPENDERS,
  BURST,
  ...Array.from({ length: LEAVERS }, (_, index) => leaver(index)),
];

/** A vendor, and how its streams are made: never faster than it is known to be. */
type Vendor = Pick<RequestPlan, 'dialect' | 'place' | 'model' | 'maxTokens'> & { readonly script: Script };

/** Draws one request to a vendor's own host: mostly streams, long enough to need more than their first slice. */
export function drawOwnRequest(random: Seeded, marker: string): RequestPlan {
  const isLeft = random.chance(0.55);
  const key = isLeft && random.chance(0.8) ? leaver(random.between(0, LEAVERS - 1)) : random.pick(SPENDERS);
  const stream = random.chance(0.85);
  const { script, ...vendor } = random.pick<Draw>(VENDORS)(random);
  const promptBytes = random.between(100, 4_000);
  return {
    ...vendor,
    marker,
    key,
    stream,
    choices: 1,
    promptBytes,
    dense: true,
    cached: false,
    script: {
      ...(random.chance(0.6) ? { words: DENSE } : {}),
      firstByteMs: random.pick([0, 5, 80]),
      crlf: random.chance(0.1),
      ...script,
      // Nobody stops a plain request.
      ...(stream ? {} : { finishes: true }),
    },
    abort: isLeft ? drawAbort(random, stream) : undefined,
  };
}

type Draw = (random: Seeded) => Vendor;
const VENDORS: readonly [Draw, ...Draw[]] = [drawOpenAi, drawOpenAi, drawThinking, drawClaude, drawGemini, drawQwen];

function drawOpenAi(random: Seeded): Vendor {
  const maxTokens = random.between(1_500, 3_000);
  const outputTokens = random.chance(0.5) ? maxTokens : random.between(100, 2_500);
  return {
    dialect: random.pick(['openai', 'responses']),
    place: 'own-openai',
    model: 'gpt-4o',
    maxTokens,
    script: { outputTokens, tokenMs: 1, stopMs: random.between(0, 150) },
  };
}

/** Most of what it makes does not show. */
function drawThinking(random: Seeded): Vendor {
  const reasoningTokens = random.between(100, 1_200);
  const outputTokens = reasoningTokens + random.between(20, 600);
  const dialect = random.pick<RequestPlan['dialect']>(['openai', 'responses']);
  return {
    dialect,
    place: 'own-openai',
    model: dialect === 'openai' ? 'gpt-5' : 'gpt-5-mini',
    maxTokens: 4_000,
    script: { outputTokens, reasoningTokens, tokenMs: 2, stopMs: random.between(0, 100) },
  };
}

/** Some of them say that they have read nothing; the larger one thinks unasked. */
function drawClaude(random: Seeded): Vendor {
  const thinks = random.chance(0.5);
  const reasoningTokens = thinks ? random.between(50, 500) : 0;
  return {
    dialect: 'anthropic',
    place: 'own-anthropic',
    model: thinks ? 'claude-opus-5-5' : 'claude-haiku-4-5',
    maxTokens: 3_000,
    script: {
      outputTokens: reasoningTokens + random.between(50, 900),
      reasoningTokens,
      tokenMs: 3,
      stopMs: random.between(0, 100),
      saysNoInput: random.chance(0.4),
    },
  };
}

/** Finishes what was begun. */
function drawGemini(random: Seeded): Vendor {
  const outputTokens = random.between(50, 900);
  const reasoningTokens = random.chance(0.5) ? Math.floor(outputTokens / 2) : 0;
  return {
    dialect: 'gemini',
    place: 'own-gemini',
    model: random.pick(['gemini-2.5-flash', 'gemini-3-flash-preview']),
    maxTokens: 2_000,
    script: { outputTokens, reasoningTokens, tokenMs: 2, finishes: true },
  };
}

/** Finishes what was begun, and thinks beside its limit. */
function drawQwen(random: Seeded): Vendor {
  return {
    dialect: 'openai',
    place: 'own-qwen',
    model: 'qwen3.7-max',
    maxTokens: random.between(50, 300),
    script: { outputTokens: 500, thinksBeside: random.between(100, 900), tokenMs: 3, finishes: true },
  };
}

function drawAbort(random: Seeded, stream: boolean): Abort {
  const byBytes = stream && random.chance(0.5);
  return byBytes ? { afterBytes: random.between(1, 150_000) } : { afterMs: random.between(0, 2_500) };
}

/** A request of a key of its own, with a prompt that costs something. */
function caseOf(index: number, { script, ...vendor }: Vendor, abort?: Abort): RequestPlan {
  const marker = `own-case-${index}`;
  const common = { marker, key: leaver(index), choices: 1, promptBytes: 1_000, dense: true, cached: false };
  return { ...vendor, ...common, stream: true, script: { words: DENSE, ...script }, abort };
}

/** Acts of a vendor that are easily missed, so that a small torture has all of them too. */
export function ownCases(random: Seeded): readonly RequestPlan[] {
  const left = (least: number, most: number): Abort => ({ afterMs: random.between(least, most) });
  const thinking: Script = { outputTokens: 1_500, reasoningTokens: 1_400, tokenMs: 2 };
  return [
    // Left before it has shown anything.
    ...[0, 1, 2].map((index) => caseOf(index, { ...drawThinking(random), script: thinking }, left(1_200, 2_200))),
    // Says that it has read nothing, and is read to its end.
    ...[3, 4].map((index) => {
      const script: Script = { outputTokens: 60, tokenMs: 3, saysNoInput: true };
      return caseOf(index, { ...drawClaude(random), script });
    }),
    // Go on when they are left.
    ...[5, 6, 7].map((index) => {
      const script: Script = { outputTokens: random.between(1_200, 1_600), tokenMs: 2, finishes: true };
      return caseOf(index, { ...drawGemini(random), script }, left(100, 400));
    }),
    ...[8, 9].map((index) => caseOf(index, drawQwen(random), left(100, 400))),
    // Slow to stop.
    ...[10, 11].map((index) => caseOf(index, drawOpenAi(random), left(1_500, 2_500))),
  ];
}

/** So many of them at once, and each goes on for longer than its first slice: the cap pays for five. */
export function ownBurstRequest(marker: string): RequestPlan {
  return {
    marker,
    key: BURST,
    dialect: 'openai',
    place: 'own-openai',
    model: 'gpt-4o',
    stream: true,
    choices: 1,
    promptBytes: 100,
    dense: false,
    maxTokens: 3_000,
    cached: false,
    script: { outputTokens: 3_000, tokenMs: 1, words: DENSE },
    abort: undefined,
  };
}
