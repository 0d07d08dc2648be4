import { setTimeout as sleep } from 'node:timers/promises';
import type { Seeded } from '../seeded.ts';
import { ownBurstRequest, ownCases } from './own.ts';
import { burstRequest, crashRequests, drawRequest, slowStream } from './plan.ts';
import type { RequestPlan } from './request.ts';
import { startRevoker } from './revoke.ts';
import type { Revoker, RevokeSeen } from './revoke.ts';
import type { Performed, Stage } from './stage.ts';

export interface StormOptions {
  readonly random: Seeded;
  readonly streams: number;
  readonly requests: number;
  readonly onEvent: (text: string) => void;
}

const HOUR_MS = 3_600_000;
/** A day ahead, and a bit, so that both ways cross midnight. */
const JUMP_MS = 26 * HOUR_MS;
/** Ten of them take about as long as a busy disk takes to commit. */
const CRASH_STEP_MS = 15;
const REVOKED_STREAMS = 6;
const OWN_BURST = 12;

/**
 * Many agents at once, half of them leaving early; in their middle a kill, a jump ahead, a revoke and the jump back.
 */
export async function runStorm(stage: Stage, options: StormOptions): Promise<RevokeSeen> {
  const revoker = await startRevoker();
  try {
    return await storm(stage, revoker, options);
  } finally {
    await revoker.close();
  }
}

async function storm(
  stage: Stage,
  revoker: Revoker,
  { random, streams, requests, onEvent }: StormOptions,
): Promise<RevokeSeen> {
  const plans = Array.from({ length: requests }, (_, index) => drawRequest(random, `storm-${index}`));
  const killDelayMs = random.between(0, 20);
  let revoked: Promise<RevokeSeen> | undefined;
  const happenings = new Map<number, () => Promise<void>>([
    [
      Math.floor(requests * 0.35),
      async () => {
        // One after the other until just before, so that the kill meets them at every step: read, reserved, on disk,
        // forwarded.
        const dying: Promise<Performed>[] = [];
        for (const plan of crashRequests()) {
          dying.push(stage.perform(plan, 'storm'));
          await sleep(CRASH_STEP_MS);
        }
        await sleep(killDelayMs);
        const lost = await stage.killAndRestart();
        const died = await Promise.all(dying);
        const billed = died.filter(({ plan, metKill }) => metKill && stage.provider.billOf(plan.marker) > 0).length;
        onEvent(
          `kill -9${lost > 0 ? ` and a power cut that took ${lost} pages` : ''}, and started again: of ` +
            `${died.length} requests sent just before, ${billed} were killed when they ` +
            `had cost something`,
        );
      },
    ],
    [
      Math.floor(requests * 0.5),
      async () => {
        await stage.jump(JUMP_MS);
        onEvent('the clock jumped ahead, to tomorrow');
      },
    ],
    [
      Math.floor(requests * 0.6),
      async () => {
        revoked = revokeInTheMiddle(stage, revoker);
        const { streams: cut, reportedMs, seenMs } = await revoked;
        onEvent(
          `revoked a key with ${cut} running streams: cut in ${reportedMs} ms, last byte seen ` +
            `after ${seenMs.toFixed(1)} ms`,
        );
      },
    ],
    [
      Math.floor(requests * 0.8),
      async () => {
        await stage.jump(-JUMP_MS);
        onEvent('the clock jumped back');
      },
    ],
  ]);

  const perform = (plans: readonly RequestPlan[]): Promise<readonly Performed[]> =>
    Promise.all(plans.map((plan) => stage.perform(plan, 'storm')));
  const burst = perform(Array.from({ length: streams }, (_, index) => burstRequest(`burst-${index}`)));
  // Those that begin when others have ended would run into the kill.
  const ownBurst = perform(Array.from({ length: OWN_BURST }, (_, index) => ownBurstRequest(`own-burst-${index}`)));
  const ownCaught = perform(ownCases(random));
  onEvent(
    `${streams} dear requests at once: ${(await burst).filter(({ kind }) => kind === 'served').length} were served`,
  );
  onEvent(
    `${OWN_BURST} long streams at once: ${(await ownBurst).filter(({ kind }) => kind === 'served').length} were ` +
      `served, whole or cut short`,
  );
  await ownCaught;

  // One after the other, however few requests lie between them: a kill in the middle of the revoke would prove nothing
  // of it.
  let under = Promise.resolve();
  const queue = plans.entries();
  const worker = async (): Promise<void> => {
    for (const [index, plan] of queue) {
      const happening = happenings.get(index);
      if (happening) under = under.then(happening);
      await stage.perform(plan, 'storm');
    }
  };
  await Promise.all(Array.from({ length: streams }, worker));
  await under;
  if (!revoked) throw new Error('too few requests for a storm');
  return revoked;
}

async function revokeInTheMiddle(stage: Stage, revoker: Revoker): Promise<RevokeSeen> {
  const key = stage.keys.find(({ plan }) => plan.role === 'revoked');
  if (!key) throw new Error('there is no key to revoke');
  const plans = Array.from({ length: REVOKED_STREAMS }, (_, index) =>
    slowStream(`revoke-${index}`, key.plan, index % 2 === 0 ? 'openai' : 'anthropic'),
  );
  let seen: RevokeSeen | undefined;
  await stage.around(plans, 'revoke', async (url) => {
    const report = await revoker.revoke({ url, dataFolder: stage.dataFolder, id: key.id, secret: key.secret, plans });
    seen = report;
    return report.endings;
  });
  if (!seen) throw new Error('nothing was revoked');
  return seen;
}
