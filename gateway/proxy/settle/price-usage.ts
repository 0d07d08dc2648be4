import type { Certainty, CostBasis } from '../../../shared/contract/views.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { ROUTER } from '../../domain/model/learn-deployment.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import { isTimed } from '../../domain/stream/container-time.ts';
import { EXTRAS, mediaOf, NO_USAGE } from '../../domain/usage.ts';
import type { Extra, TokenBound, TokenUsage } from '../../domain/usage.ts';
import type { HeldRequest } from '../reserve/held-request.ts';

interface Priced {
  readonly usage: TokenUsage;
  readonly cost: Nanodollars;
  readonly certainty: Certainty;
  readonly basis: CostBasis;
}

/** A provider's figures, and their cost. */
interface Figures {
  readonly usage: TokenUsage;
  /** True if they were more than the model can do. */
  readonly isImpossible: boolean;
  /** Priced parts that are not tokens. */
  readonly extras: Readonly<Record<string, number>>;
  /** The cost at the price of the requested model. */
  readonly asked: Nanodollars;
  /** The cost at the price of the model that served it. */
  readonly served: Nanodollars;
  /** True if the requested name is an alias or that of a deployment, and the reply says which model it was. */
  readonly isMeant: boolean;
  /** True if the price that decides is the dearest of several that may apply. */
  readonly isApproximate: boolean;
}

/**
 * Prices a provider's own figures. They are not believed blindly: figures above the model's maximum are lowered to
 * that, figures that contradict themselves count at the dearest reading, and the model that the provider says it served
 * counts if it is dearer. A part without a price makes the request cost its bound at least.
 */
export function priceUsage(heldRequest: HeldRequest, reported: TokenUsage): Priced {
  const { price, reservation } = heldRequest;
  const figures = readFigures(heldRequest, reported);
  const { usage, asked, isImpossible } = figures;
  if (isImpossible) heldRequest.tell('impossible');
  if (price.believesCost && usage.reportedCost !== undefined)
    return { usage, cost: asked, certainty: 'exact', basis: 'charged' };
  if (price.findUnpriced({ ...usage, extras: figures.extras, media: mediaOf(usage) }) !== undefined) {
    const cost = nanodollarsOf(Math.max(asked, reservation.record.reserved));
    return { usage, cost, certainty: 'estimated', basis: 'unpriced' };
  }
  return usage.suspect === undefined ? priceTrusted(heldRequest, figures) : priceSuspect(heldRequest, figures);
}

function readFigures(heldRequest: HeldRequest, reported: TokenUsage): Figures {
  const { price } = heldRequest;
  const usage = withinPossible(heldRequest, reported);
  const whole = { ...usage, parts: { requests: 1, ...usage.parts } };
  const { requests: _requests, ...extras } = whole.parts;
  const asked = price.costOf(whole);
  const servedPrice = priceServed(heldRequest, usage);
  if (servedPrice && usage.model !== undefined) heldRequest.learn?.(usage.model);
  const isMeant = servedPrice !== undefined && (price.byServed || (price.approximate && !servedPrice.approximate));
  return {
    usage,
    isImpossible: usage !== reported,
    extras,
    asked,
    served: servedPrice ? addMoney(servedPrice.costOf(whole), price.routingCost(usage)) : asked,
    isMeant,
    isApproximate: (isMeant ? servedPrice : price).approximate || isGuessedRouter(heldRequest),
  };
}

/** A deployment whose replies name now one model and now another may be a router, whose fee is counted then. */
function isGuessedRouter({ learn, reservation }: HeldRequest): boolean {
  return learn !== undefined && reservation.record.model === ROUTER;
}

/** The cost at the model that served, if that model was meant or may stand in; else at the dearer of the two. */
function costOfServed(heldRequest: HeldRequest, { usage, asked, served, isMeant }: Figures): Nanodollars {
  const isStandIn = isMeant || isStandInOf(heldRequest, usage);
  return addMoney(isStandIn ? served : nanodollarsOf(Math.max(asked, served)), costOfOthers(heldRequest, usage));
}

function isStandInOf({ standIns }: HeldRequest, { model }: TokenUsage): boolean {
  return model !== undefined && standIns.includes(model);
}

/** Prices figures that contradict themselves: nobody reads a prompt in no tokens. */
function priceSuspect(heldRequest: HeldRequest, figures: Figures): Priced {
  const { price, bound } = heldRequest;
  const { usage, extras } = figures;
  const cost = costOfServed(heldRequest, figures);
  const held = usage.suspect === 'zero-input' ? price.worstCost({ ...bound, output: usage.output, extras }) : cost;
  return { usage, cost: nanodollarsOf(Math.max(cost, held)), certainty: 'estimated', basis: 'suspect' };
}

function priceTrusted(heldRequest: HeldRequest, figures: Figures): Priced {
  const { price, bound } = heldRequest;
  const { usage, isImpossible, isApproximate } = figures;
  const cost = costOfServed(heldRequest, figures);
  if (!isImpossible && !price.free && cost > price.worstCost(bound)) heldRequest.tell('above-bound');
  const isKnown = (usage.tier === undefined || price.knowsTier(usage.tier)) && !isApproximate;
  const certainty = isKnown && !isImpossible && !isTimed(usage) ? 'exact' : 'estimated';
  return { usage, cost, certainty, basis: basisOf(heldRequest, figures) };
}

function basisOf(heldRequest: HeldRequest, { usage, isImpossible, isMeant, asked, served }: Figures): CostBasis {
  if (isImpossible) return 'impossible';
  const isOther = isMeant || isStandInOf(heldRequest, usage) ? served !== asked : served > asked;
  return isOther ? 'served-model' : heldRequest.price.origin === 'assumed' ? 'assumed-price' : 'usage';
}

/** The cost of other models' work, each at its own price; if that is unknown, at the price of this request. */
function costOfOthers({ price, priceOf }: HeldRequest, { others = [] }: TokenUsage): Nanodollars {
  return addMoney(ZERO, ...others.map(({ model, usage }) => (priceOf(model) ?? price).costOf(usage)));
}

/** The price of the model that the reply names, if it is another one and known. */
function priceServed({ price, priceOf, reservation }: HeldRequest, { model }: TokenUsage): ModelPrice | undefined {
  if (model === undefined || model === reservation.record.model || price.free || price.origin === 'own')
    return undefined;
  const served = priceOf(model);
  // A name that nobody knows there says nothing: the dearest price that stands in for it is that of no model.
  return served?.byServed && served.origin === 'assumed' ? undefined : served;
}

/**
 * The same request at the price of the model that its stream has named, where that decides and no usage has come.
 * @param model undefined where it has named none
 */
export function asServed(heldRequest: HeldRequest, model: string | undefined): HeldRequest {
  if (model === undefined || !heldRequest.price.byServed) return heldRequest;
  const served = priceServed(heldRequest, { ...NO_USAGE, model });
  if (!served) return heldRequest;
  heldRequest.learn?.(model);
  const { price } = heldRequest;
  const withRouting: ModelPrice = {
    ...served,
    costOf: (usage) => addMoney(served.costOf(usage), price.routingCost(usage)),
    worstCost: (bound) => addMoney(served.worstCost(bound), price.routingCost({ ...NO_USAGE, ...bound })),
  };
  return { ...heldRequest, price: withRouting };
}

/** Lowers the figures to what the model can do: its longest answer, and all that it can read. */
function withinPossible({ limits, bound }: HeldRequest, usage: TokenUsage): TokenUsage {
  const most = {
    input: Math.max(bound.input, limits?.input ?? Infinity),
    output: Math.max(bound.output, limits?.output ?? Infinity),
  };
  const parts = searchesWithin({ ...bound, output: Math.max(bound.output, usage.output) }, usage.parts);
  if (usage.input <= most.input && usage.output <= most.output)
    return parts === usage.parts ? usage : { ...usage, ...(parts && { parts }) };
  const cut = (count: number, limit: number): number => Math.min(count, limit);
  const input = cut(usage.input, most.input);
  const cacheRead = cut(usage.cacheRead, input);
  const cacheWrite = cut(usage.cacheWrite, input - cacheRead);
  const { parts: _parts, ...rest } = usage;
  // Shares of tokens are no longer what they were; units on top of them are.
  const units: Partial<Record<Extra, number>> = {};
  for (const extra of EXTRAS) if (parts?.[extra] !== undefined) units[extra] = parts[extra];
  return {
    ...rest,
    ...(Object.keys(units).length > 0 && { parts: units }),
    input,
    cacheRead,
    cacheWrite,
    cacheWriteHour: cut(usage.cacheWriteHour, cacheWrite),
    output: cut(usage.output, most.output),
  };
}

/** Lowers units that are written as output to what there was room for in it. */
function searchesWithin(
  { extras = {}, extrasPerOutput, output }: TokenBound,
  parts: TokenUsage['parts'],
): TokenUsage['parts'] {
  const within = { ...parts };
  for (const extra of EXTRAS) {
    const perToken = extrasPerOutput?.[extra];
    const most = perToken === undefined ? Infinity : Math.ceil((extras[extra] ?? 0) + output * perToken);
    if ((within[extra] ?? 0) > most) within[extra] = most;
  }
  return EXTRAS.some((extra) => within[extra] !== parts?.[extra]) ? within : parts;
}
