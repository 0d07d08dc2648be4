import type { ProviderName } from '../../shared/ids.ts';
import { formatUsd, nanodollarsOf, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { EVERYTHING } from '../../shared/policy.ts';
import { ownersOf } from '../accounts/spend-book.ts';
import type { ReserveResult } from '../accounts/spend-book.ts';
import type { Ask } from '../dialects/dialect.ts';
import { surelyTakenLimit } from '../domain/output-maximum.ts';
import { COMFORTABLE_OUTPUT, planHold, SMALLEST_USEFUL_OUTPUT } from '../domain/plan-hold.ts';
import type { HoldPlan } from '../domain/plan-hold.ts';
import type { ModelPrice } from '../domain/price.ts';
import type { RatedLevel } from '../domain/rate-book.ts';
import { explainCalls, explainCap, explainUnknownPrice, explainUnpriced } from '../domain/sentences.ts';
import type { TokenBound } from '../domain/usage.ts';
import type { ProviderRecord, SubKeyRecord } from '../ledger/records.ts';
import { denialOf, levelsOf } from './admit.ts';
import type { ProviderSpec } from '../providers/provider-spec.ts';
import type { ProxyDeps } from './proxy-deps.ts';
import type { Denial } from './reply.ts';
import type { ReserveOutcome, ReserveWish } from './reserve.ts';

/** English has about four bytes a token; good enough for a rate, and replaced by the true number in the end. */
const BYTES_PER_TOKEN = 4;
/** What `anthropic-beta: context-1m-...` opens. */
const LARGE_CONTEXT = 2 ** 20;
/** No vendor makes more tokens than this in a second for one stream. What another server can do is not known. */
const VENDOR_TOKENS_PER_SECOND = 1_000;
/** Of what is left, one request with hosted tools may be held for this part, unless it cannot do with less. */
const FAIR_SHARE = 4;
/** What costs nothing needs no limit; this one is for the rates that count tokens. */
const FREE_OUTPUT = 2 ** 20;

export interface Attempt {
  /** Nobody will wait any longer. */
  readonly lastChance?: boolean;
  /** A person has allowed it although it does not fit. */
  readonly beyond?: boolean;
  /** The input has not been counted properly yet, and can be. */
  readonly mayCount?: boolean;
}

/**
 * One synchronous try to hold a request's worst case against every cap: no other request can interleave.
 * @returns 'wait' when running requests may give back what it needs; 'count' when a better bound of its input may help
 */
export function tryReserve(deps: ProxyDeps, { key, provider, spec, ask, endpoint, session, largeContext }: ReserveWish, { lastChance = false, beyond = false, mayCount = false }: Attempt): ReserveOutcome | 'wait' | 'count' {
  const price = deps.providers.priceOf(provider.name, spec, ask.model);
  if (!price) return deny('price', explainUnknownPrice(ask.model, whoIs(provider, spec)));
  const window = price.contextWindow !== undefined && largeContext ? Math.max(price.contextWindow, LARGE_CONTEXT) : price.contextWindow;
  const input = price.free ? (ask.inputBound ?? 0) : Math.min(ask.inputBound ?? Infinity, (window ?? Infinity) * (ask.windows ?? 1)) * (ask.rounds ?? 1);
  if (input === Infinity) return deny('bound', `This request has parts whose tokens cannot be bounded, and the context window of "${ask.model}" is not known.`);

  // Read anew at each try: they may have changed while it waited.
  const under = levelsOf(deps, key, provider);
  const tokens = Math.ceil(input / BYTES_PER_TOKEN);
  const tooFast = deps.spend.checkRates(under, tokens);
  // A place among the parallel ones is soon free: that is worth waiting for.
  if (tooFast) return tooFast.rule === 'parallel-requests' && !lastChance ? 'wait' : { ok: false, denial: denialOf(tooFast) };

  const { wanted, mustLimit } = outputWanted(ask, price, under);
  const bound = { input, cacheWrites: ask.cacheWrites, media: ask.media ?? [], extras: { requests: 1, ...ask.extras }, ...(ask.tier === undefined ? {} : { tier: ask.tier }) };
  if (ask.fixedOutput && wanted < (ask.outputLimit ?? 0)) return deny('max-output', `This request makes up to ${ask.outputLimit ?? 0} tokens of output, and nothing in it can be set to fewer; the policy allows ${wanted}.`);
  const floor = ask.fixedOutput ? wanted : Math.min(wanted, Math.max(ask.smallestOutputLimit, SMALLEST_USEFUL_OUTPUT) * ask.choices);
  const least = { ...bound, output: floor };
  const unpriced = price.findUnpriced({ ...bound, extras: ask.extras ?? {}, output: wanted });
  if (unpriced !== undefined) return deny('price', explainUnpriced(unpriced, ask.model, whoIs(provider, spec)));
  const dearest = under.find(({ policy }) => policy.maxCost !== undefined && price.worstCost(least) > policy.maxCost);
  if (dearest) {
    return deny('max-cost', `${dearest.whose} may spend ${formatUsd(dearest.policy.maxCost ?? ZERO)} on one request; this one could cost ${formatUsd(price.worstCost(least))}.`);
  }
  const perRequest = Math.min(...under.map(({ policy }) => policy.maxCost ?? Infinity));
  const owners = ownersOf(key, provider.name);
  const fits = (left: Nanodollars): number => price.outputFor(bound, nanodollarsOf(Math.min(left, perRequest)));
  const [left, leftIdle] = [deps.spend.left(owners), deps.spend.leftIdle(owners)];
  const fitsNow = fits(left);
  const allowed = perRequest === Infinity ? Infinity : price.outputFor(bound, nanodollarsOf(perRequest));
  const enough = ask.fixedOutput ? wanted : Math.min(wanted, allowed, COMFORTABLE_OUTPUT * ask.choices);
  // A form that could take most of what is left would leave nothing for whoever comes next, and much of it to guess when it breaks off.
  if (ask.lesser && !beyond && price.worstCost({ ...bound, output: enough }) > left / FAIR_SHARE) return 'wait';
  const plan = beyond ? planBeyond(wanted, enough) : planHold({ wanted, floor, fitsNow, fitsIdle: left === leftIdle ? fitsNow : fits(leftIdle), lastChance });
  if (mayCount && !(plan.kind === 'hold' && plan.output >= enough)) return 'count';
  if (plan.kind === 'wait') return 'wait';
  const request = { key, provider, spec, ask, endpoint, session, price, least, enough: { ...bound, output: enough }, tokens, beyond };
  // The least it could be held for; the book then names the cap that it does not fit.
  if (plan.kind === 'refuse') return hold(deps, { ...request, bound: least, lowered: true }, Math.floor(floor / ask.choices));

  const limit = plan.lowered && ask.outputLimit === undefined ? Math.min(plan.output, surelyTakenLimit(ask.model) * ask.choices) : plan.output;
  const perChoice = plan.lowered || mustLimit ? Math.floor(limit / ask.choices) : undefined;
  const output = perChoice === undefined ? wanted : perChoice * ask.choices;
  return hold(deps, { ...request, bound: { ...bound, output }, lowered: plan.lowered }, perChoice);
}

/**
 * The most output there can be: the request's own limit, else its model's context window, else a limit that Purser sets;
 * never more than a policy allows.
 */
function outputWanted(ask: Ask, price: ModelPrice, levels: readonly RatedLevel[]): { readonly wanted: number; readonly mustLimit: boolean } {
  const own = ask.outputLimit ?? (price.contextWindow ?? (price.free ? FREE_OUTPUT : surelyTakenLimit(ask.model))) * ask.choices;
  const allowed = Math.min(...levels.map(({ policy }) => policy.maxOutput ?? Infinity));
  if (allowed < own) return { wanted: Math.max(ask.choices, Math.floor(allowed / ask.choices) * ask.choices), mustLimit: true };
  return { wanted: own, mustLimit: ask.outputLimit === undefined && price.contextWindow === undefined && !price.free };
}

interface HoldRequest extends Pick<ReserveWish, 'key' | 'provider' | 'spec' | 'ask' | 'endpoint' | 'session'> {
  readonly tokens: number;
  readonly price: ModelPrice;
  readonly bound: TokenBound;
  readonly least: TokenBound;
  /** What it would be held for when a person allows it. */
  readonly enough: TokenBound;
  readonly beyond: boolean;
  readonly lowered: boolean;
}

function hold(deps: ProxyDeps, { key, provider, spec, ask, endpoint, session, price, bound, least, enough, beyond, lowered, tokens }: HoldRequest, outputLimit: number | undefined): ReserveOutcome {
  const result = deps.spend.reserve(key, {
    provider: provider.name,
    model: ask.model,
    endpoint,
    session,
    stream: ask.stream,
    reserved: price.worstCost(bound),
    price: price.rates,
    loweredOutput: lowered,
  }, tokens, beyond);
  if (result.reserved) return { ok: true, ask, tab: { reservation: result.reservation, price: spec.prices.pricedAtEnd ? atTheEnd(deps, provider.name, spec, ask.model, price) : price, bound, hiddenOutput: hiddenOutputOf(ask, provider.baseUrl === spec.defaultBaseUrl) }, outputLimit };
  const because = (needed: Nanodollars): Denial => denyByLimit(deps, { key, provider, ...result, needed });
  const denial = because(price.worstCost(least));
  if (result.unit === 'calls') return { ok: false, denial };
  const needed = price.worstCost(enough);
  return { ok: false, denial, cap: { account: result.account, provider: provider.name, needed, reason: because(needed).message } };
}

interface LimitInTheWay extends Omit<Extract<ReserveResult, { readonly reserved: false }>, 'reserved'> {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  /** The least this request could be held for. */
  readonly needed: Nanodollars;
}

/** Says which limit has no room, and when it will. */
export function denyByLimit(deps: ProxyDeps, { key, provider, account, unit, needed }: LimitInTheWay): Denial {
  const whose = whoseCap(deps, key, provider, account.owner);
  const message = unit === 'calls' ? explainCalls({ whose, account, timeZone: deps.timeZone }) : explainCap({ whose, account, needed, timeZone: deps.timeZone });
  // A rolling one gives money back bit by bit: nobody can say when there is enough.
  const resets = account.cap.rolling || account.span.end === null ? {} : { retryAfterS: Math.max(1, Math.ceil((account.span.end - deps.clock.now()) / 1_000)) };
  return { kind: 'not-allowed', code: unit === 'calls' ? 'calls' : 'cap', message, ...resets };
}

/** What it costs is looked up when it is settled: the hour of its end decides. */
function atTheEnd({ providers }: ProxyDeps, provider: ProviderName, spec: ReserveWish['spec'], model: string, price: ModelPrice): ModelPrice {
  return { ...price, costOf: (usage) => (providers.priceOf(provider, spec, model) ?? price).costOf(usage) };
}

/** How much output a request may have caused by now without showing it: reasoning takes time. */
function hiddenOutputOf(ask: Ask, isVendor: boolean): () => number {
  const start = performance.now();
  if (!ask.hiddenOutput) return () => 0;
  return () => (isVendor ? Math.ceil(((performance.now() - start) / 1000) * VENDOR_TOKENS_PER_SECOND) : Infinity);
}

/** A provider of the person's own goes by the name they gave it. */
function whoIs({ name, kind }: ProviderRecord, { title }: ProviderSpec): string {
  return String(name) === kind ? title : name;
}

/** Whom the cap is on, as the sentence says it. */
function whoseCap(deps: ProxyDeps, key: SubKeyRecord, provider: ProviderRecord, owner: string): string {
  if (owner === EVERYTHING) return 'Everything together';
  return owner.startsWith('provider:') ? provider.name : deps.directory.agent(key.agentId).name;
}

/** What a person allows is held whole, but for an answer of endless length. */
function planBeyond(wanted: number, enough: number): HoldPlan {
  return { kind: 'hold', output: enough, lowered: enough < wanted };
}

function deny(code: string, message: string): ReserveOutcome {
  return { ok: false, denial: { kind: 'not-allowed', code, message } };
}
