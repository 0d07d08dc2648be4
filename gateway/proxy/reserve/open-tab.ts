import type { Reservation } from '../../accounts/spend-book.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import type { RatedLevel } from '../../domain/caps/rate-book.ts';
import { mostOutputBy } from '../../domain/stream/stream-exposure.ts';
import type { StreamPace } from '../../domain/stream/stream-exposure.ts';
import { createStreamWatch } from '../../domain/stream/stream-watch.ts';
import type { TokenBound } from '../../domain/usage.ts';
import { paceOf, stopsOf } from '../../providers/published/stops.ts';
import type { Bounded, Rolling } from './bounded.ts';
import { mostCost } from './cost-so-far.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { ReserveWish } from './reserve-wish.ts';
import { FIRST_SLICE_MS } from './rolling-hold.ts';
import type { Tab } from './tab.ts';

const NOTHING_SEEN = { elapsedMs: 0, silentMs: 0, flowingMs: 0, unseenMs: 0, shown: 0, paced: 0 };

interface MayRoll {
  readonly wish: Pick<ReserveWish, 'ask' | 'spec' | 'provider' | 'meter'>;
  readonly price: ModelPrice;
  readonly priceOf: (model: string) => ModelPrice | undefined;
  readonly under: readonly RatedLevel[];
  /** The least output that is of use. */
  readonly floor: number;
}

/**
 * Only a stream can be stopped, and only at a provider that stops, and stops billing, when it is left, and whose pace
 * is known.
 * @returns undefined where the whole request must be held
 */
export function rollingOf({ wish, price, priceOf, under, floor }: MayRoll): Rolling | undefined {
  const { ask, spec, provider, meter } = wish;
  const pace = paceOfAsk(wish);
  const isStrict = under.some(({ policy }) => policy.caps?.some(({ hold }) => hold === 'full'));
  if (!ask.stream || ask.outlivesStream || ask.fixedOutput || price.free || isStrict) return undefined;
  if (stopsOf(spec, provider) !== 'yes' || pace.most === Infinity) return undefined;
  // What is begun can be of use: no request is sent, and its input paid, for fewer words than that.
  const slice = Math.max(floor, mostOutputBy(NOTHING_SEEN, pace, FIRST_SLICE_MS));
  return { firstCost: (bound) => mostCost({ bound, price, priceOf }, meter?.(ask), slice) };
}

function paceOfAsk({ ask, spec, provider }: MayRoll['wish']): StreamPace {
  return { most: paceOf(spec, provider, ask.model) * ask.choices, hides: ask.hiddenOutput };
}

interface Opening {
  readonly bounded: Bounded;
  /** The most that it can use, at the limit that it was given. */
  readonly bound: TokenBound;
  readonly reservation: Reservation;
}

/** @see Tab */
export function openTab(deps: ProxyDeps, { bounded, bound, reservation }: Opening): Tab {
  const { wish, price, limits, rolling } = bounded;
  const { provider, spec, ask, key } = wish;
  return {
    reservation,
    price: spec.prices.pricedAtEnd ? atTheEnd(deps, wish, price) : price,
    bound,
    floor: bounded.floor,
    rolls: rolling !== undefined,
    stops: stopsOf(spec, provider),
    pace: paceOfAsk(wish),
    watch: createStreamWatch(),
    priceOf: (model) => deps.providers.priceOf(provider.name, spec, model),
    standIns: ask.otherModels ?? [],
    limits,
    // What later rounds read, no count of the request knows.
    countInput: (ask.rounds ?? 1) === 1 ? wish.countLater : undefined,
    tell: (fault) => deps.watch.told({ fault, provider: provider.name, model: ask.model, agentId: key.agentId }),
  };
}

/** What it costs is looked up when it is settled: the hour of its end decides. */
function atTheEnd({ providers }: ProxyDeps, { provider, spec, ask }: ReserveWish, price: ModelPrice): ModelPrice {
  return { ...price, costOf: (usage) => (providers.priceOf(provider.name, spec, ask.model) ?? price).costOf(usage) };
}
