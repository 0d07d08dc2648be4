import type { StreamMeter } from '../../dialects/dialect.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { Reservation } from '../../accounts/spend/reservation.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import { mostOutputBy } from '../../domain/stream/stream-exposure.ts';
import { mostCost } from './cost-so-far.ts';
import type { HeldRequest } from './held-request.ts';

/** Holds enough for a stream while it runs, and no more: asks for the next slice well ahead of its need. */
export interface RollingHold {
  /** From now on its stream is read by this meter. */
  follow(meter: StreamMeter): void;
  /** Looks whether what is held is enough. It does so by itself too, while nothing comes. */
  look(): void;
  /** Resolves when what was asked for so far is on disk: what a client is sent is never ahead of that. */
  written(): Promise<void>;
  /**
   * Aborted when what was needed next could not be held in time: generation cannot be paused, so the stream ends now.
   */
  readonly exhausted: AbortSignal;
  end(): void;
}

/** How often it looks by itself. */
const LOOK_MS = 250;
/** When something came, not more often than this. */
const PAUSE_MS = 20;
/** So far ahead the next slice is asked for: a busy disk takes a while, and what runs beside it may give money back. */
const AHEAD_MS = 750;
/** How long a slice lasts at the fastest pace there is. */
const SLICE_MS = 1_000;

/** Of what a first slice pays for, in milliseconds from the moment a request is sent. */
export const FIRST_SLICE_MS = AHEAD_MS + SLICE_MS;

/** What it needs to know of a request. */
type Holding = Pick<HeldRequest, 'rolls' | 'price' | 'priceOf' | 'bound' | 'floor' | 'watch' | 'pace'> & {
  readonly reservation: Pick<Reservation, 'held' | 'resize'>;
};

/**
 * @param refused told of the cap that had no room for more, when the stream ends for it
 * @see RollingHold
 */
export function keepHolding(heldRequest: Holding, refused: (account: CapAccount) => void): RollingHold {
  const exhausted = new AbortController();
  if (!heldRequest.rolls)
    return {
      follow: () => undefined,
      look: () => undefined,
      written: () => Promise.resolve(),
      exhausted: exhausted.signal,
      end: () => undefined,
    };
  const { reservation, watch, pace } = heldRequest;
  const whole = heldRequest.price.worstCost(heldRequest.bound);
  let meter: StreamMeter | undefined;
  let amount: Nanodollars = reservation.held();
  let lastLook = 0;
  let tight: CapAccount | undefined;
  let writing = Promise.resolve();

  /** What must be held if the stream is stopped so many milliseconds from now, and not before so much was made. */
  const neededIn = (aheadMs: number, least = 0): Nanodollars => {
    const cost = mostCost(
      heldRequest,
      meter,
      Math.max(least, mostOutputBy(watch.sight(performance.now()), pace, aheadMs)),
    );
    // Hosted tools that make more calls than were thought of cost more than the whole that was.
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
      // What could not be written is not held.
      const onFailure = (): void => {
        amount = nanodollarsOf(Math.min(amount, before));
        stopIfShort();
      };
      writing = Promise.all([writing, result.durable]).then(() => undefined, onFailure);
      return true;
    }
    tight = result.account;
    return false;
  };
  const look = (): void => {
    if (exhausted.signal.aborted) return;
    lastLook = performance.now();
    const slice = neededIn(FIRST_SLICE_MS, heldRequest.floor);
    const soon = neededIn(AHEAD_MS);
    if (amount < soon) {
      // A whole slice, else what lasts until the next look or two; what is held already is not given back for that.
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
      if (performance.now() - lastLook >= PAUSE_MS) look();
    },
    written: () => writing,
    exhausted: exhausted.signal,
    end: () => clearInterval(every),
  };
}
