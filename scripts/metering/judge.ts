import type { Ask } from '../../gateway/dialects/dialect.ts';
import { findPrice } from '../../gateway/domain/price/price.ts';
import type { ModelPrice } from '../../gateway/domain/price/price.ts';
import type { PriceOverride } from '../../gateway/domain/price/price-override.ts';
import { mediaOf } from '../../gateway/domain/usage.ts';
import type { TokenUsage } from '../../gateway/domain/usage.ts';
import { findEndpoint } from '../../gateway/providers/providers.ts';
import type { ProviderSpec } from '../../gateway/providers/provider-spec.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { MODELS } from './probes.ts';
import type { Probe } from './probes.ts';

/**
 * The fate of one kind of usage at one provider: settled to the nano-dollar, settled at the most it can cost,
 * counted but free, refused with a reason, or not passed on at all.
 */
export type Verdict = 'exact' | 'bounded' | 'free' | 'refused' | 'not served';

/** Fixed, so that the page does not change with the hour. */
const AT = Date.parse('2026-11-21T12:00:00Z');

/** Runs a probe through the same code as a real request: its dialect, the provider's record, its price. */
export function judge(spec: ProviderSpec, probe: Probe): Verdict {
  const model = modelFor(spec, probe);
  const found = findEndpoint(spec, 'POST', probe.path.replace('{model}', model.replaceAll('/', '.')));
  const operation = found?.endpoint.dialect === probe.dialect ? found.endpoint.operation : undefined;
  if (!found || !operation) return 'not served';

  const asked = { model, ...probe.body };
  const ask = operation.readAsk({
    body: asked,
    byteLength: Buffer.byteLength(JSON.stringify(asked)),
    params: found.params,
    query: new URLSearchParams(),
  });
  if ('fault' in ask) return 'refused';
  const price = priceOf(spec, model, isPriced(spec) ? [] : [ownPrice(model)]);
  if (!price) return 'refused';
  if (spec.prices.free) return 'free';
  if (!canBePriced(spec, ask, price)) return 'refused';
  const usage = probe.reply ? operation.readUsage(probe.reply, ask) : operation.usageOfAsk?.(ask);
  return usage && isExact(spec, usage, price) ? 'exact' : 'bounded';
}

function modelFor({ kind }: ProviderSpec, { model: purpose = 'chat' }: Probe): string {
  const names = MODELS[kind] ?? {};
  return names[purpose] ?? names['chat'] ?? 'the-model';
}

function priceOf(spec: ProviderSpec, model: string, overrides: readonly PriceOverride[]): ModelPrice | undefined {
  return findPrice({ source: spec.prices, model, at: AT, overrides });
}

/** True when all that a request may use has a price, also what other models do for it. */
function canBePriced(spec: ProviderSpec, ask: Ask, price: ModelPrice): boolean {
  // Each pass is billed at the price of its own model.
  if (!(ask.otherModels ?? []).every((other) => priceOf(spec, other, []) !== undefined)) return false;
  const bound = {
    input: ask.inputBound ?? 1,
    output: ask.outputLimit ?? 1,
    extras: ask.extras ?? {},
    media: ask.media ?? [],
    ...(ask.tier !== undefined && { tier: ask.tier }),
  };
  return price.findUnpriced(bound) === undefined;
}

/** True when a reply says all that the bill depends on. */
function isExact(spec: ProviderSpec, usage: TokenUsage, price: ModelPrice): boolean {
  // Every reply of such a provider says what it charged.
  if (price.believesCost) return true;
  // One of several hosts has served it, each at a price of its own.
  if (spec.prices.variesByHost && price.approximate) return false;
  if (usage.tier !== undefined && !price.knowsTier(usage.tier)) return false;
  return price.findUnpriced({ ...usage, extras: usage.parts ?? {}, media: mediaOf(usage) }) === undefined;
}

/** False of a provider whose prices only the person knows. */
export function isPriced({ prices }: Pick<ProviderSpec, 'prices'>): boolean {
  return prices.id !== undefined || prices.secondId !== undefined || prices.modelRates !== undefined;
}

/** Of a provider whose prices only the person knows. */
function ownPrice(model: string): PriceOverride {
  return {
    model,
    provider: null,
    input: nanodollarsOf(1e9),
    output: nanodollarsOf(2e9),
    cacheRead: null,
    cacheWrite: null,
  };
}
