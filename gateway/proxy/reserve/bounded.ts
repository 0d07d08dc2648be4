import type { Nanodollars } from '../../../shared/money.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import type { RatedLevel } from '../../domain/caps/rate-book.ts';
import type { TokenBound } from '../../domain/usage.ts';
import type { RequestBound } from './bound-request.ts';
import type { ReserveRequest } from './reserve-request.ts';

/** Computes the holds of a stream that can be stopped. */
export interface Rolling {
  /**
   * The cost of its first slice: the input, and the output that can be made before the next slice is needed and until a
   * stop takes effect.
   */
  firstCost(bound: TokenBound): Nanodollars;
}

/** A request whose price and bounds are known. */
export interface Bounded extends RequestBound {
  readonly request: ReserveRequest;
  readonly price: ModelPrice;
  readonly under: readonly RatedLevel[];
  /** Left out when all of it must be held. */
  readonly rolling: Rolling | undefined;
}
