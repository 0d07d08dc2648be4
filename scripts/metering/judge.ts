import { findPrice } from '../../gateway/domain/price/price.ts';
import type { PriceOverride } from '../../gateway/domain/price/price-override.ts';
import { mediaOf } from '../../gateway/domain/usage.ts';
import { findEndpoint } from '../../gateway/providers/providers.ts';
import type { ProviderSpec } from '../../gateway/providers/provider-spec.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { MODELS } from './probes.ts';
import type { Probe } from './probes.ts';

/**
 * What becomes of one kind of usage at one provider: settled to the nano-dollar, settled at the most it can cost,
 * counted but free, refused with a reason, or not passed on at all.
 */
export type Verdict = 'exact' | 'bounded' | 'free' | 'refused' | 'not served';

/** Fixed, so that the page does not change with the hour. */
const AT = Date.parse('2026-11-21T12:00:00Z');

/** Runs a probe through the same code as a real request: its dialect, the provider's record, its price. */
export function judge(spec: ProviderSpec, { dialect, path, model: purpose = 'chat', body, reply }: Probe): Verdict {
  const names = MODELS[spec.kind] ?? {};
  const model = names[purpose] ?? names['chat'] ?? 'the-model';
  const found = findEndpoint(spec, 'POST', path.replace('{model}', model.replaceAll('/', '.')));
  const operation = found?.endpoint.dialect === dialect ? found.endpoint.operation : undefined;
  if (!found || !operation) return 'not served';

  const asked = { model, ...body };
  const ask = operation.readAsk({
    body: asked,
    byteLength: Buffer.byteLength(JSON.stringify(asked)),
    params: found.params,
    query: new URLSearchParams(),
  });
  if ('fault' in ask) return 'refused';
  const price = findPrice({ source: spec.prices, model, at: AT, overrides: isPriced(spec) ? [] : [ownPrice(model)] });
  if (!price) return 'refused';
  if (spec.prices.free) return 'free';
  // Each pass is billed at the price of its own model.
  const isKnown = (other: string): boolean =>
    findPrice({ source: spec.prices, model: other, at: AT, overrides: [] }) !== undefined;
  if (!(ask.otherModels ?? []).every(isKnown)) return 'refused';
  const bound = {
    input: ask.inputBound ?? 1,
    output: ask.outputLimit ?? 1,
    extras: ask.extras ?? {},
    media: ask.media ?? [],
    ...(ask.tier !== undefined && { tier: ask.tier }),
  };
  if (price.findUnpriced(bound) !== undefined) return 'refused';

  const usage = reply ? operation.readUsage(reply, ask) : operation.usageOfAsk?.(ask);
  if (!usage) return 'bounded';
  // Every reply of such a provider says what it charged.
  if (price.believesCost) return 'exact';
  if (usage.tier !== undefined && !price.knowsTier(usage.tier)) return 'bounded';
  return price.findUnpriced({ ...usage, extras: usage.parts ?? {}, media: mediaOf(usage) }) === undefined
    ? 'exact'
    : 'bounded';
}

/** False of a provider whose prices only the person knows. */
export function isPriced({ prices }: Pick<ProviderSpec, 'prices'>): boolean {
  return prices.id !== undefined || prices.modelRates !== undefined;
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
