import { z } from 'zod';
import type { PricedProvider } from '../domain/price/price-library.ts';

/** USD. No model costs ten thousand dollars per million tokens. */
const rateSchema = z.number().min(0).max(10_000);
const tieredSchema = z.object({
  base: rateSchema,
  tiers: z.array(z.object({ start: z.int().min(0), price: rateSchema })).max(20),
});
const ratesSchema = z.record(z.string().regex(/^[a-z0-9_]{1,60}$/), z.union([rateSchema, tieredSchema]));

const timeSchema = z.string().regex(/^\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
const constraintSchema = z.union([
  z.object({ type: z.literal('start_date'), start_date: z.iso.date() }),
  z.object({ type: z.literal('time_of_date'), start_time: timeSchema, end_time: timeSchema }),
  // The form of older data: the fields identify the kind.
  z
    .strictObject({ start_date: z.iso.date() })
    .transform(({ start_date }) => ({ type: 'start_date' as const, start_date })),
  z
    .strictObject({ start_time: timeSchema, end_time: timeSchema })
    .transform((times) => ({ type: 'time_of_date' as const, ...times })),
]);
const conditionalSchema = z.object({ constraint: constraintSchema.optional(), prices: ratesSchema });

/** Published patterns have one. */
const MOST_REPEATS = 2;
const textSchema = z.string().min(1).max(200);
/** A pattern that could take for ever on an invented name is rejected: repeats within repeats, or many in a row. */
const patternSchema = z
  .string()
  .min(1)
  .max(200)
  .refine(
    (pattern) =>
      (pattern.match(/[+*]|\{\d+,/g) ?? []).length <= MOST_REPEATS &&
      !/[+*}]\)?[+*{]|\)[+*{]/.test(pattern) &&
      isPattern(pattern),
    'not a plain pattern',
  );
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

/** The fields that identify a provider; its models are read one by one. */
const providerSchema = z.object({
  id: z.string().min(1).max(60),
  name: textSchema,
  models: z.array(z.unknown()).max(20_000),
  fallback_model_providers: z.array(z.string().max(60)).max(50).nullish(),
});
const publicationSchema = z.array(z.unknown()).min(1).max(500);
const namedSchema = z.object({ id: z.string() });

/** Published data, and its unreadable parts. */
export interface PriceData {
  readonly providers: readonly PricedProvider[];
  /** Models of another form; undefined stands for one without a name. */
  readonly unreadable: readonly { readonly provider: string; readonly model: string | undefined }[];
}

/**
 * Reads price data as `@pydantic/genai-prices` publishes it, reduced to the fields that prices need. Other fields are
 * not read, and one unreadable model does not spoil the rest.
 * @param wanted the ids of the providers that matter, by the library's names
 * @returns undefined for data that is no publication at all
 */
export function readPriceData(data: unknown, wanted: ReadonlySet<string>): PriceData | undefined {
  const published = publicationSchema.safeParse(data);
  if (!published.success) return undefined;
  const providers: PricedProvider[] = [];
  const unreadable: { provider: string; model: string | undefined }[] = [];
  for (const entry of published.data) {
    const { id } = namedSchema.safeParse(entry).data ?? {};
    if (id === undefined || !wanted.has(id)) continue;
    const provider = providerSchema.safeParse(entry);
    if (!provider.success) continue;
    const { name, models, fallback_model_providers: fallback } = provider.data;
    const read = models.map((model) => modelSchema.safeParse(model).data ?? namedSchema.safeParse(model).data?.id);
    unreadable.push(...read.flatMap((model) => (typeof model === 'object' ? [] : [{ provider: id, model }])));
    providers.push({
      id,
      name,
      // Nothing here is found by its address.
      api_pattern: '^$',
      models: read.flatMap((model) => (typeof model === 'object' ? [modelOf(model)] : [])),
      ...(fallback && { fallback_model_providers: fallback }),
    });
  }
  return providers.length === 0 ? undefined : { providers, unreadable };
}

function modelOf({
  context_window: window,
  prices,
  ...model
}: z.infer<typeof modelSchema>): PricedProvider['models'][number] {
  return {
    ...model,
    prices: Array.isArray(prices) ? prices.map(withoutGaps) : prices,
    ...(typeof window === 'number' && { context_window: window }),
  };
}

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
