import { z } from 'zod';
import { nanodollarsSchema } from '../cap.ts';
import { providerNameSchema } from '../ids.ts';

/**
 * What can make the figures of a provider and of Purser differ. `past-purser`: the account was used without Purser;
 * `uncertain`: requests that are estimated or assumed; `assumed-price`: a model whose own price was not known;
 * `midnight`: requests over midnight UTC, which count on the other day there; `cache-write`: written to a cache;
 * `tier`: batch, flex, priority or fast; `region`: the price of a region; `not-billed`: the provider bills nothing of a
 * model that Purser counts; `hosted-tool`: searches and containers beside the models; `credit`: given back or taken
 * off; `not-a-model`: billed for something that is no model, such as storage; `own-keys`: keys of the person's own at
 * OpenRouter, which are billed elsewhere.
 */
export const BILL_CAUSES = [
  'past-purser',
  'uncertain',
  'assumed-price',
  'midnight',
  'cache-write',
  'tier',
  'region',
  'not-billed',
  'hosted-tool',
  'credit',
  'not-a-model',
  'own-keys',
] as const;
export type BillCause = (typeof BILL_CAUSES)[number];

/** A day in UTC, as providers bill. */
const utcDaySchema = z.iso.date('Write a day as YYYY-MM-DD, such as 2026-11-30.');

/** A difference is the provider's figure less ours: negative where Purser has more. */
const figuresShape = {
  billed: nanodollarsSchema,
  own: nanodollarsSchema,
  difference: nanodollarsSchema,
  /** Of the provider's figure, without a sign; null where it is zero. */
  percent: z.number().nullable(),
} as const;
const figuresSchema = z.object(figuresShape);
export type BillFigures = z.infer<typeof figuresSchema>;

const candidateSchema = z.object({
  cause: z.enum(BILL_CAUSES),
  /** The most of the difference that it explains, with its sign. Candidates overlap. */
  amount: nanodollarsSchema,
  /** Models, or the provider's own words. */
  names: z.array(z.string()),
});
export type CandidateView = z.infer<typeof candidateSchema>;

export const reconcileViewSchema = z.object({
  provider: providerNameSchema,
  /** Everything of Purser's that is on the same bill. */
  providers: z.array(providerNameSchema),
  title: z.string(),
  /** When the provider was asked. */
  at: z.int(),
  /** UTC days: `[from, to)`. */
  from: utcDaySchema,
  to: utcDaySchema,
  /** Of the days whose figure is final; of the month, where the provider tells sums alone. */
  total: figuresSchema,
  /** The share of the provider's figure that Purser has recorded, in percent; null where nothing was billed. */
  coverage: z.number().nullable(),
  days: z.array(z.object({ day: utcDaySchema, final: z.boolean(), ...figuresShape })),
  /** Where the provider tells sums alone: the running day, week and month in UTC. */
  sums: z.array(z.object({ name: z.enum(['day', 'week', 'month']), ...figuresShape })),
  /** Empty where the provider names none. */
  models: z.array(z.object({ model: z.string(), ...figuresShape })),
  /** By the provider's own ids of real keys; empty where it does not say. */
  keys: z.array(z.object({ key: z.string(), billed: nanodollarsSchema })),
  candidates: z.array(candidateSchema),
  /** Of the difference: what no candidate explains. */
  unexplained: nanodollarsSchema,
  /** Rows of the provider's answer that could not be read, and are in no figure. */
  unreadable: z.int(),
  /** What is known of these figures: when they are final, and who says so. */
  note: z.string(),
  /** Where the provider documents them. */
  source: z.string(),
});
export type ReconcileView = z.infer<typeof reconcileViewSchema>;

/** The bills that could be read, and why others could not. */
export const reconciledSchema = z.object({
  bills: z.array(reconcileViewSchema),
  failures: z.array(z.object({ provider: providerNameSchema, title: z.string(), sentence: z.string() })),
});
export type ReconciledView = z.infer<typeof reconciledSchema>;

export const reconcileQuerySchema = z.object({
  /** Left out: every provider whose bill can be read. */
  provider: providerNameSchema.optional(),
  /** A UTC day; left out: the first of the month of three days ago. */
  since: utcDaySchema.optional(),
});

/** One provider's last read bill in a line, beside the ledger as it is now. */
export const lastBillSchema = z.object({
  provider: providerNameSchema,
  title: z.string(),
  at: z.int(),
  /** The month of the figures, as YYYY-MM. */
  month: z.string(),
  total: figuresSchema,
  /** Days of that month whose figure is not final, and in no total. */
  openDays: z.int(),
  /** It tells days, so that estimated requests of a day can be settled from it. */
  tellsDays: z.boolean(),
  /** Why the provider could not be asked last time; null where it could. */
  failed: z.string().nullable(),
});
export type LastBillView = z.infer<typeof lastBillSchema>;

export const settleDayInputSchema = z.object({ provider: providerNameSchema, day: utcDaySchema });

export const settledDaySchema = z.object({
  provider: providerNameSchema,
  day: utcDaySchema,
  requests: z.int(),
  before: nanodollarsSchema,
  after: nanodollarsSchema,
});
