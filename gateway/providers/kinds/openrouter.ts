import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import type { JsonObject } from '../../dialects/dialect.ts';
import { isObject } from '../../dialects/json/read-json.ts';
import type { ListedPrice } from '../../domain/price/price.ts';
import { bearer } from './bearer.ts';
import { openRouterFeatures } from '../../dialects/features/openrouter/openrouter-features.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS, featured, MESSAGES, RESPONSES } from './common-endpoints.ts';
import { openRouterLimits } from '../model-limits/openrouter.ts';
import { openRouterGeneration } from './openrouter-generation.ts';
import { openRouterPrices, tierPercent as openRouterTierPercent } from '../published/openrouter-prices.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { AS_ROUTED } from '../published/stops-when-left.ts';
import { UNKNOWN_PACE } from '../published/stream-pace.ts';

/**
 * OpenRouter: models of everybody, named `vendor/model`, in three protocols. Every reply says what it charged, unasked,
 * and that is what counts; the price library bounds it. Source: openrouter.ai/docs, "Quickstart", "Usage accounting".
 */
export const openrouter: ProviderSpec = {
  ...PROVIDER_RECORDS.openrouter,
  kind: 'openrouter',
  // Source: openrouter.ai/docs, "GuardrailDataRegion", 2026-11.
  ownHosts: /(?:eu|us)\.openrouter\.ai/,
  prices: openRouterPrices,
  limitsOf: openRouterLimits,
  stopsWhenLeft: AS_ROUTED,
  askAfterwards: openRouterGeneration,
  mostTokensPerSecond: UNKNOWN_PACE,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...featured(openRouterFeatures, [...CHAT, ...COMPLETIONS, ...RESPONSES, ...MESSAGES]), ...EMBEDDINGS],
  keyHeader: bearer,
  // Anybody may see its models. Source: openrouter.ai/docs, "Get current API key".
  freeQuestion: { path: 'key' },
  priceFields: (body, price) => ({ provider: limitPrice(wishesOf(body), atTier(body, price)) }),
};

function wishesOf({ provider }: JsonObject): JsonObject {
  return isObject(provider) ? provider : {};
}

/** The price of the tier that a request asks for: a dearer one is served there only if the limit allows it. */
function atTier({ service_tier: tier, model }: JsonObject, { input, output }: ListedPrice): ListedPrice {
  const percent = Math.max(100, openRouterTierPercent(String(tier), String(model)) ?? 100);
  const times = (price: number | undefined): number | undefined => price && (price * percent) / 100;
  return { input: times(input), output: times(output) };
}

/**
 * Many hosts serve one model, each at a price of its own; one above the published price could charge more than was
 * held. Source: openrouter.ai/docs, "Provider routing: max price", in USD per million tokens.
 */
function limitPrice(wishes: JsonObject, { input, output }: ListedPrice): JsonObject {
  const own = isObject(wishes['max_price']) ? wishes['max_price'] : {};
  const lower = (name: string, price: number | undefined): JsonObject => {
    const named = Number(own[name] ?? Infinity);
    return price === undefined ? {} : { [name]: named < price ? named : price };
  };
  return { ...wishes, max_price: { ...own, ...lower('prompt', input), ...lower('completion', output) } };
}
