import type { Certainty, CostBasis } from '../../../shared/contract/views.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import { isTimed } from '../../domain/stream/container-time.ts';
import { mediaOf } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
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
  /** True if the requested name is an alias for several models, and the reply says which one it was. */
  readonly isMeant: boolean;
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
  return {
    usage,
    isImpossible: usage !== reported,
    extras,
    asked,
    served: servedPrice?.costOf(whole) ?? asked,
    isMeant: price.approximate && servedPrice?.approximate === false,
  };
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
  const { usage, isImpossible, isMeant } = figures;
  const cost = costOfServed(heldRequest, figures);
  if (!isImpossible && !price.free && cost > price.worstCost(bound)) heldRequest.tell('above-bound');
  const isKnown = (usage.tier === undefined || price.knowsTier(usage.tier)) && (isMeant || !price.approximate);
  const certainty = isKnown && !isImpossible && !isTimed(usage) ? 'exact' : 'estimated';
  return { usage, cost, certainty, basis: basisOf(heldRequest, figures) };
}

function basisOf(heldRequest: HeldRequest, { usage, isImpossible, isMeant, asked, served }: Figures): CostBasis {
  if (isImpossible) return 'impossible';
  const isOther = isMeant || isStandInOf(heldRequest, usage) ? served !== asked : served > asked;
  return isOther ? 'served-model' : 'usage';
}

/** The cost of other models' work, each at its own price; if that is unknown, at the price of this request. */
function costOfOthers({ price, priceOf }: HeldRequest, { others = [] }: TokenUsage): Nanodollars {
  return addMoney(ZERO, ...others.map(({ model, usage }) => (priceOf(model) ?? price).costOf(usage)));
}

/** The price of the model that the reply names, if it is another one and known. */
function priceServed({ price, priceOf, reservation }: HeldRequest, { model }: TokenUsage): ModelPrice | undefined {
  if (model === undefined || model === reservation.record.model || price.free || price.origin === 'own')
    return undefined;
  return priceOf(model);
}

/** Lowers the figures to what the model can do: its longest answer, and all that it can read. */
function withinPossible({ limits, bound }: HeldRequest, usage: TokenUsage): TokenUsage {
  const most = {
    input: Math.max(bound.input, limits?.input ?? Infinity),
    output: Math.max(bound.output, limits?.output ?? Infinity),
  };
  if (usage.input <= most.input && usage.output <= most.output) return usage;
  const cut = (count: number, limit: number): number => Math.min(count, limit);
  const input = cut(usage.input, most.input);
  const cacheRead = cut(usage.cacheRead, input);
  const cacheWrite = cut(usage.cacheWrite, input - cacheRead);
  const { parts: _parts, ...rest } = usage;
  return {
    ...rest,
    input,
    cacheRead,
    cacheWrite,
    cacheWriteHour: cut(usage.cacheWriteHour, cacheWrite),
    output: cut(usage.output, most.output),
  };
}
