import type { ProviderName } from '../../../shared/ids.ts';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import { ownersOf } from '../../accounts/spend-book.ts';
import type { ReserveResult } from '../../accounts/spend-book.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import type { Ask } from '../../dialects/dialect.ts';
import { planOutput } from '../../domain/caps/plan-hold.ts';
import { withPassCost, worstOfPasses } from '../../domain/price/pass-prices.ts';
import {
  explainCalls,
  explainCap,
  explainMaxCost,
  explainUnknownPrice,
  explainUnpriced,
} from '../../domain/words/sentences.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import { leastOutputLimit, ownOutputLimit } from '../../providers/fit-fields.ts';
import type { ProviderSpec } from '../../providers/provider-spec.ts';
import { refusalOfRule, levelsOf } from '../admit/admit.ts';
import { boundRequest } from './bound-request.ts';
import type { Bounded } from './bounded.ts';
import { openHeldRequest, rollingOf } from './open-held-request.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import type { ReserveOutcome } from './reserve.ts';
import type { ReserveRequest } from './reserve-request.ts';

/** English has about four bytes a token; good enough for a rate, and replaced by the true number in the end. */
const BYTES_PER_TOKEN = 4;
/**
 * Of what the whole cap could pay, one plain request with hosted tools may be held for this part, unless it cannot do
 * with less.
 */
const FAIR_SHARE = 4;
/** The cheap bound of an input is counted properly when it takes more than this part of what is left. */
const WORTH_COUNTING = 10;
/**
 * The limit that a request gets whose model nobody knows the maximum of, and which sets none itself: most models take
 * it, and few answers are longer.
 */
const LIMIT_OF_UNKNOWN = 32_000;

export interface Attempt {
  /** Nobody will wait any longer. */
  readonly lastChance?: boolean;
  /** A person has allowed it although it does not fit. */
  readonly beyond?: boolean;
  /** The input has not been counted properly yet, and can be. */
  readonly mayCount?: boolean;
}

/**
 * One synchronous try to hold what a request can spend before it can be stopped, against every cap: no other request
 * can interleave.
 * @returns 'wait' when running requests may give back what it needs; 'count' when a better bound of its input may help
 */
export function tryReserve(
  deps: ProxyDeps,
  request: ReserveRequest,
  attempt: Attempt,
): ReserveOutcome | 'wait' | 'count' {
  const { lastChance = false, beyond = false, mayCount = false } = attempt;
  const bounded = findBounds(deps, request, beyond);
  if ('ok' in bounded) return bounded;
  const { under, read } = bounded;

  const tokens = Math.ceil(read.input / BYTES_PER_TOKEN);
  const tooFast = deps.spend.checkRates(under, tokens);
  // A place among the parallel ones is soon free: that is worth waiting for.
  if (tooFast)
    return tooFast.rule === 'parallel-requests' && !lastChance
      ? 'wait'
      : { ok: false, refusal: refusalOfRule(tooFast) };
  const forbidden = checkBounds(bounded);
  if (forbidden) return { ok: false, refusal: forbidden };

  const owners = ownersOf(request.key, request.provider.name);
  const [left, leftIdle] = [deps.spend.left(owners), deps.spend.leftIdle(owners)];
  const plan = planMoney(bounded, beyond ? Infinity : leftIdle);
  // A form of it that costs less is tried next.
  if (plan === 'dear') return 'wait';
  if (mayCount && isWorthCounting(bounded, plan, left)) return 'count';
  // Not even the whole cap can pay it: the book names the cap.
  if (!plan)
    return hold(
      deps,
      { ...bounded, rolling: undefined },
      { output: bounded.floor, limit: undefined, lowered: true },
      { tokens, beyond: false },
    );
  const first = firstCost(bounded, plan);
  if (!beyond && !lastChance && first > left && first <= leftIdle) return 'wait';
  return hold(deps, bounded, plan, { tokens, beyond });
}

/** What is held of it at first. */
function firstCost({ rolling, price, read }: Bounded, { output }: MoneyPlan): Nanodollars {
  const bound = { ...read, output };
  return rolling ? rolling.firstCost(bound) : price.worstCost(bound);
}

/** Price and bounds of a request, or why it has none. */
function findBounds(deps: ProxyDeps, request: ReserveRequest, beyond: boolean): Bounded | ReserveOutcome {
  const { key, provider, spec, ask, largeContext } = request;
  const own = deps.providers.priceOf(provider.name, spec, ask.model);
  if (!own) return refuse('price', explainUnknownPrice(ask.model, whoIs(provider, spec), provider.name));
  // Read anew at each try: they may have changed while it waited.
  const under = levelsOf(deps, key, provider);
  const priceOf = (model: string): ModelPrice | undefined => deps.providers.priceOf(provider.name, spec, model);
  const beside = worstOfPasses(ask.others ?? [], priceOf);
  if (typeof beside === 'string')
    return refuse('price', explainUnknownPrice(beside, whoIs(provider, spec), provider.name));
  const price = withPassCost(own, beside);
  const bound = boundRequest({ ask: asLimited(request), price, spec, largeContext, under });
  if (!bound)
    return refuse(
      'bound',
      `This request has parts whose tokens cannot be bounded, and the context window of "${ask.model}" is not known.`,
    );
  // What a person allows beyond a cap is held whole: there is no room to ask for more of it.
  const wanted = beyond ? Math.min(bound.wanted, LIMIT_OF_UNKNOWN * ask.choices) : bound.wanted;
  return {
    ...bound,
    wanted,
    mustLimit: bound.mustLimit || wanted < bound.wanted,
    request,
    price,
    under,
    rolling: beyond ? undefined : rollingOf({ request, price, priceOf, under, floor: bound.floor }),
  };
}

/** The request with the limits that its provider keeps to: one that leaves thoughts out limits the answer alone. */
function asLimited({ ask, spec, body, provider: { baseUrl } }: ReserveRequest): Ask {
  return {
    ...ask,
    outputLimit: ownOutputLimit(spec, ask, body, baseUrl),
    smallestOutputLimit: leastOutputLimit(spec, ask, body, baseUrl),
  };
}

/** What forbids a request however much money there is. */
function checkBounds({
  request: { ask, provider, spec },
  price,
  under,
  read,
  wanted,
  floor,
}: Bounded): Refusal | undefined {
  const no = (code: string, message: string): Refusal => ({ kind: 'not-allowed', code, message });
  if (ask.fixedOutput && wanted < (ask.outputLimit ?? 0))
    return no(
      'max-output',
      `This request makes up to ${ask.outputLimit ?? 0} tokens of output, and nothing in it can be set to fewer; the ` +
        `policy allows ${wanted}.`,
    );
  const unpriced = price.findUnpriced({
    ...read,
    extras: ask.extras ?? {},
    output: Math.min(wanted, Number.MAX_SAFE_INTEGER),
  });
  if (unpriced !== undefined) return no('price', explainUnpriced(unpriced, ask.model, whoIs(provider, spec)));
  const least = price.worstCost({ ...read, output: floor });
  const dearest = under.find(({ policy }) => policy.maxCost !== undefined && least > policy.maxCost);
  return dearest && no('max-cost', explainMaxCost(dearest.whose, dearest.policy.maxCost ?? ZERO, least));
}

/** How much of a request may be, and at what limit. */
interface MoneyPlan {
  readonly output: number;
  /** What it must be limited to, per answer; undefined where its own limit stands. */
  readonly limit: number | undefined;
  /** A cap needed that. */
  readonly lowered: boolean;
}

/**
 * @param idle what the whole cap could pay if nothing else ran
 * @returns undefined where that is not even what is of use; `dear` for a form that could take most of what there is,
 * and leave
 *   much to guess when it breaks off, where another one costs less
 */
function planMoney(
  { request: { ask }, price, under, read, wanted: most, mustLimit, floor, rolling, limits }: Bounded,
  idle: number,
): MoneyPlan | 'dear' | undefined {
  if (ask.cheaper && idle < Infinity && !rolling && price.worstCost({ ...read, output: floor }) > idle / FAIR_SHARE)
    return 'dear';
  const money = Math.min(idle, ...under.map(({ policy }) => policy.maxCost ?? Infinity));
  const affordable = money === Infinity ? Infinity : price.outputFor(read, nanodollarsOf(money));
  const wanted = most === Infinity ? LIMIT_OF_UNKNOWN * ask.choices : most;
  const plan = planOutput({ wanted, floor, affordable: ask.fixedOutput && affordable < wanted ? -1 : affordable });
  if (!plan) return undefined;
  if (!plan.lowered && !mustLimit && wanted === most) return { ...plan, limit: undefined };
  // Where answer and input share one window, a limit that leaves no room for the input would be refused.
  const room = Math.max(floor, (limits.context ?? Infinity) - read.input);
  const limit = Math.floor(Math.min(plan.output, room) / ask.choices);
  return { output: limit * ask.choices, limit, lowered: plan.lowered };
}

/**
 * A better bound of the input is worth the milliseconds when the cheap one takes a good part of what is left, or cuts
 * the answer short.
 */
function isWorthCounting({ price, read }: Bounded, plan: MoneyPlan | undefined, left: Nanodollars): boolean {
  return !price.free && (!plan || plan.lowered || price.worstCost({ ...read, output: 0 }) > left / WORTH_COUNTING);
}

function hold(
  deps: ProxyDeps,
  bounded: Bounded,
  plan: MoneyPlan,
  { tokens, beyond }: { readonly tokens: number; readonly beyond: boolean },
): ReserveOutcome {
  const {
    request: { key, provider, ask, endpoint, session },
    price,
    read,
  } = bounded;
  const reserved = firstCost(bounded, plan);
  const request = {
    provider: provider.name,
    model: ask.model,
    endpoint,
    session,
    stream: ask.stream,
    reserved,
    price: price.rates,
    loweredOutput: plan.lowered,
    outputLimit: plan.limit ?? null,
  };
  const result = deps.spend.reserve(key, request, tokens, beyond);
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
  const because = (needed: Nanodollars): Refusal => refuseByLimit(deps, { key, provider, ...result, needed });
  const refusal = because(reserved);
  if (result.unit === 'calls') return { ok: false, refusal };
  const allowed = planMoney(bounded, Infinity);
  const longest = typeof allowed === 'object' ? allowed.output : bounded.floor;
  const needed = price.worstCost({ ...read, output: Math.min(longest, LIMIT_OF_UNKNOWN * ask.choices) });
  return {
    ok: false,
    refusal,
    cap: { account: result.account, provider: provider.name, needed, reason: because(needed).message },
  };
}

interface LimitInTheWay extends Omit<Extract<ReserveResult, { readonly reserved: false }>, 'reserved'> {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  /** The least this request could be held for. */
  readonly needed: Nanodollars;
}

/** Says which limit has no room, and when it will. */
export function refuseByLimit(deps: ProxyDeps, { key, provider, account, unit, needed }: LimitInTheWay): Refusal {
  const whose = whoseCap(deps, key, provider.name, account.owner);
  const message =
    unit === 'calls'
      ? explainCalls({ whose, account, timeZone: deps.timeZone })
      : explainCap({ whose, account, needed, timeZone: deps.timeZone });
  // A rolling one gives money back bit by bit: nobody can say when there is enough.
  const resets =
    account.cap.rolling || account.span.end === null
      ? {}
      : { retryAfterS: Math.max(1, Math.ceil((account.span.end - deps.clock.now()) / 1_000)) };
  return { kind: 'not-allowed', code: unit === 'calls' ? 'calls' : 'cap', message, ...resets };
}

/**
 * Tells the person that a cap had no room for more of a stream that runs. @returns what its client is told where it has
 * heard nothing yet
 */
export function refuseMore(
  deps: ProxyDeps,
  key: SubKeyRecord,
  provider: ProviderRecord,
): (account: CapAccount) => Refusal {
  return (account) => {
    deps.watch.refused(key, account);
    return refuseByLimit(deps, { key, provider, account, unit: 'money', needed: nanodollarsOf(account.allowed) });
  };
}

/** A provider of the person's own goes by the name they gave it. */
function whoIs({ name, kind }: ProviderRecord, { title }: ProviderSpec): string {
  return String(name) === kind ? title : name;
}

/** Whom the cap is on, as the sentence says it. */
function whoseCap(deps: ProxyDeps, key: SubKeyRecord, provider: ProviderName, owner: string): string {
  if (owner === EVERYTHING) return 'Everything together';
  return owner.startsWith('provider:') ? provider : deps.directory.agent(key.agentId).name;
}

function refuse(code: string, message: string): ReserveOutcome {
  return { ok: false, refusal: { kind: 'not-allowed', code, message } };
}
