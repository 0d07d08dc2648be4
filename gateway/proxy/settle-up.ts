import type { Certainty, CostBasis, Outcome } from '../../shared/contract/views.ts';
import { nanodollarsOf, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { Reservation } from '../accounts/spend-book.ts';
import type { StreamMeter } from '../dialects/dialect.ts';
import type { ModelPrice } from '../domain/price.ts';
import { mediaOf, NO_USAGE } from '../domain/usage.ts';
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
  readonly basis: CostBasis;
}

/** Settles with the provider's own figure. What it names and nobody knows a price for settles at the bound at least. */
export function settleExact(tab: Tab, usage: TokenUsage, ending: Ending): Promise<void> {
  const whole = { ...usage, parts: { requests: 1, ...usage.parts } };
  const { requests: _requests, ...extras } = whole.parts;
  const cost = tab.price.costOf(whole);
  const reported = tab.price.believesCost && usage.reportedCost !== undefined;
  if (!reported && tab.price.findUnpriced({ ...usage, extras, media: mediaOf(usage) }) !== undefined) {
    return settle(tab, { usage, cost: nanodollarsOf(Math.max(cost, tab.reservation.record.reserved)), certainty: 'estimated', basis: 'unpriced' }, ending);
  }
  const known = reported || usage.tier === undefined || tab.price.knowsTier(usage.tier);
  return settle(tab, { usage, cost, certainty: known ? 'exact' : 'estimated', basis: reported ? 'charged' : 'usage' }, ending);
}

/** Settles a request that the provider refused or never saw: nothing was used. */
export function settleUnused(tab: Tab, ending: Ending): Promise<void> {
  return settle(tab, { usage: NO_USAGE, cost: ZERO, certainty: 'exact', basis: 'unused' }, ending);
}

/**
 * Statuses of a server, or of something before it, that has waited long enough: what they waited for may have been made,
 * and be billed. Source: RFC 9110, 15.5.9 and 15.6.5; Cloudflare, "Error 524".
 */
const WAITED_IN_VAIN: readonly (number | null)[] = [408, 504, 524];

/** Settles a request that was answered with an error: nothing was used, unless the answer only says that there was none in time. */
export function settleRefused(tab: Tab, ending: Ending): Promise<void> {
  return WAITED_IN_VAIN.includes(ending.status) ? settleAtBound(tab, ending) : settleUnused(tab, ending);
}

/** Settles at the upper bound: the provider answered, and nobody can tell what it will bill. */
export function settleAtBound(tab: Tab, ending: Ending): Promise<void> {
  const { input, output } = tab.bound;
  return settle(tab, { usage: { ...NO_USAGE, input, output }, cost: tab.reservation.record.reserved, certainty: 'estimated', basis: 'bound' }, ending);
}

/** Below this, what came so far says nothing about how fast more comes. */
const PACE_KNOWN_MS = 50;
/** From the moment a stream is left until its provider has stopped: the way there, and what it does in one go. */
const STOPPING_MS = 500;
const STOPPING_TOKENS = 64;

/**
 * Output tokens that a stream may have cost beyond what was read of it when it was left: at the pace it had, until the
 * provider learns of it. @returns Infinity where the pace is not known
 */
export function tokensUnderWay(seen: number, readingMs: number): number {
  return readingMs < PACE_KNOWN_MS ? Infinity : STOPPING_TOKENS + Math.ceil((seen / readingMs) * STOPPING_MS);
}

/**
 * Settles a stream that ended without the final figure: input as reported, else its bound; output as seen (a token is at
 * least one byte) and what may be under way, or as much as can have been made in that time where output may be hidden.
 * Never below what the provider itself has reported.
 * @param underWay tokens beyond what was seen; Infinity settles at the bound
 */
function settleSeen(tab: Tab, meter: StreamMeter, underWay: number, ending: Ending): Promise<void> {
  const { price, reservation } = tab;
  // What was left in the middle of a call may have begun one more; what nobody could read, any number.
  const bound = (underWay === Infinity ? undefined : meter.boundSoFar?.(tab.bound, underWay > 0 ? 1 : 0)) ?? tab.bound;
  const reported = meter.inputSoFar();
  const output = Math.max(Math.min(Math.max(meter.outputBytes(), tab.hiddenOutput()) + underWay, bound.output), reported?.output ?? 0);
  if (reported) {
    const usage = { ...reported, output };
    return settle(tab, { usage, cost: price.costOf(usage), certainty: 'estimated', basis: 'left' }, ending);
  }
  const cost = nanodollarsOf(Math.min(price.worstCost({ ...bound, output }), reservation.record.reserved));
  return settle(tab, { usage: { ...NO_USAGE, input: bound.input, output }, cost, certainty: 'estimated', basis: 'left' }, ending);
}

/** How a stream came to its end. */
export interface StreamEnding {
  /** Who stopped it; undefined while nobody did. */
  readonly endedBy: 'client-gone' | 'cut' | undefined;
  /** The connection to the provider was lost. */
  readonly broken: boolean;
  readonly status: number;
}

/**
 * Settles a stream however it ended: with the provider's own figure where it came, else as {@link settleSeen} says.
 * @param underWay tokens beyond what was seen; Infinity settles at the bound
 */
export function settleStream(tab: Tab, meter: StreamMeter, underWay: number, { endedBy, broken, status }: StreamEnding): Promise<void> {
  const usage = meter.usage();
  if (usage) return settleExact(tab, usage, { outcome: 'served', status });
  return settleSeen(tab, meter, underWay, { outcome: endedBy ?? (broken || meter.failed() ? 'provider-error' : 'served'), status });
}

function settle(tab: Tab, bill: Bill, ending: Ending): Promise<void> {
  return tab.reservation.settle({ ...bill, ...ending });
}
