import type { Certainty, Outcome } from '../../shared/contract/views.ts';
import { nanodollarsOf, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { Reservation } from '../accounts/spend-book.ts';
import type { StreamMeter } from '../dialects/dialect.ts';
import type { ModelPrice } from '../domain/price.ts';
import { NO_USAGE } from '../domain/usage.ts';
import type { TokenBound, TokenUsage } from '../domain/usage.ts';

/** Everything needed to end one reservation rightly. */
export interface Tab {
  readonly reservation: Reservation;
  readonly price: ModelPrice;
  readonly bound: TokenBound;
  /** Most tokens that may have been made by now and never show on the wire; 0 where everything shows. */
  readonly hiddenOutput: () => number;
}

interface Ending {
  readonly outcome: Outcome;
  readonly status: number | null;
}

interface Bill {
  readonly usage: TokenUsage;
  readonly cost: Nanodollars;
  readonly certainty: Certainty;
}

/** Settles with the provider's own figure. */
export function settleExact(tab: Tab, usage: TokenUsage, ending: Ending): Promise<void> {
  return settle(tab, { usage, cost: tab.price.costOf(usage), certainty: 'exact' }, ending);
}

/** Settles a request that the provider refused or never saw: nothing was used. */
export function settleUnused(tab: Tab, ending: Ending): Promise<void> {
  return settle(tab, { usage: NO_USAGE, cost: ZERO, certainty: 'exact' }, ending);
}

/** Settles at the upper bound: the provider answered, and nobody can tell what it will bill. */
export function settleAtBound(tab: Tab, ending: Ending): Promise<void> {
  const { input, output } = tab.bound;
  return settle(tab, { usage: { ...NO_USAGE, input, output }, cost: tab.reservation.record.reserved, certainty: 'estimated' }, ending);
}

/**
 * Settles a stream that ended without the final figure: input as reported, else its bound; output as seen (a token is at
 * least one byte), else as much as can have been made in that time where output may be hidden, else its bound where it
 * could not be read. Never below what the provider itself has reported.
 */
export function settleSeen(tab: Tab, meter: StreamMeter, unreadable: boolean, ending: Ending): Promise<void> {
  const { bound, price, reservation } = tab;
  const reported = meter.inputSoFar();
  const unseen = unreadable ? bound.output : tab.hiddenOutput();
  const output = Math.max(Math.min(Math.max(meter.outputBytes(), unseen), bound.output), reported?.output ?? 0);
  if (reported) {
    const usage = { ...reported, output };
    return settle(tab, { usage, cost: price.costOf(usage), certainty: 'estimated' }, ending);
  }
  const cost = nanodollarsOf(Math.min(price.worstCost({ ...bound, output }), reservation.record.reserved));
  return settle(tab, { usage: { ...NO_USAGE, input: bound.input, output }, cost, certainty: 'estimated' }, ending);
}

function settle(tab: Tab, bill: Bill, ending: Ending): Promise<void> {
  return tab.reservation.settle({ ...bill, ...ending });
}
