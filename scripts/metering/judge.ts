import type { Ask, Operation } from '../../gateway/dialects/dialect.ts';
import { findPrice } from '../../gateway/domain/price/price.ts';
import type { ModelPrice } from '../../gateway/domain/price/price.ts';
import type { PriceOverride } from '../../gateway/domain/price/price-override.ts';
import { isTimed } from '../../gateway/domain/stream/container-time.ts';
import { mediaOf } from '../../gateway/domain/usage.ts';
import type { TokenUsage } from '../../gateway/domain/usage.ts';
import { findEndpoint } from '../../gateway/providers/providers.ts';
import type { FoundEndpoint } from '../../gateway/providers/providers.ts';
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
export function judge(spec: ProviderSpec, everywhere: Probe): Verdict {
  const probe: Probe = { ...everywhere, ...everywhere.ways?.[spec.kind] };
  const model = modelFor(spec, probe);
  const found = findWay(spec, probe, model);
  const operation = found?.endpoint.dialect === probe.dialect ? found.endpoint.operation : undefined;
  if (!found || !operation) return 'not served';

  const asked = { model, ...probe.body };
  const ask = operation.readAsk({
    body: asked,
    byteLength: Buffer.byteLength(JSON.stringify(asked)),
    params: found.params,
    query: new URLSearchParams(),
  });
  return 'fault' in ask ? 'refused' : judgeMoney(spec, { model, probe, operation, ask });
}

/** A request that a dialect can read. */
interface Readable {
  readonly model: string;
  readonly probe: Probe;
  readonly operation: Operation;
  readonly ask: Ask;
}

function judgeMoney(spec: ProviderSpec, { model, probe, operation, ask }: Readable): Verdict {
  const price = priceOf(spec, model, isPriced(spec) ? [] : [ownPrice(model)]);
  if (!price) return 'refused';
  if (price.free) return 'free';
  if (!canBePriced(spec, ask, price)) return 'refused';
  const usage = probe.reply ? operation.readUsage(probe.reply, ask) : operation.usageOfAsk?.(ask);
  return usage && !spec.prices.hidesCache && isExact(spec, usage, price) ? 'exact' : 'bounded';
}

/** Where a cloud has the same protocol, by the beginning of its usual path. */
const VERTEX_PATHS: readonly (readonly [usual: RegExp, there: string])[] = [
  [/^messages$/, 'projects/p/locations/global/publishers/anthropic/models/{model}:rawPredict'],
  [/^models\//, 'projects/p/locations/global/publishers/google/models/'],
  [/^chat\/completions$/, 'projects/p/locations/global/endpoints/openapi/chat/completions'],
];

function pathAt({ kind }: ProviderSpec, { path }: Probe): string {
  const there = kind === 'vertex' ? VERTEX_PATHS.find(([usual]) => usual.test(path)) : undefined;
  return there ? path.replace(...there) : path;
}

/** A provider may have a protocol on ways of its own only. */
function findWay(spec: ProviderSpec, probe: Probe, model: string): FoundEndpoint | undefined {
  const path = pathAt(spec, probe).replace('{model}', model.replaceAll('/', '.'));
  const found = findEndpoint(spec, 'POST', path) ?? findEndpoint(spec, 'POST', `openai/${path}`);
  if (found) return found;
  const endpoint = spec.endpoints.find(
    (one) => one.path === probe.path && one.dialect === probe.dialect && one.at !== undefined,
  );
  return endpoint && { endpoint, params: {} };
}

function modelFor({ kind }: ProviderSpec, { model: purpose = 'chat', dialect }: Probe): string {
  const names = MODELS[kind] ?? {};
  const claude = dialect === 'anthropic-messages' ? names['claude'] : undefined;
  return claude ?? names[purpose] ?? names['chat'] ?? 'the-model';
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
    extrasPerOutput: ask.extrasPerOutput ?? {},
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
  if (isTimed(usage)) return false;
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
