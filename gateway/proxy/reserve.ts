import { setTimeout as sleep } from 'node:timers/promises';
import { formatUsd, nanodollarsOf, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { EVERYTHING } from '../../shared/policy.ts';
import { ownersOf } from '../accounts/spend-book.ts';
import type { Ask } from '../dialects/dialect.ts';
import { surelyTakenLimit } from '../domain/output-maximum.ts';
import { planHold, SMALLEST_USEFUL_OUTPUT } from '../domain/plan-hold.ts';
import type { ModelPrice } from '../domain/price.ts';
import type { RatedLevel } from '../domain/rate-book.ts';
import { explainCap, explainUnknownPrice, explainUnpriced } from '../domain/sentences.ts';
import type { TokenBound } from '../domain/usage.ts';
import type { ProviderRecord, SubKeyRecord } from '../ledger/records.ts';
import type { ProviderSpec } from '../providers/provider-spec.ts';
import { checkStanding, denialOf, levelsOf } from './admit.ts';
import type { ProxyDeps } from './proxy-deps.ts';
import type { Denial } from './reply.ts';
import type { Tab } from './settle-up.ts';

const STUCK: Denial = { kind: 'purser-fault', code: 'ledger', message: 'Purser cannot write its ledger (is the disk full?), so it lets nothing through until it can.' };
/** English has about four bytes a token; good enough for a rate, and replaced by the true number in the end. */
const BYTES_PER_TOKEN = 4;
/** What `anthropic-beta: context-1m-...` opens. */
const LARGE_CONTEXT = 2 ** 20;
/** No vendor makes more tokens than this in a second for one stream. What another server can do is not known. */
const VENDOR_TOKENS_PER_SECOND = 1_000;
/** What costs nothing needs no limit; this one is for the rates that count tokens. */
const FREE_OUTPUT = 2 ** 20;
/** How long a request waits for money that running requests hold. Tools wait longer than this for a first byte. */
const WAIT_MS = 30_000;

/**
 * `ask` is the form of the request that was held; `outputLimit` what it must be limited to, per choice, undefined when its
 * own limit stands.
 */
export type ReserveOutcome =
  | { readonly ok: true; readonly tab: Tab; readonly ask: Ask; readonly outputLimit: number | undefined }
  | { readonly ok: false; readonly denial: Denial };

interface ReserveWish {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  readonly spec: ProviderSpec;
  readonly ask: Ask;
  /** As the provider names it. */
  readonly endpoint: string;
  /** A header opens the model's million-token window. */
  readonly largeContext: boolean;
  /** Aborted when nobody waits for this request any more. */
  readonly stopped: AbortSignal;
}

/**
 * Holds the worst case against every cap. What does not fit waits for running requests to give back what they do not
 * use; what will never fit, or not in time, is refused. Each try is one synchronous step.
 */
export async function reserve(deps: ProxyDeps, wish: ReserveWish): Promise<ReserveOutcome> {
  if (deps.spend.isStuck()) return { ok: false, denial: STUCK };
  const atOnce = tryForms(deps, wish, false);
  return atOnce === 'wait' ? reserveLater(deps, wish) : atOnce;
}

async function reserveLater(deps: ProxyDeps, wish: ReserveWish): Promise<ReserveOutcome> {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, wish.stopped]);
  let lastChance = false;
  const patience = sleep(WAIT_MS, undefined, { signal, ref: false }).catch(() => undefined).then(() => void (lastChance = true));
  try {
    for (;;) {
      await Promise.race([deps.spend.released(), patience]);
      if (wish.stopped.aborted) return deny('stopped', 'The request was stopped while it waited.');
      const stop = checkStanding(deps, deps.directory.key(wish.key.id));
      if (stop) return { ok: false, denial: stop };
      if (deps.spend.isStuck()) return { ok: false, denial: STUCK };
      const outcome = tryForms(deps, wish, lastChance);
      if (outcome !== 'wait') return outcome;
    }
  } finally {
    done.abort();
  }
}

/** The first form of the request that fits now: fewer calls of hosted tools at once are better than more of them later. */
function tryForms(deps: ProxyDeps, wish: ReserveWish, lastChance: boolean): ReserveOutcome | 'wait' {
  const outcome = tryReserve(deps, wish, lastChance);
  const { lesser } = wish.ask;
  if (lesser === undefined || (outcome !== 'wait' && outcome.ok)) return outcome;
  return tryForms(deps, { ...wish, ask: lesser }, lastChance);
}

function tryReserve(deps: ProxyDeps, { key, provider, spec, ask, endpoint, largeContext }: ReserveWish, lastChance: boolean): ReserveOutcome | 'wait' {
  const price = deps.providers.priceOf(spec, ask.model);
  if (!price) return deny('price', explainUnknownPrice(ask.model, spec.title));
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
  if (unpriced !== undefined) return deny('price', explainUnpriced(unpriced, ask.model, spec.title));
  const dearest = under.find(({ policy }) => policy.maxCost !== undefined && price.worstCost(least) > policy.maxCost);
  if (dearest) {
    return deny('max-cost', `${dearest.whose} may spend ${formatUsd(dearest.policy.maxCost ?? ZERO)} on one request; this one could cost ${formatUsd(price.worstCost(least))}.`);
  }
  const perRequest = Math.min(...under.map(({ policy }) => policy.maxCost ?? Infinity));
  const owners = ownersOf(key, provider.name);
  const fits = (left: Nanodollars): number => price.outputFor(bound, nanodollarsOf(Math.min(left, perRequest)));
  const [left, leftIdle] = [deps.spend.left(owners), deps.spend.leftIdle(owners)];
  const fitsNow = fits(left);
  const plan = planHold({ wanted, floor, fitsNow, fitsIdle: left === leftIdle ? fitsNow : fits(leftIdle), lastChance });
  if (plan.kind === 'wait') return 'wait';
  const request = { key, provider, spec, ask, endpoint, price, least, tokens };
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

interface HoldRequest extends Omit<ReserveWish, 'stopped' | 'largeContext'> {
  readonly tokens: number;
  readonly price: ModelPrice;
  readonly bound: TokenBound;
  readonly least: TokenBound;
  readonly lowered: boolean;
}

function hold(deps: ProxyDeps, { key, provider, spec, ask, endpoint, price, bound, least, lowered, tokens }: HoldRequest, outputLimit: number | undefined): ReserveOutcome {
  const result = deps.spend.reserve(key, {
    provider: provider.name,
    model: ask.model,
    endpoint,
    stream: ask.stream,
    reserved: price.worstCost(bound),
    price: price.rates,
    loweredOutput: lowered,
  }, tokens);
  if (result.reserved) return { ok: true, ask, tab: { reservation: result.reservation, price, bound, hiddenOutput: hiddenOutputOf(ask, provider.baseUrl === spec.defaultBaseUrl) }, outputLimit };
  return deny('cap', explainCap({ whose: whoseCap(deps, key, provider, result.account.owner), account: result.account, needed: price.worstCost(least), timeZone: deps.timeZone }));
}

/** How much output a request may have caused by now without showing it: reasoning takes time. */
function hiddenOutputOf(ask: Ask, isVendor: boolean): () => number {
  const start = performance.now();
  if (!ask.hiddenOutput) return () => 0;
  return () => (isVendor ? Math.ceil(((performance.now() - start) / 1000) * VENDOR_TOKENS_PER_SECOND) : Infinity);
}

/** Whom the cap is on, as the sentence says it. */
function whoseCap(deps: ProxyDeps, key: SubKeyRecord, provider: ProviderRecord, owner: string): string {
  if (owner === EVERYTHING) return 'Everything together';
  return owner.startsWith('provider:') ? provider.name : deps.directory.agent(key.agentId).name;
}

function deny(code: string, message: string): ReserveOutcome {
  return { ok: false, denial: { kind: 'not-allowed', code, message } };
}
