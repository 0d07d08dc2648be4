import { createSeeded } from '../seeded.ts';
import type { Seeded } from '../seeded.ts';
import { drawRequest } from '../torture/plan.ts';
import type { KeyPlan, RequestPlan } from '../torture/request.ts';
import type { Measured } from '../torture/serve.ts';
import { openStage } from '../torture/stage.ts';
import type { Stage } from '../torture/stage.ts';

export interface SoakOptions {
  readonly seed: number;
  /** How many run at once. */
  readonly streams: number;
  readonly requestsARound: number;
  /** Rounds go on for so long, and there are at least {@link LEAST_ROUNDS}. */
  readonly minutes: number;
  readonly onRound?: (round: Round) => void;
}

/** What the gateway had when a round was over, and nothing ran. */
export interface Round extends Measured {
  /** Requests so far. */
  readonly sent: number;
  readonly seconds: number;
  /** Nano-dollars. */
  readonly held: number;
}

/** The facts of a soak, before anybody judges them. Money in nano-dollars. */
export interface SoakFacts {
  readonly rounds: readonly Round[];
  readonly bill: number;
  readonly ledger: number;
  readonly refused: number;
}

/** Before these are over, caches still fill. */
export const WARM_UP_ROUNDS = 3;
const LEAST_ROUNDS = WARM_UP_ROUNDS + 4;
const KEYS: readonly [KeyPlan, ...KeyPlan[]] = [
  { name: 'soak-1', agent: 'Editor', caps: ['900000/day', '9000000/total'], role: 'rich' },
  { name: 'soak-2', agent: 'Builder', caps: ['900000/hour', '9000000/total'], role: 'rich' },
  { name: 'soak-3', agent: 'Own', caps: ['9000000/total'], role: 'rich' },
];

/** Round after round of what agents do: streams, replies, aborts, faults of the provider. Nothing is killed. */
export async function runSoak({
  seed,
  streams,
  requestsARound,
  minutes,
  onRound = () => undefined,
}: SoakOptions): Promise<SoakFacts> {
  const begun = performance.now();
  const stage = await openStage({});
  try {
    for (const plan of KEYS) await stage.issue(plan);
    const random = createSeeded(seed);
    const rounds: Round[] = [];
    let sent = 0;
    while (rounds.length < LEAST_ROUNDS || performance.now() - begun < minutes * 60_000) {
      await sendRound(stage, { random, streams, from: sent, count: requestsARound });
      sent += requestsARound;
      const held = await stage.heldWhenQuiet();
      const round = { ...(await stage.measure()), sent, held, seconds: (performance.now() - begun) / 1_000 };
      rounds.push(round);
      onRound(round);
    }
    const usage = await stage.ask((gateway) => gateway.usage.summary({}));
    return {
      rounds,
      bill: stage.provider.bill(),
      ledger: usage.total.nanodollars,
      refused: stage.performed.filter(({ kind }) => kind === 'refused').length,
    };
  } finally {
    await stage.close();
  }
}

interface Sending {
  readonly random: Seeded;
  readonly streams: number;
  readonly from: number;
  readonly count: number;
}

async function sendRound(stage: Stage, { random, streams, from, count }: Sending): Promise<void> {
  const plans = Array.from({ length: count }, (_, index) => drawSoakRequest(random, `soak-${from + index}`)).values();
  const worker = async (): Promise<void> => {
    for (const plan of plans) await stage.perform(plan, 'storm');
  };
  await Promise.all(Array.from({ length: streams }, worker));
}

/** As the torture draws them, but paid by keys whose caps are never used up. */
function drawSoakRequest(random: Seeded, marker: string): RequestPlan {
  return { ...drawRequest(random, marker), key: random.pick(KEYS) };
}
