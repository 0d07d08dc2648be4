import type { Reservation } from '../../accounts/spend/reservation.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import type { StreamPace } from '../../domain/stream/stream-exposure.ts';
import type { StreamWatch } from '../../domain/stream/stream-watch.ts';
import type { TokenBound } from '../../domain/usage.ts';
import type { Stops } from '../../providers/published/stops.ts';

/** Everything needed to hold enough for one request while it runs, and to end its reservation rightly. */
export interface HeldRequest {
  readonly reservation: Reservation;
  readonly price: ModelPrice;
  /** The most that it can use, whoever stops it or not. */
  readonly bound: TokenBound;
  /** The least output that is of use: held from the first moment. */
  readonly floor: number;
  /** Only what can be spent before it is stopped is held, and more is asked for as it goes on. */
  readonly rolls: boolean;
  /** What its provider does when it is left. */
  readonly stops: Stops;
  readonly pace: StreamPace;
  readonly watch: StreamWatch;
  /** The price of another model of the same provider; undefined where nobody knows it. */
  readonly priceOf: (model: string) => ModelPrice | undefined;
  /** Models that may stand in for its own: what they served is billed as theirs, though it is cheaper. */
  readonly standIns: readonly string[];
  /** What the model can do at most, summed over all answers; undefined where nobody knows. */
  readonly limits: ModelLimits | undefined;
  /** Counts the input properly, where that has not been done. @returns undefined when it could not */
  readonly countInput: (() => Promise<number | undefined>) | undefined;
  /** Tells the person of what a bound or a provider got wrong. */
  readonly tell: (fault: BillFault) => void;
}

/** What is wrong with a bill, and is worth a word. */
export type BillFault =
  /** The provider reports more than the model can do. */
  | 'impossible'
  /** It used more than Purser held: a bound of ours is wrong. */
  | 'above-bound'
  /** Nobody knows whether it stopped when it was left, so it counts whole. */
  | 'stops-unknown';
