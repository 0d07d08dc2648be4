import type { Outcome } from '../../../shared/contract/views.ts';
import type { Keeping } from '../../bodies/bodies.ts';
import type { Ask } from '../../dialects/dialect.ts';
import type { Lane, LiveAsk } from '../../dialects/live/live-protocol.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { findBounds } from '../reserve/find-bounds.ts';
import type { HeldRequest } from '../reserve/held-request.ts';
import type { Held } from '../reserve/outcome.ts';
import { firstCost } from '../reserve/plan-money.ts';
import type { ReserveRequest } from '../reserve/reserve-request.ts';
import { keepHolding } from '../reserve/rolling-hold.ts';
import type { RollingHold } from '../reserve/rolling-hold.ts';
import { settleUnanswered, settleUnused } from '../settle/settle-up.ts';
import type { StreamEnding } from '../settle/settle-up.ts';
import { createStreamTally } from '../settle/stream-tally.ts';
import type { StreamTally } from '../settle/stream-tally.ts';

/** The ending of a work whose session has ended. */
export type LiveWorkEnding = Pick<StreamEnding, 'endedBy' | 'broken' | 'status'>;

/** One work of a session that is held: an answer or a transcript. It is a request of its own in the ledger. */
export interface LiveWork {
  readonly lane: Lane;
  /** The limit to set on its output; undefined when its own stays. */
  limit(): number | undefined;
  /**
   * Takes half of what its caps would pay for: the next answer may have to be held while this one runs. Changes nothing
   * where no cap limits it.
   */
  halve(): Promise<void>;
  /** Resolves when what is held for it is on disk. */
  durable(): Promise<void>;
  /** Holds as much as this needs; only before it has begun. @returns the refusal when that does not fit */
  grow(ask: Ask): Promise<Refusal | undefined>;
  /** From now on it may run. */
  start(): void;
  /** Reads one of its frames. */
  see(type: string, data: string): 'goes-on' | 'overran';
  block(): void;
  lookAway(): void;
  lookAgain(): void;
  written(): Promise<void> | undefined;
  /** Tokens of an answer that have shown. */
  spoken(): number;
  /** Settles it by its own end, or by that of its session. */
  settle(ending: LiveWorkEnding & { readonly finished?: boolean }): Promise<void>;
  /** Settles it when it may have begun and nothing of it has shown. */
  settleUnseen(ending: LiveWorkEnding): Promise<void>;
  /** Gives everything back: it has not begun. */
  drop(outcome: Outcome): Promise<void>;
}

interface Opening {
  readonly held: Held;
  readonly request: ReserveRequest;
  readonly live: LiveAsk;
  readonly keeping: Keeping | undefined;
  /** Registers it among the running requests. */
  readonly run: () => { readonly done: () => void };
  /** No more of it could be held. */
  readonly capped: (account: CapAccount) => void;
  readonly refuse: (account: CapAccount) => Refusal;
}

/** @see LiveWork */
export function createLiveWork(deps: ProxyDeps, opening: Opening): LiveWork {
  const { held, request, live, keeping } = opening;
  let { heldRequest } = held;
  let amount = heldRequest.reservation.held();
  let durable = heldRequest.reservation.durable;
  let hold: RollingHold | undefined;
  let tally: StreamTally | undefined;
  let run: { readonly done: () => void } | undefined;
  const over = async (settled: Promise<void>): Promise<void> => {
    hold?.end();
    await settled;
    run?.done();
    keeping?.end();
  };
  const start = (): { readonly tally: StreamTally; readonly hold: RollingHold } => {
    if (hold && tally) return { hold, tally };
    run = opening.run();
    heldRequest.watch.sent(performance.now());
    const holding = keepHolding(heldRequest, opening.capped);
    hold = holding;
    holding.exhausted.addEventListener('abort', () => heldRequest.watch.stop(performance.now()), { once: true });
    tally = createStreamTally(heldRequest, live.meter(held.ask), holding);
    return { hold, tally };
  };
  let limit = held.outputLimit;
  const grow = async (ask: Ask): Promise<Refusal | undefined> => {
    const found = findBounds(deps, { ...request, ask }, false);
    if (!found.ok) return found.refusal;
    const output = Math.min(heldRequest.bound.output, limit ?? Infinity, ask.outputLimit ?? Infinity);
    const needed = firstCost(found.bounded, { output, limit: undefined, lowered: false });
    if (needed > amount || amount - needed > amount / 10) {
      const result = heldRequest.reservation.resize(needed);
      if (!result.resized) return opening.refuse(result.account);
      amount = needed;
      durable = Promise.all([durable, result.durable]).then(() => undefined);
      durable.catch(() => undefined);
    }
    heldRequest = { ...heldRequest, bound: { ...found.bounded.read, output } } satisfies HeldRequest;
    await durable;
    return undefined;
  };
  return {
    lane: live.lane,
    limit: () => limit,
    async halve() {
      if (limit === undefined || live.ask.fixedOutput === true) return;
      limit = Math.max(1, Math.floor(limit / 2));
      await grow(held.ask);
    },
    durable: () => durable,
    grow,
    start: () => void start(),
    see(type, data) {
      keeping?.add(Buffer.from(`${data}\n`));
      const now = start();
      now.tally.see({ event: type, data });
      now.hold.look();
      return now.tally.hasOverrun() ? 'overran' : 'goes-on';
    },
    block: () => tally?.block(),
    lookAway: () => tally?.lookAway(),
    lookAgain: () => tally?.lookAgain(),
    written: () => hold?.written(),
    spoken: () => (live.lane === 'answer' ? (tally?.meter.estimateVisible() ?? 0) : 0),
    settle: ({ finished = false, ...ending }) => over(start().tally.settle({ ...ending, finished })),
    settleUnseen: ({ endedBy, status }) =>
      over(settleUnanswered(heldRequest, { outcome: endedBy ?? 'provider-error', status }, live.ask.stream)),
    drop: (outcome) => over(settleUnused(heldRequest, { outcome, status: null })),
  };
}
