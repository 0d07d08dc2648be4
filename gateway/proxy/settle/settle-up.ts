import type { Certainty, CostBasis, Outcome } from '../../../shared/contract/views.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { StreamMeter } from '../../dialects/dialect.ts';
import { withContainerTime } from '../../domain/stream/container-time.ts';
import { mostOutputBy, outputWhenLeft } from '../../domain/stream/stream-exposure.ts';
import type { StreamPace, StreamProgress } from '../../domain/stream/stream-exposure.ts';
import { addCounts, NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { besideOf, boundSoFar } from '../reserve/cost-so-far.ts';
import { asServed, priceUsage } from './price-usage.ts';
import type { HeldRequest } from '../reserve/held-request.ts';

interface Ending {
  readonly outcome: Outcome;
  readonly status: number | null;
  /** What the provider said when it failed; undefined where it said nothing. */
  readonly answered?: string | undefined;
}

interface Bill {
  readonly usage: TokenUsage;
  readonly cost: Nanodollars;
  readonly certainty: Certainty;
  readonly basis: CostBasis;
}

/**
 * Settles with the provider's own figure. If that includes a part of unknown price, the request settles at its bound at
 * least.
 */
export function settleExact(heldRequest: HeldRequest, usage: TokenUsage, ending: Ending): Promise<void> {
  const { elapsedMs } = heldRequest.watch.sight(performance.now());
  return settle(heldRequest, priceUsage(heldRequest, withContainerTime(usage, elapsedMs)), ending);
}

/** Settles work that has many results, each priced by itself: a rate may depend on the length of one request. */
export function settleEach(heldRequest: HeldRequest, usages: readonly TokenUsage[], ending: Ending): Promise<void> {
  const priced = usages.map((usage) => priceUsage(heldRequest, usage));
  const exact = priced.every(({ certainty }) => certainty === 'exact');
  const bill: Bill = {
    usage: priced.reduce((sum, { usage }) => ({ ...sum, ...addCounts(sum, usage) }), NO_USAGE),
    cost: addMoney(ZERO, ...priced.map(({ cost }) => cost)),
    certainty: exact ? 'exact' : 'estimated',
    basis: priced.find(({ basis }) => basis !== 'usage')?.basis ?? 'usage',
  };
  return settle(heldRequest, bill, ending);
}

/** Settles a request that the provider refused or never saw: nothing was used. */
export function settleUnused(heldRequest: HeldRequest, ending: Ending): Promise<void> {
  return settle(heldRequest, { usage: NO_USAGE, cost: ZERO, certainty: 'exact', basis: 'unused' }, ending);
}

/**
 * Statuses of a server, or of something before it, that has waited too long: the answer may have been made all the
 * same, and be billed. Source: RFC 9110, 15.5.9 and 15.6.5; Cloudflare, "Error 524".
 */
const WAITED_IN_VAIN: readonly unknown[] = [408, 504, 524];

/**
 * Settles a request that was answered with an error: nothing was used, unless the error only says that no answer came
 * in time.
 * @param code the error's own code, if it comes inside a reply
 */
export function settleRefused(heldRequest: HeldRequest, ending: Ending, code: unknown = ending.status): Promise<void> {
  return WAITED_IN_VAIN.includes(code) ? settleAtBound(heldRequest, ending) : settleUnused(heldRequest, ending);
}

/** Settles at the upper bound: the provider answered, and it is unknown what it will bill. */
export function settleAtBound(heldRequest: HeldRequest, ending: Ending): Promise<void> {
  const { input } = heldRequest.bound;
  const output = mostByNow(heldRequest);
  return settle(
    heldRequest,
    {
      usage: { ...NO_USAGE, input, output },
      cost: wholeCost(heldRequest, output),
      certainty: 'estimated',
      basis: 'bound',
    },
    ending,
  );
}

/**
 * The most output possible. A rolling request has been stopped by now, so time limits it, however little of it was
 * seen.
 */
function mostByNow({ rolls, bound, watch, pace }: HeldRequest): number {
  return rolls ? Math.min(bound.output, mostInTheDark(watch.sight(performance.now()), pace)) : bound.output;
}

/** Output that was not seen may have been made at any time, at the provider's own pace. */
function mostInTheDark(sight: StreamProgress, pace: StreamPace): number {
  return mostOutputBy({ ...sight, silentMs: 0, unseenMs: sight.elapsedMs }, { ...pace, hides: true }, 0);
}

/** The cost of that; a rolling request may cost more than was held at first. */
function wholeCost({ rolls, price, bound, reservation }: HeldRequest, output: number): Nanodollars {
  return rolls ? price.worstCost({ ...bound, output }) : reservation.record.reserved;
}

/** The ending of a stream. */
export interface StreamEnding {
  /** The side that stopped it; undefined if neither did. */
  readonly endedBy: 'client-gone' | 'cut' | undefined;
  /** The connection to the provider was lost. */
  readonly broken: boolean;
  readonly status: number | null;
  /** The stream came to its own end. */
  readonly finished: boolean;
  /** Part of it could not be read. */
  readonly unreadable: boolean;
  /** The client let it wait, so its provider may be ahead of what was seen. */
  readonly blocked: boolean;
  /** What the provider said when it failed; undefined where it said nothing. */
  readonly answered?: string | undefined;
}

/**
 * Settles a stream however it ended: with the provider's own figure if that came, else at the most that can have been
 * used by then.
 */
export async function settleStream(heldRequest: HeldRequest, meter: StreamMeter, ending: StreamEnding): Promise<void> {
  const { endedBy, broken, status, answered } = ending;
  const usage = meter.usage();
  const outcome = endedBy ?? (broken || meter.failed() ? 'provider-error' : 'served');
  // A stream with an error and nothing else costs what an error status would.
  const isError = meter.failed() && meter.outputBytes() === 0 && !meter.inputSoFar();
  if (isError) return settleRefused(heldRequest, { outcome, status, answered }, meter.failureCode?.());
  if (usage) return settleExact(heldRequest, usage, { outcome: endedBy ?? 'served', status });
  return settleSeen(asServed(heldRequest, meter.served?.()), meter, ending, { outcome, status, answered });
}

/**
 * Settles a request without any answer: at what can have been made until it was given up, if its provider stops when it
 * is left; else at its bound.
 */
export async function settleUnanswered(heldRequest: HeldRequest, ending: Ending, streams: boolean): Promise<void> {
  if (streams && heldRequest.stops === 'unknown' && ending.outcome !== 'provider-error')
    heldRequest.tell('stops-unknown');
  if (!streams || heldRequest.stops !== 'yes' || heldRequest.pace.most === Infinity)
    return settleAtBound(heldRequest, ending);
  const output = Math.min(
    mostOutputBy(heldRequest.watch.sight(performance.now()), heldRequest.pace, 0),
    heldRequest.bound.output,
  );
  return settleAt(heldRequest, undefined, output, ending);
}

/** Settles by what was seen, but never below what the provider itself has reported. */
async function settleSeen(
  heldRequest: HeldRequest,
  meter: StreamMeter,
  how: StreamEnding,
  ending: Ending,
): Promise<void> {
  if (!how.finished && heldRequest.stops === 'unknown') heldRequest.tell('stops-unknown');
  return settleAt(heldRequest, meter, outputSeen(heldRequest, meter, how), ending);
}

/** The most output that such a stream can have cost. */
function outputSeen(
  { bound, stops, pace, watch }: HeldRequest,
  meter: StreamMeter,
  { finished, unreadable, blocked }: StreamEnding,
): number {
  const reported = meter.inputSoFar()?.output ?? 0;
  // The meter reports infinite output for a response that goes on without its stream.
  const goesOn = meter.outputBytes() === Infinity;
  if (!finished && (goesOn || stops === 'no' || stops === 'unknown')) return bound.output;
  const sight = watch.sight(performance.now());
  const isDark = unreadable || (blocked && pace.most === Infinity);
  const most = isDark
    ? mostInTheDark(sight, pace)
    : finished && !pace.hides
      ? sight.shown
      : outputWhenLeft(sight, pace);
  return Math.max(reported, Math.min(bound.output, most));
}

async function settleAt(
  heldRequest: HeldRequest,
  meter: StreamMeter | undefined,
  output: number,
  ending: Ending,
): Promise<void> {
  const { price } = heldRequest;
  const reported = meter?.inputSoFar();
  if (reported) {
    const usage = { ...reported, output };
    const cost = addMoney(price.costOf(withRequest(usage)), besideOf(heldRequest, meter));
    return settle(heldRequest, { usage, cost, certainty: 'estimated', basis: 'left' }, ending);
  }
  // A stream that was left in the middle of a call may have begun one more.
  const bound = boundSoFar(heldRequest, meter, { more: 1, output });
  const input = Math.min(bound.input, (await heldRequest.countInput?.()) ?? Infinity);
  // Passes that cannot have begun yet cost nothing.
  const unbegun = besideOf(heldRequest, undefined) - besideOf(heldRequest, meter);
  // More was held for hosted tools that made more calls than were expected; nothing was made that was not held.
  const whole = Math.max(wholeCost(heldRequest, heldRequest.bound.output), heldRequest.reservation.held());
  const cost = nanodollarsOf(Math.min(price.worstCost({ ...bound, input, output }), whole) - unbegun);
  return settle(
    heldRequest,
    { usage: { ...NO_USAGE, input, output }, cost, certainty: 'estimated', basis: 'left' },
    ending,
  );
}

function withRequest(usage: TokenUsage): TokenUsage {
  return { ...usage, parts: { requests: 1, ...usage.parts } };
}

function settle(heldRequest: HeldRequest, bill: Bill, ending: Ending): Promise<void> {
  return heldRequest.reservation.settle({ ...bill, ...ending });
}
