import { z } from 'zod';
import type { PricedProvider } from '../domain/price-library.ts';

/** USD. No model costs ten thousand dollars per million tokens. */
const rateSchema = z.number().min(0).max(10_000);
const tieredSchema = z.object({ base: rateSchema, tiers: z.array(z.object({ start: z.int().min(0), price: rateSchema })).max(20) });
const ratesSchema = z.record(z.string().regex(/^[a-z0-9_]{1,60}$/), z.union([rateSchema, tieredSchema]));

const timeSchema = z.string().regex(/^\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
const constraintSchema = z.union([
  z.object({ type: z.literal('start_date'), start_date: z.iso.date() }),
  z.object({ type: z.literal('time_of_date'), start_time: timeSchema, end_time: timeSchema }),
  // As older data has them: the kind is told by the fields.
  z.strictObject({ start_date: z.iso.date() }).transform(({ start_date }) => ({ type: 'start_date' as const, start_date })),
  z.strictObject({ start_time: timeSchema, end_time: timeSchema }).transform((times) => ({ type: 'time_of_date' as const, ...times })),
]);
const conditionalSchema = z.object({ constraint: constraintSchema.optional(), prices: ratesSchema });

/** Published patterns have one. */
const MOST_REPEATS = 2;
const textSchema = z.string().min(1).max(200);
/** A pattern that could take for ever on a name that an agent made up is none: repeats within repeats, or many in a row. */
const patternSchema = z.string().min(1).max(200).refine((pattern) => (pattern.match(/[+*]|\{\d+,/g) ?? []).length <= MOST_REPEATS && !/[+*}]\)?[+*{]|\)[+*{]/.test(pattern) && isPattern(pattern), 'not a plain pattern');
const matchSchema = z.lazy((): z.ZodType<PricedProvider['models'][number]['match']> =>
  z.union([
    z.strictObject({ equals: textSchema }),
    z.strictObject({ starts_with: textSchema }),
    z.strictObject({ ends_with: textSchema }),
    z.strictObject({ contains: textSchema }),
    z.strictObject({ regex: patternSchema }),
    z.strictObject({ or: z.array(matchSchema).max(200) }),
    z.strictObject({ and: z.array(matchSchema).max(200) }),
  ]),
);

const modelSchema = z.object({
  id: textSchema,
  match: matchSchema,
  context_window: z.int().min(1).max(1e9).nullish(),
  prices: z.union([z.array(conditionalSchema).min(1).max(50), ratesSchema]),
});

const providerSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: textSchema,
  models: z.array(modelSchema).max(20_000),
  fallback_model_providers: z.array(z.string()).max(50).nullish(),
});

/** Published price data, as `@pydantic/genai-prices` publishes it, reduced to what prices need. */
export const priceDataSchema = z
  .array(providerSchema)
  .min(1)
  .max(500)
  .transform((providers) =>
    providers.map(({ id, name, models, fallback_model_providers: fallback }): PricedProvider => ({
      id,
      name,
      // Nothing here is found by its address.
      api_pattern: '^$',
      models: models.map(({ context_window: window, prices, ...model }) => ({ ...model, prices: Array.isArray(prices) ? prices.map(withoutGaps) : prices, ...(typeof window === 'number' && { context_window: window }) })),
      ...(fallback && { fallback_model_providers: fallback }),
    })),
  );

function withoutGaps({ constraint, prices }: z.infer<typeof conditionalSchema>) {
  return constraint === undefined ? { prices } : { constraint, prices };
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}
