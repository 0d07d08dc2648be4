import { z } from 'zod';
import type { Rates } from '../domain/price/rates.ts';

/** Where it is published. Source: github.com/anomalyco/models.dev (MIT), README, "API". */
export const MODELS_DEV_URL = 'https://models.dev/api.json';

/** Prices of the second publication: by its ids of providers, then by model. */
export type SecondPrices = Readonly<Record<string, Readonly<Record<string, SecondPrice>>>>;

export interface SecondPrice {
  readonly rates: Rates;
  /** In tokens. */
  readonly contextWindow?: number | undefined;
  /** It is listed at 0: that is a price only where the provider's own list is. */
  readonly free?: boolean | undefined;
}

/** USD per million tokens. No model costs ten thousand dollars. */
const amountSchema = z.number().min(0).max(10_000);
const costSchema = z.object({
  input: amountSchema,
  output: amountSchema,
  reasoning: amountSchema.optional(),
  cache_read: amountSchema.optional(),
  cache_write: amountSchema.optional(),
  input_audio: amountSchema.optional(),
  output_audio: amountSchema.optional(),
});
type Cost = z.infer<typeof costSchema>;
const tierSchema = costSchema.extend({
  tier: z.object({ type: z.literal('context').default('context'), size: z.int().min(0) }),
});
/** Source: packages/core/src/schema.ts of its repository, 2026-07. Fields that are not about prices are ignored. */
const modelSchema = z.object({
  cost: costSchema.extend({ tiers: z.array(tierSchema).max(20).optional(), context_over_200k: costSchema.optional() }),
  limit: z.object({ context: z.int().min(1).max(1e9) }).optional(),
});
const providerSchema = z.object({ models: z.record(z.string().min(1).max(200), z.unknown()) });
const publicationSchema = z.record(z.string(), z.unknown());

/**
 * The name of each rate there, and its names here. An answer after thoughts is billed as they are, where thoughts have
 * a price.
 */
const RATE_NAMES = {
  input: ['input_mtok'],
  output: ['output_mtok'],
  reasoning: ['output_reasoning_mtok', 'output_after_reasoning_mtok'],
  cache_read: ['cache_read_mtok'],
  cache_write: ['cache_write_mtok'],
  input_audio: ['input_audio_mtok'],
  output_audio: ['output_audio_mtok'],
} as const satisfies Record<keyof Cost, readonly string[]>;
const NOTHING: Rates = { input_mtok: 0, output_mtok: 0 };
const PARTS = ['input', 'output', 'reasoning', 'cache_read', 'cache_write', 'input_audio', 'output_audio'] as const;

/**
 * Reads what models.dev publishes. A model without a price has none, and one that is listed at 0 is marked: there that
 * may mean a subscription, a preview or an unknown price. Unreadable entries are left out.
 * @param wanted its ids of the providers that matter
 * @returns undefined for data that is no publication at all
 */
export function readModelsDev(data: unknown, wanted: ReadonlySet<string>): SecondPrices | undefined {
  const published = publicationSchema.safeParse(data);
  if (!published.success) return undefined;
  const providers = [...wanted].flatMap((id) => {
    const provider = providerSchema.safeParse(published.data[id]);
    if (!provider.success) return [];
    const models = Object.entries(provider.data.models).flatMap(([model, entry]) => {
      const price = priceOf(entry);
      return price ? [[model, price] as const] : [];
    });
    return models.length === 0 ? [] : [[id, Object.fromEntries(models)] as const];
  });
  return providers.length === 0 ? undefined : Object.fromEntries(providers);
}

function priceOf(entry: unknown): SecondPrice | undefined {
  const model = modelSchema.safeParse(entry);
  if (!model.success) return undefined;
  const { cost, limit } = model.data;
  const window = limit && { contextWindow: limit.context };
  if (cost.input === 0) return cost.output === 0 ? { rates: NOTHING, ...window, free: true } : undefined;
  // The older field has one step, and does not say where it really is.
  const steps =
    cost.tiers?.map(({ tier, ...rates }) => ({ above: tier.size, rates })) ??
    (cost.context_over_200k ? [{ above: 200_000, rates: cost.context_over_200k }] : []);
  const rates = PARTS.flatMap((part) => {
    const base = cost[part];
    // A price of 0 for a part means that it is paid with another one, or was not filled in: then it costs as much as
    // its whole.
    if (base === undefined || base === 0) return [];
    const tiers = steps.flatMap(({ above, rates: longer }) =>
      longer[part] === undefined || longer[part] === 0 ? [] : [{ start: above, price: longer[part] }],
    );
    return RATE_NAMES[part].map((name) => [name, tiers.length === 0 ? base : { base, tiers }] as const);
  });
  return { rates: Object.fromEntries(rates), ...window };
}
