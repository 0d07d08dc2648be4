import type { Reservation } from '../../accounts/spend/reservation.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import type { StreamPace } from '../../domain/stream/stream-exposure.ts';
import type { StreamWatch } from '../../domain/stream/stream-watch.ts';
import type { TokenBound } from '../../domain/usage.ts';
import type { Stops } from '../../providers/published/stops.ts';

/** Everything needed to hold enough money for a running request, and to end its reservation properly. */
export interface HeldRequest {
  readonly reservation: Reservation;
  readonly price: ModelPrice;
  /** The most that it can use, even if nobody stops it. */
  readonly bound: TokenBound;
  /** The least useful output: held from the first moment. */
  readonly floor: number;
  /** True if it holds only what can be spent before a stop, and asks for more as it goes on. */
  readonly rolls: boolean;
  /** Whether its provider stops when it is left. */
  readonly stops: Stops;
  readonly pace: StreamPace;
  readonly watch: StreamWatch;
  /** The price of another model of the same provider; undefined if unknown. */
  readonly priceOf: (model: string) => ModelPrice | undefined;
  /** Models that may stand in for its own: their work is billed at their price, even if that is lower. */
  readonly standIns: readonly string[];
  /** The model's maximum, summed over all answers; undefined if unknown. */
  readonly limits: ModelLimits | undefined;
  /** Counts the input properly, if that has not been done. @returns undefined when it could not */
  readonly countInput: (() => Promise<number | undefined>) | undefined;
  /** Takes the model that a reply has named; left out where the request named a model, and no deployment. */
  readonly learn?: (served: string) => void;
  /** Notifies the person of an error in a bound or in a provider's figures. */
  readonly tell: (fault: BillFault) => void;
}

/** A problem with a bill that the person should know of. */
export type BillFault =
  /** The provider reports more than the model can do. */
  | 'impossible'
  /** The request used more than Purser held: a bound of ours is wrong. */
  | 'above-bound'
  /** It is unknown whether the provider stopped when it was left, so the request counts at its bound. */
  | 'stops-unknown';
