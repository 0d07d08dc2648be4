import { setTimeout as wait } from 'node:timers/promises';
import type { LeakView } from '../../shared/contract/leak-view.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { SubKeyId } from '../../shared/ids.ts';
import type { Cap } from '../../shared/cap.ts';
import type { Clock, Random } from '../platform/ports.ts';
import { pricesOf } from './price-table.ts';
import type { Script, SimulatedRequest } from './script.ts';
import { between, sendOne } from './simulated-agents.ts';
import type { SimulatedAgent } from './simulated-agents.ts';

interface LeakOptions {
  /** Whose sub-key is taken. */
  readonly victim: SimulatedAgent & { readonly subKeyId: SubKeyId; readonly cap: Cap };
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** From now to the first request with the taken sub-key. */
  readonly afterMs: number;
  /** From one request of a program to its next: the time that the provider takes for a reply. */
  readonly everyMs?: number;
}

/** A sub-key in the wrong hands. */
export interface Leak {
  /** Nothing before it begins. */
  view(): LeakView | undefined;
  /** How the provider answers a stolen request; nothing for the others. */
  scriptFor(request: SimulatedRequest): Script | undefined;
  /** Counts what the provider charges for stolen requests. */
  noteCharge(request: SimulatedRequest, nanodollars: number): void;
  /** Resolves when all its programs have ended; never rejects. */
  readonly ended: Promise<void>;
}

/** Programs that use it at once. */
const PROGRAMS = 24;
const MODEL = 'claude-opus-5-5';
const PROMPT_BYTES = 200_000;
const INPUT_TOKENS = 50_000;
const OUTPUT_TOKENS = 400;
const EVERY_MS = 8_000;
const HOUR_MS = 3_600_000;
/**
 * Lets many programs spend with one sub-key at once, as fast as a provider would let them. What a key without a cap
 * would have lost is what they asked for.
 */
export function startLeak({ victim, clock, random, signal, afterMs, everyMs = EVERY_MS }: LeakOptions): Leak {
  const stolen = new WeakSet<SimulatedRequest>();
  let beganAt: number | undefined;
  let tried = 0;
  let refused = 0;
  let taken = 0;
  const price = pricesOf(MODEL);
  if (price === undefined) throw new Error(`The simulated provider has no ${MODEL}.`);
  const each = INPUT_TOKENS * price.input + OUTPUT_TOKENS * price.output;
  const thief: SimulatedAgent = {
    ...victim,
    plan: {
      ...victim.plan,
      models: [MODEL],
      stream: true,
      maxTokens: OUTPUT_TOKENS,
      promptBytes: [PROMPT_BYTES, PROMPT_BYTES],
    },
  };

  const pause = (milliseconds: number): Promise<unknown> =>
    wait(milliseconds, undefined, { signal }).catch(() => undefined);

  const run = async (): Promise<void> => {
    await pause(between(random, [0, everyMs]));
    while (!signal.aborted) {
      tried += 1;
      const [served] = await Promise.all([sendOne(thief, random, signal).catch(() => undefined), pause(everyMs)]);
      if (served === false) refused += 1;
    }
  };

  const runAll = async (): Promise<void> => {
    await pause(afterMs);
    if (signal.aborted) return;
    beganAt = clock.now();
    await Promise.all(Array.from({ length: PROGRAMS }, run));
  };

  return {
    view: () =>
      beganAt === undefined
        ? undefined
        : {
            subKeyId: victim.subKeyId,
            agent: victim.plan.name,
            programs: PROGRAMS,
            beganAt,
            tried,
            refused,
            taken: nanodollarsOf(taken),
            cap: victim.cap,
            bareSoFar: nanodollarsOf(tried * each),
            barePerHour: nanodollarsOf(Math.round((PROGRAMS * each * HOUR_MS) / everyMs)),
          },
    scriptFor(request) {
      // No agent sends so much at once.
      if (request.body.length < PROMPT_BYTES) return undefined;
      stolen.add(request);
      return { firstByteMs: 400, tokenMs: 15, inputTokens: INPUT_TOKENS, outputTokens: OUTPUT_TOKENS };
    },
    noteCharge(request, nanodollars) {
      if (stolen.has(request)) taken += nanodollars;
    },
    ended: runAll(),
  };
}
