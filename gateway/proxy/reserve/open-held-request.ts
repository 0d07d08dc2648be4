import type { Reservation } from '../../accounts/spend/reservation.ts';
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
import type { ReserveRequest } from './reserve-request.ts';
import { FIRST_SLICE_MS } from './rolling-hold.ts';
import type { HeldRequest } from './held-request.ts';

const NOTHING_SEEN = { elapsedMs: 0, silentMs: 0, flowingMs: 0, unseenMs: 0, shown: 0, paced: 0 };

interface MayRoll {
  readonly request: Pick<ReserveRequest, 'ask' | 'spec' | 'provider' | 'meter'>;
  readonly price: ModelPrice;
  readonly priceOf: (model: string) => ModelPrice | undefined;
  readonly under: readonly RatedLevel[];
  /** The least useful output. */
  readonly floor: number;
}

/**
 * Decides whether a request can be held slice by slice: only a stream can be stopped, and only at a provider of known
 * pace that stops, and stops billing, when it is left.
 * @returns undefined when the whole request must be held
 */
export function rollingOf({ request, price, priceOf, under, floor }: MayRoll): Rolling | undefined {
  const { ask, spec, provider, meter } = request;
  const pace = paceOfAsk(request);
  const isStrict = under.some(({ policy }) => policy.caps?.some(({ hold }) => hold === 'full'));
  if (!ask.stream || ask.outlivesStream || ask.fixedOutput || price.free || isStrict) return undefined;
  if (stopsOf(spec, provider) !== 'yes' || pace.most === Infinity) return undefined;
  // A begun answer must be useful: no request is sent, and its input paid, for fewer words than that.
  const slice = Math.max(floor, mostOutputBy(NOTHING_SEEN, pace, FIRST_SLICE_MS));
  return { firstCost: (bound) => mostCost({ bound, price, priceOf }, meter?.(ask), slice) };
}

function paceOfAsk({ ask, spec, provider }: MayRoll['request']): StreamPace {
  return { most: paceOf(spec, provider, ask.model) * ask.choices, hides: ask.hiddenOutput };
}

interface Opening {
  readonly bounded: Bounded;
  /** The most that it can use, at the limit that it was given. */
  readonly bound: TokenBound;
  readonly reservation: Reservation;
}

/** The parts of the gateway that a held request needs. */
export type HeldRequestDeps = Pick<ProxyDeps, 'providers' | 'watch'>;

/** @see HeldRequest */
export function openHeldRequest(deps: HeldRequestDeps, { bounded, bound, reservation }: Opening): HeldRequest {
  const { request, price, limits, rolling } = bounded;
  const { provider, spec, ask, key } = request;
  return {
    reservation,
    price: spec.prices.pricedAtEnd ? atTheEnd(deps, request, price) : price,
    bound,
    floor: bounded.floor,
    rolls: rolling !== undefined,
    stops: stopsOf(spec, provider, price.free),
    pace: paceOfAsk(request),
    watch: createStreamWatch(),
    priceOf: (model) => deps.providers.priceOf(provider.name, spec, model),
    standIns: [...(ask.otherModels ?? []), ...(ask.insteadModels ?? [])],
    limits,
    // No count of the request covers what later rounds read.
    countInput: (ask.rounds ?? 1) === 1 ? request.countLater : undefined,
    ...(ask.deployment !== undefined && { learn: learner(deps, request, ask.deployment) }),
    tell: (fault) => deps.watch.told({ fault, provider: provider.name, model: ask.model, agentId: key.agentId }),
  };
}

/** Keeps which model a deployment has, and tells the person. */
function learner(
  { providers, watch }: HeldRequestDeps,
  { provider: { name: provider }, key }: ReserveRequest,
  deployment: string,
): (served: string) => void {
  return (served) => {
    const model = providers.learnDeployment(provider, deployment, served);
    if (model !== undefined) watch.learned({ provider, deployment, model, agentId: key.agentId });
  };
}

/** Looks its price up at the settlement, because the hour of its end decides. */
function atTheEnd(
  { providers }: HeldRequestDeps,
  { provider, spec, ask }: ReserveRequest,
  price: ModelPrice,
): ModelPrice {
  return { ...price, costOf: (usage) => (providers.priceOf(provider.name, spec, ask.model) ?? price).costOf(usage) };
}
