import { ZERO } from '../../../shared/money.ts';
import type { Ask } from '../../dialects/dialect.ts';
import { withPassCost, worstOfPasses } from '../../domain/price/pass-prices.ts';
import { priceOfAny } from '../../domain/price/price-of-any.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import { whoseOf } from '../../domain/policy/policy.ts';
import { tell } from '../../domain/words/tell.ts';
import type { Told } from '../../domain/words/tell.ts';
import type { ProviderRecord } from '../../ledger/records.ts';
import { leastOutputLimit, ownOutputLimit } from '../../providers/fit-fields.ts';
import type { ProviderSpec } from '../../providers/provider-spec.ts';
import { levelsOf } from '../admit/levels.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { boundRequest } from './bound-request.ts';
import type { Bounded } from './bounded.ts';
import { rollingOf } from './open-held-request.ts';
import { LIMIT_OF_UNKNOWN } from './plan-money.ts';
import type { ReserveRequest } from './reserve-request.ts';

export type BoundsResult =
  | { readonly ok: true; readonly bounded: Bounded }
  | { readonly ok: false; readonly refusal: Refusal };

/** The code of the refusal of a form that is only for streams held slice by slice. */
export const UNWATCHED = 'unwatched';

/** Finds the price and bounds of a request, or the refusal if it has none. */
export function findBounds(
  deps: Pick<ProxyDeps, 'providers' | 'directory' | 'limits'>,
  request: ReserveRequest,
  overCap: boolean,
): BoundsResult {
  const { key, provider, spec, ask, largeContext } = request;
  const priceOf = (model: string): ModelPrice | undefined => deps.providers.priceOf(provider.name, spec, model);
  const unknown = (model: string): BoundsResult =>
    refuse('price', tell({ code: 'unknown-price', model, provider: whoIs(provider, spec), name: provider.name }));
  const named = priceOf(ask.model);
  if (!named) return unknown(ask.model);
  const instead = (ask.insteadModels ?? []).map((model) => priceOf(model) ?? model);
  const unpriced = instead.find((price) => typeof price === 'string');
  if (typeof unpriced === 'string') return unknown(unpriced);
  const own = priceOfAny(
    named,
    instead.filter((price) => typeof price !== 'string'),
  );
  // Read again at each try: the policies may have changed while it waited.
  const under = levelsOf(deps, key, provider);
  const beside = worstOfPasses(ask.others ?? [], priceOf);
  if (typeof beside === 'string') return unknown(beside);
  const price = withPassCost(own, beside);
  const bound = boundRequest({ ask: asLimited(request), price, spec, largeContext, under });
  if (!bound) return refuse('bound', tell({ code: 'no-context-window', model: ask.model }));
  // A request that a person allows over a cap is held whole: there is no room to ask for more of it.
  const wanted = overCap ? Math.min(bound.wanted, LIMIT_OF_UNKNOWN * ask.choices) : bound.wanted;
  const rolling = overCap ? undefined : rollingOf({ request, price, priceOf, under, floor: bound.floor });
  if (ask.watched && !rolling)
    return refuse(UNWATCHED, { message: 'Nothing but its stream limits the calls of this form.' });
  const mustLimit = bound.mustLimit || wanted < bound.wanted;
  return { ok: true, bounded: { ...bound, wanted, mustLimit, request, price, under, rolling } };
}

/**
 * The request with the limits that its provider really keeps to: a limit that excludes thoughts limits only the answer.
 */
function asLimited({ ask, spec, body, provider: { baseUrl } }: ReserveRequest): Ask {
  return {
    ...ask,
    outputLimit: ownOutputLimit(spec, ask, body, baseUrl),
    smallestOutputLimit: leastOutputLimit(spec, ask, body, baseUrl),
  };
}

/** Refuses what is forbidden however much money there is. */
export function checkBounds({
  request: { ask, provider, spec },
  price,
  under,
  read,
  wanted,
  floor,
}: Bounded): Refusal | undefined {
  const no = (code: string, told: Told): Refusal => ({ kind: 'not-allowed', code, ...told });
  if (ask.fixedOutput && wanted < (ask.outputLimit ?? 0))
    return no('max-output', tell({ code: 'max-output', makes: ask.outputLimit ?? 0, allowed: wanted }));
  const unpriced = price.findUnpriced({
    ...read,
    extras: ask.extras ?? {},
    output: Math.min(wanted, Number.MAX_SAFE_INTEGER),
  });
  if (unpriced !== undefined)
    return no('price', tell({ code: 'unpriced', what: unpriced, model: ask.model, provider: whoIs(provider, spec) }));
  const least = price.worstCost({ ...read, output: floor });
  const dearest = under.find(({ policy }) => policy.maxCost !== undefined && least > policy.maxCost);
  if (!dearest) return undefined;
  const { maxCost: allowed = ZERO } = dearest.policy;
  return no('max-cost', tell({ code: 'max-cost', whose: whoseOf(dearest), allowed, needed: least }));
}

/** A provider that the person added is called by the name they gave it. */
function whoIs({ name, kind }: ProviderRecord, { title }: ProviderSpec): string {
  return String(name) === kind ? title : name;
}

function refuse(code: string, told: Pick<Refusal, 'message' | 'about'>): BoundsResult {
  return { ok: false, refusal: { kind: 'not-allowed', code, ...told } };
}
