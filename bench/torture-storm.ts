import { setTimeout as sleep } from 'node:timers/promises';
import type { Seeded } from './seeded.ts';
import type { Sending } from './torture-client.ts';
import { burstRequest, drawRequest, slowStream } from './torture-plan.ts';
import { until } from './torture-stage.ts';
import type { Stage } from './torture-stage.ts';

export interface StormOptions {
  readonly random: Seeded;
  readonly streams: number;
  readonly requests: number;
  readonly onEvent: (text: string) => void;
}

/** How fast a revoke was: by the gateway's own measure, and from the call to the last byte any client got. */
export interface RevokeSeen {
  readonly streams: number;
  readonly reportedMs: number;
  readonly seenMs: number;
  /** When it was called and when it was answered, on the clock of `performance.now()`. */
  readonly calledAt: number;
  readonly answeredAt: number;
}

const HOUR_MS = 3_600_000;
/** A day ahead, and a bit, so that both ways cross midnight. */
const JUMP_MS = 26 * HOUR_MS;
const REVOKED_STREAMS = 6;
const FLOWING_MS = 10_000;

/** Many agents at once, half of them leaving early; in their middle a kill, a jump ahead, a revoke and the jump back. */
export async function runStorm(stage: Stage, { random, streams, requests, onEvent }: StormOptions): Promise<RevokeSeen> {
  const plans = Array.from({ length: requests }, (_, index) => drawRequest(random, `storm-${index}`));
  const killDelayMs = random.between(0, 20);
  let revoked: Promise<RevokeSeen> | undefined;
  const happenings = new Map<number, () => Promise<void>>([
    [Math.floor(requests * 0.35), async () => {
      await sleep(killDelayMs);
      await stage.killAndRestart();
      onEvent('kill -9, and started again');
    }],
    [Math.floor(requests * 0.5), async () => {
      await stage.jump(JUMP_MS);
      onEvent('the clock jumped ahead, to tomorrow');
    }],
    [Math.floor(requests * 0.6), async () => {
      revoked = revokeInTheMiddle(stage);
      const { streams: cut, reportedMs, seenMs } = await revoked;
      onEvent(`revoked a key with ${cut} running streams: cut in ${reportedMs} ms, last byte seen after ${seenMs.toFixed(1)} ms`);
    }],
    [Math.floor(requests * 0.8), async () => {
      await stage.jump(-JUMP_MS);
      onEvent('the clock jumped back');
    }],
  ]);

  const burst = await Promise.all(Array.from({ length: streams }, (_, index) => stage.perform(burstRequest(`burst-${index}`), 'storm')));
  onEvent(`${streams} dear requests at once: ${burst.filter(({ kind }) => kind === 'served').length} were served`);

  const under: Promise<void>[] = [];
  const queue = plans.entries();
  const worker = async (): Promise<void> => {
    for (const [index, plan] of queue) {
      const happening = happenings.get(index);
      if (happening) under.push(happening());
      await stage.perform(plan, 'storm');
    }
  };
  await Promise.all(Array.from({ length: streams }, worker));
  await Promise.all(under);
  if (!revoked) throw new Error('too few requests for a storm');
  return revoked;
}

async function revokeInTheMiddle(stage: Stage): Promise<RevokeSeen> {
  const key = stage.keys.find(({ plan }) => plan.role === 'revoked');
  if (!key) throw new Error('there is no key to revoke');
  const sendings: Sending[] = [];
  const running = Array.from({ length: REVOKED_STREAMS }, (_, index) =>
    stage.perform(slowStream(`revoke-${index}`, key.plan, index % 2 === 0 ? 'openai' : 'anthropic'), 'revoke', (sending) => sendings.push(sending)),
  );
  await until(() => sendings.length === REVOKED_STREAMS && sendings.every((sending) => sending.bytes() > 500), FLOWING_MS);
  return stage.ask(async (gateway) => {
    // The connection stands already, as it does for the tray.
    await gateway.status();
    const calledAt = performance.now();
    const told = await gateway.keys.revoke({ id: key.id });
    const answeredAt = performance.now();
    const ended = await Promise.all(running);
    const seenMs = Math.max(...ended.map((ending) => ending.lastByteAt - calledAt));
    return { streams: told.cutRequests, reportedMs: told.cutMs, seenMs, calledAt, answeredAt };
  });
}
