import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { LiveEvent } from '../../../shared/contract/views.ts';

/** The owner of a link, who opens it and hears what comes over it. */
export interface LinkOwner {
  /** A fresh way to the gateway, for every attempt. */
  open(): GatewayClient;
  onEvent(event: LiveEvent): void;
  onLost(error: unknown): void;
}

/** The patience of the link, in milliseconds. */
export interface LinkTiming {
  readonly firstEventMs: number;
  readonly heartbeatMs: number;
  readonly answerMs: number;
  readonly retryMs: readonly number[];
}

const TIMING: LinkTiming = {
  firstEventMs: 5000,
  heartbeatMs: 5000,
  answerMs: 4000,
  retryMs: [250, 500, 1000, 2000, 3000],
};

/**
 * Follows the gateway's live events until `signal` aborts: reconnects for ever, and every time starts from a fresh
 * snapshot.
 */
export async function followLive(owner: LinkOwner, signal: AbortSignal, timing: LinkTiming = TIMING): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const error = await oneRound(owner, signal, timing, () => {
      failures = 0;
    });
    if (signal.aborted) return;
    owner.onLost(error);
    await sleep(timing.retryMs[Math.min(failures, timing.retryMs.length - 1)] ?? 1000, signal);
    failures += 1;
  }
}

/** One connection from open to end. A port whose other side died says nothing, so silence is asked about. */
async function oneRound(
  owner: LinkOwner,
  outer: AbortSignal,
  timing: LinkTiming,
  onAlive: () => void,
): Promise<unknown> {
  const round = new AbortController();
  const signal = AbortSignal.any([outer, round.signal]);
  const watchdog = setTimeout(() => round.abort(new Error('no first event')), timing.firstEventMs);
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  const ended = new Promise<unknown>((resolve) =>
    signal.addEventListener('abort', () => resolve(signal.reason), { once: true }),
  );
  try {
    const gateway = owner.open();
    const consumed = consume(gateway, signal, (event) => {
      clearTimeout(watchdog);
      onAlive();
      heartbeat ??= setInterval(() => void checkAnswer(gateway, timing.answerMs, round), timing.heartbeatMs);
      owner.onEvent(event);
    });
    return await Promise.race([consumed, ended]);
  } catch (error) {
    return error;
  } finally {
    clearTimeout(watchdog);
    clearInterval(heartbeat);
    round.abort();
  }
}

async function consume(
  gateway: GatewayClient,
  signal: AbortSignal,
  onEvent: (event: LiveEvent) => void,
): Promise<undefined> {
  for await (const event of await gateway.live(undefined, { signal })) {
    if (signal.aborted) return undefined;
    onEvent(event);
  }
  return undefined;
}

async function checkAnswer(gateway: GatewayClient, answerMs: number, round: AbortController): Promise<void> {
  const late = setTimeout(() => round.abort(new Error('no answer')), answerMs);
  try {
    await gateway.status(undefined, { signal: round.signal });
  } catch (error) {
    round.abort(error);
  } finally {
    clearTimeout(late);
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
