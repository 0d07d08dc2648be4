import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../dialects/dialect.ts';
import { COMFORTABLE_OUTPUT, planHold, SMALLEST_USEFUL_OUTPUT } from '../domain/plan-hold.ts';
import { findPrice, outputThatFits } from '../domain/price.ts';
import type { ModelPrice } from '../domain/price.ts';
import { explainCap, explainUnknownPrice } from '../domain/sentences.ts';
import type { TokenBound } from '../domain/usage.ts';
import type { ProviderRecord, SubKeyRecord } from '../ledger/records.ts';
import type { ProviderSpec } from '../providers/provider-spec.ts';
import { checkStanding } from './admit.ts';
import type { ProxyDeps } from './proxy-deps.ts';
import type { Denial } from './reply.ts';
import type { Tab } from './settle-up.ts';

/** How long a request waits for money that running requests hold. Tools wait longer than this for a first byte. */
const WAIT_MS = 30_000;

/** `outputLimit` is what the request must be limited to, per choice; undefined when its own limit stands. */
export type ReserveOutcome =
  | { readonly ok: true; readonly tab: Tab; readonly outputLimit: number | undefined }
  | { readonly ok: false; readonly denial: Denial };

interface ReserveWish {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  readonly spec: ProviderSpec;
  readonly ask: Ask;
  /** Aborted when nobody waits for this request any more. */
  readonly stopped: AbortSignal;
}

/**
 * Holds the worst case against every cap. What does not fit waits for running requests to give back what they do not
 * use; what will never fit, or not in time, is refused. Each try is one synchronous step.
 */
export async function reserve(deps: ProxyDeps, wish: ReserveWish): Promise<ReserveOutcome> {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, wish.stopped]);
  let lastChance = false;
  const patience = sleep(WAIT_MS, undefined, { signal, ref: false }).catch(() => undefined).then(() => void (lastChance = true));
  try {
    for (;;) {
      const outcome = tryReserve(deps, wish, lastChance);
      if (outcome !== 'wait') return outcome;
      await Promise.race([deps.spend.released(wish.key.id), patience]);
      if (wish.stopped.aborted) return deny('stopped', 'The request was stopped while it waited.');
      const stop = checkStanding(deps, deps.directory.key(wish.key.id));
      if (stop) return { ok: false, denial: stop };
    }
  } finally {
    done.abort();
  }
}

function tryReserve(deps: ProxyDeps, { key, provider, spec, ask }: ReserveWish, lastChance: boolean): ReserveOutcome | 'wait' {
  const price = findPrice({ provider: spec.priceId, model: ask.model, at: deps.clock.now(), overrides: deps.providers.prices() });
  if (!price) return deny('price', explainUnknownPrice(ask.model, spec.title));
  const input = Math.min(ask.inputBound ?? Infinity, price.contextWindow ?? Infinity);
  if (input === Infinity) return deny('bound', `This request has parts whose tokens cannot be bounded, and the context window of "${ask.model}" is not known.`);

  const { wanted, mustLimit } = outputWanted(ask, price);
  const bound = { input, cacheWrites: ask.cacheWrites };
  const floor = Math.min(wanted, Math.max(ask.smallestOutputLimit, SMALLEST_USEFUL_OUTPUT) * ask.choices);
  const plan = planHold({
    wanted,
    floor,
    fitsNow: outputThatFits(price, bound, deps.spend.left(key.id)),
    fitsIdle: outputThatFits(price, bound, deps.spend.leftIdle(key.id)),
    lastChance,
  });
  if (plan.kind === 'wait') return 'wait';
  // The least it could be held for; the book then names the cap that it does not fit.
  if (plan.kind === 'refuse') return hold(deps, { key, provider, ask, price, bound: { ...bound, output: floor }, least: { ...bound, output: floor }, lowered: true }, Math.floor(floor / ask.choices));

  const limit = plan.lowered && ask.outputLimit === undefined ? Math.min(plan.output, COMFORTABLE_OUTPUT * ask.choices) : plan.output;
  const perChoice = plan.lowered || mustLimit ? Math.floor(limit / ask.choices) : undefined;
  const output = perChoice === undefined ? wanted : perChoice * ask.choices;
  return hold(deps, { key, provider, ask, price, bound: { ...bound, output }, least: { ...bound, output: floor }, lowered: plan.lowered }, perChoice);
}

/**
 * The most output there can be. A request without a limit of its own is bounded by its model's context window, or, where
 * that is not known, by a limit that Purser sets.
 */
function outputWanted(ask: Ask, price: ModelPrice): { readonly wanted: number; readonly mustLimit: boolean } {
  if (ask.outputLimit !== undefined) return { wanted: ask.outputLimit, mustLimit: false };
  if (price.contextWindow !== undefined) return { wanted: price.contextWindow * ask.choices, mustLimit: false };
  return { wanted: COMFORTABLE_OUTPUT * ask.choices, mustLimit: true };
}

interface HoldRequest extends Omit<ReserveWish, 'spec' | 'stopped'> {
  readonly price: ModelPrice;
  readonly bound: TokenBound;
  readonly least: TokenBound;
  readonly lowered: boolean;
}

function hold(deps: ProxyDeps, { key, provider, ask, price, bound, least, lowered }: HoldRequest, outputLimit: number | undefined): ReserveOutcome {
  const result = deps.spend.reserve(key, {
    provider: provider.name,
    model: ask.model,
    stream: ask.stream,
    reserved: price.worstCost(bound),
    price: price.rates,
    loweredOutput: lowered,
  });
  if (result.reserved) return { ok: true, tab: { reservation: result.reservation, price, bound, hiddenOutput: ask.hiddenOutput }, outputLimit };
  const agent = deps.directory.agent(key.agentId).name;
  return deny('cap', explainCap({ agent, account: result.account, needed: price.worstCost(least), timeZone: deps.timeZone }));
}

function deny(code: string, message: string): ReserveOutcome {
  return { ok: false, denial: { kind: 'not-allowed', code, message } };
}
