import type { Nanodollars } from '../../../shared/money.ts';
import type { OwnedRequest } from '../../accounts/spend/spend-book.ts';
import { tell } from '../../domain/words/tell.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { refusalOfRule } from '../refuse/refusal-of-rule.ts';
import type { Bounded } from './bounded.ts';
import { checkBounds, findBounds } from './find-bounds.ts';
import { openHeldRequest } from './open-held-request.ts';
import type { HeldRequestDeps } from './open-held-request.ts';
import { firstCost, isWorthCounting, LIMIT_OF_UNKNOWN, planMoney } from './plan-money.ts';
import type { MoneyPlan } from './plan-money.ts';
import { refuseByLimit } from './refuse-by-limit.ts';
import type { ReserveOutcome } from './outcome.ts';
import type { ReserveRequest } from './reserve-request.ts';

/** English has about four bytes per token; good enough for a rate, and replaced by the true number in the end. */
const BYTES_PER_TOKEN = 4;

/** What was spent under a cap is not known yet, or cannot be read. */
export const UNREAD: Refusal = {
  kind: 'purser-fault',
  code: 'ledger',
  ...tell({ code: 'ledger-unread' }),
};

export interface Attempt {
  /** True when it will wait no longer. */
  readonly lastChance?: boolean;
  /** True if a person has allowed it although it does not fit under its caps. */
  readonly overCap?: boolean;
  /** True if the input has not been counted properly yet, and can be. */
  readonly mayCount?: boolean;
}

/** The parts of the gateway that a try to hold money needs. */
export type TryDeps = HeldRequestDeps & Pick<ProxyDeps, 'directory' | 'limits' | 'spend' | 'clock' | 'timeZone'>;

/**
 * Tries once, synchronously, to hold what a request can spend before a stop, against every cap: no other request can
 * interleave.
 * @returns 'wait' when running requests may give back what it needs; 'count' when a better bound of its input may help
 */
export function tryReserve(
  deps: TryDeps,
  request: ReserveRequest,
  attempt: Attempt,
): ReserveOutcome | 'wait' | 'count' {
  const found = findBounds(deps, request, attempt.overCap === true);
  if (!found.ok) return found;
  const { bounded } = found;
  // A cap on a part was set since this request began to wait: nothing passes before its past is known.
  if (attempt.overCap !== true && deps.spend.ready(request.key, ownedBy(request)))
    return { ok: false, refusal: UNREAD };
  return checkLimits(deps, bounded, attempt) ?? chooseHold(deps, bounded, attempt);
}

/** What tells whose caps it counts against. */
export function ownedBy({ provider, ask, session }: ReserveRequest): OwnedRequest {
  return { provider: provider.name, model: ask.model, session: session ?? null };
}

/** The tokens that it counts as for its rates, until its real usage is known. */
function ratedTokens({ read }: Bounded): number {
  return Math.ceil(read.input / BYTES_PER_TOKEN);
}

/** Checks limits other than money: rates, and what a policy or a price forbids in any case. */
function checkLimits(deps: TryDeps, bounded: Bounded, { lastChance }: Attempt): ReserveOutcome | 'wait' | undefined {
  const tooFast = deps.spend.checkRates(bounded.under, ratedTokens(bounded));
  // A place among the parallel requests is soon free, so waiting is worth it.
  if (tooFast?.rule === 'parallel-requests' && lastChance !== true) return 'wait';
  if (tooFast) return { ok: false, refusal: refusalOfRule(tooFast) };
  const forbidden = checkBounds(bounded);
  return forbidden && { ok: false, refusal: forbidden };
}

/** Decides how much of the request is held: now, after a count, or later. */
function chooseHold(
  deps: TryDeps,
  bounded: Bounded,
  { lastChance = false, overCap = false, mayCount = false }: Attempt,
): ReserveOutcome | 'wait' | 'count' {
  const { request } = bounded;
  const owners = deps.spend.ownersFor(request.key, ownedBy(request));
  const [left, leftIdle] = [deps.spend.left(owners), deps.spend.leftIdle(owners)];
  const plan = planMoney(bounded, overCap ? Infinity : leftIdle);
  // A cheaper form of it is tried next.
  if (plan === 'dear') return 'wait';
  if (mayCount && isWorthCounting(bounded, plan, left)) return 'count';
  // Not even the whole cap can pay for it; the book names the cap.
  if (!plan) return hold(deps, { ...bounded, rolling: undefined }, leastOf(bounded), false);
  const first = firstCost(bounded, plan);
  if (!overCap && !lastChance && first > left && first <= leftIdle) return 'wait';
  return hold(deps, bounded, plan, overCap);
}

function leastOf({ floor }: Bounded): MoneyPlan {
  return { output: floor, limit: undefined, lowered: true };
}

function hold(deps: TryDeps, bounded: Bounded, plan: MoneyPlan, overCap: boolean): ReserveOutcome {
  const { request, price, read } = bounded;
  const { key, provider, ask, endpoint, session, project = null } = request;
  const reserved = firstCost(bounded, plan);
  const spending = {
    provider: provider.name,
    model: ask.model,
    endpoint,
    session,
    project,
    stream: ask.stream,
    reserved,
    price: price.rates,
    loweredOutput: plan.lowered,
    outputLimit: plan.limit ?? null,
  };
  const result = deps.spend.reserve(key, spending, ratedTokens(bounded), overCap);
  if (result.reserved)
    return {
      ok: true,
      ask,
      heldRequest: openHeldRequest(deps, {
        bounded,
        bound: { ...read, output: plan.output },
        reservation: result.reservation,
      }),
      outputLimit: plan.limit,
    };
  const because = (needed: Nanodollars): Refusal => {
    const refusal = refuseByLimit(deps, { key, ...result, needed });
    const isUsedUp = result.account.spent >= result.account.allowed;
    if (isUsedUp || !ask.wayOut) return refusal;
    // The way out is a sentence that has no code: a page shows both as they are.
    const { about: _about, ...rest } = refusal;
    return { ...rest, message: `${refusal.message} ${ask.wayOut}` };
  };
  const refusal = because(reserved);
  if (result.unit === 'calls') return { ok: false, refusal };
  const needed = mostNeeded(bounded);
  return {
    ok: false,
    refusal,
    cap: { account: result.account, provider: provider.name, needed, reason: because(needed).message },
  };
}

/** The amount to hold if a person allowed it beyond its caps. */
function mostNeeded(bounded: Bounded): Nanodollars {
  const { price, read, request, floor } = bounded;
  const allowed = planMoney(bounded, Infinity);
  const longest = typeof allowed === 'object' ? allowed.output : floor;
  return price.worstCost({ ...read, output: Math.min(longest, LIMIT_OF_UNKNOWN * request.ask.choices) });
}
