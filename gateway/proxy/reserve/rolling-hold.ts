import type { StreamMeter } from '../../dialects/dialect.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { Reservation } from '../../accounts/spend/reservation.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import { mostOutputBy } from '../../domain/stream/stream-exposure.ts';
import { mostCost } from './cost-so-far.ts';
import type { HeldRequest } from './held-request.ts';

/** Holds just enough for a stream while it runs: asks for the next slice well before it is needed. */
export interface RollingHold {
  /** From now on its stream is read by this meter. */
  follow(meter: StreamMeter): void;
  /** Checks whether enough is held. It also checks by itself while nothing comes. */
  look(): void;
  /**
   * Resolves when everything asked for so far is on disk: the client never gets bytes ahead of that.
   * @returns undefined when it is
   */
  written(): Promise<void> | undefined;
  /** Aborted when the next slice could not be held in time: generation cannot be paused, so the stream ends now. */
  readonly exhausted: AbortSignal;
  end(): void;
}

/** The time between two checks of its own, in milliseconds. */
const LOOK_MS = 250;
/** The least time between two checks when something comes, in milliseconds. */
const PAUSE_MS = 20;
/**
 * The next slice is asked for this many milliseconds ahead: a busy disk takes a while, and other requests may give
 * money back.
 */
const AHEAD_MS = 750;
/** The duration of a slice at the fastest pace, in milliseconds. */
const SLICE_MS = 1_000;

/** The time that a first slice pays for, in milliseconds from the moment a request is sent. */
export const FIRST_SLICE_MS = AHEAD_MS + SLICE_MS;

/** The facts about a request that its hold needs. */
type Holding = Pick<HeldRequest, 'rolls' | 'price' | 'priceOf' | 'bound' | 'floor' | 'watch' | 'pace'> & {
  readonly reservation: Pick<Reservation, 'held' | 'resize'>;
};

/** @param refused called with the cap that had no room for more, when the stream ends for it @see RollingHold */
export function keepHolding(heldRequest: Holding, refused: (account: CapAccount) => void): RollingHold {
  const exhausted = new AbortController();
  if (!heldRequest.rolls)
    return {
      follow: () => undefined,
      look: () => undefined,
      written: () => undefined,
      exhausted: exhausted.signal,
      end: () => undefined,
    };
  const { reservation, watch, pace } = heldRequest;
  const whole = heldRequest.price.worstCost(heldRequest.bound);
  let meter: StreamMeter | undefined;
  let amount: Nanodollars = reservation.held();
  let lastLook = 0;
  let lastCalls = 0;
  const callsNow = (): number => meter?.hostedCalls?.() ?? 0;
  let tight: CapAccount | undefined;
  let writing: Promise<void> | undefined;

  /**
   * The amount to hold if the stream is stopped this many milliseconds from now, and not before it has made this many
   * tokens.
   */
  const neededIn = (aheadMs: number, least = 0): Nanodollars => {
    const cost = mostCost(
      heldRequest,
      meter,
      Math.max(least, mostOutputBy(watch.sight(performance.now()), pace, aheadMs)),
    );
    // Hosted tools that make more calls than expected cost more than the whole that was expected.
    return meter?.boundSoFar ? cost : nanodollarsOf(Math.min(whole, cost));
  };
  const stopIfShort = (): void => {
    if (exhausted.signal.aborted || amount >= neededIn(LOOK_MS)) return;
    if (tight) refused(tight);
    exhausted.abort('cap');
  };
  const ask = (wanted: Nanodollars): boolean => {
    const result = reservation.resize(wanted);
    if (result.resized) {
      const before = amount;
      amount = wanted;
      tight = undefined;
      // An amount that could not be written is not held.
      const onFailure = (): void => {
        amount = nanodollarsOf(Math.min(amount, before));
        stopIfShort();
      };
      const begun: Promise<void> = Promise.all([writing, result.durable])
        .then(() => undefined, onFailure)
        .finally(() => {
          if (writing === begun) writing = undefined;
        });
      writing = begun;
      return true;
    }
    tight = result.account;
    return false;
  };
  const look = (): void => {
    if (exhausted.signal.aborted) return;
    lastLook = performance.now();
    lastCalls = callsNow();
    const slice = neededIn(FIRST_SLICE_MS, heldRequest.floor);
    const soon = neededIn(AHEAD_MS);
    if (amount < soon) {
      // Asks for a whole slice, else for enough until the next look or two; nothing already held is given back for
      // that.
      const least = neededIn(2 * LOOK_MS);
      if (!ask(slice) && !ask(soon) && least > amount) ask(least);
    } else if (amount - slice > amount / 10) ask(slice);
    stopIfShort();
  };
  const every = setInterval(look, LOOK_MS).unref();
  return {
    follow(next) {
      meter = next;
    },
    look() {
      // A call of a hosted tool must fit before the tool can have answered.
      if (performance.now() - lastLook >= PAUSE_MS || callsNow() !== lastCalls) look();
    },
    written: () => writing,
    exhausted: exhausted.signal,
    end: () => clearInterval(every),
  };
}
