import { z } from 'zod';
import { nanodollarsSchema } from '../cap.ts';
import { providerNameSchema } from '../ids.ts';

const instantSchema = z.int();

/** One rate of a price: what it is for, and from how many tokens of input on. */
const rateViewSchema = z.object({
  /** As the price library names it: `input_mtok` is per million tokens, `web_searches_kcount` per thousand. */
  rate: z.string(),
  /** It applies to requests with more input than this, in tokens. */
  above: z.int(),
  amount: nanodollarsSchema,
});
export type RateView = z.infer<typeof rateViewSchema>;

/** Where prices are published. */
export const PUBLICATIONS = ['genai-prices', 'models.dev'] as const;

export const PRICE_ORIGINS = ['own', 'assumed', 'free', 'record', 'library', 'models-dev', 'none'] as const;

/** The price that a request for a model would use now at one provider. */
export const currentPriceSchema = z.object({
  provider: providerNameSchema,
  model: z.string(),
  /**
   * The person's own, the dearest of its provider which a person has taken for it, nothing to pay, known to Purser
   * about this provider, from the price library, from models.dev; or nobody knows it.
   */
  origin: z.enum(PRICE_ORIGINS),
  rates: z.array(rateViewSchema),
  /** The price of tokens at this provider's host, in percent of these rates: a region may have a surcharge. */
  hostPercent: z.int(),
  /** The provider's own figure of what it charged counts; the rates are for what a request could cost. */
  reportsCost: z.boolean(),
  /** The most tokens it reads and writes in one request; null where that is not known. */
  contextWindow: z.int().nullable(),
});
export type CurrentPriceView = z.infer<typeof currentPriceSchema>;

/** Whether published prices are looked at once a day, and what came of it. It changes no price. */
const priceCheckSchema = z.object({
  on: z.boolean(),
  /** When it last looked; null before the first time. */
  at: instantSchema.nullable(),
  /** The publications that could not be reached then, or not believed. */
  unreachable: z.array(z.enum(PUBLICATIONS)),
  /** Its news since this gateway started, newest first. */
  news: z.array(z.string()),
});
export type PriceCheckView = z.infer<typeof priceCheckSchema>;

/** Which published prices are in use. */
export const priceBookSchema = z.object({
  /** When they were fetched; null for those that came with this version. */
  fetchedAt: instantSchema.nullable(),
  /**
   * When those of models.dev were fetched, which count for models that the others do not have; null where there are
   * none.
   */
  secondFetchedAt: instantSchema.nullable(),
  /** The look at both publications, once a day; null in a gateway that never looks. */
  check: priceCheckSchema.nullable(),
});
export type PriceBookView = z.infer<typeof priceBookSchema>;

const pairSchema = z.object({ input: nanodollarsSchema, output: nanodollarsSchema }).nullable();

/** A published price that an update changed, per million tokens; null where there was or is none. */
const priceChangeSchema = z.object({ provider: z.string(), model: z.string(), was: pairSchema, now: pairSchema });
export type PriceChange = z.infer<typeof priceChangeSchema>;

/**
 * A published price that an update did not believe, so that it is what it was; `model` null: that provider's, or one
 * without a name.
 */
const leftPriceSchema = z.object({
  provider: z.string(),
  model: z.string().nullable(),
  because: z.enum(['nearly-free', 'unreadable', 'missing']),
});
export type LeftPrice = z.infer<typeof leftPriceSchema>;

/** Requests of one model whose cost changed. */
const correctionSchema = z.object({
  provider: providerNameSchema,
  model: z.string(),
  requests: z.int(),
  before: nanodollarsSchema,
  after: nanodollarsSchema,
});

/** The result of an update of the published prices. */
export const priceUpdateSchema = z.object({
  fetchedAt: instantSchema,
  models: z.int(),
  /** Of the second publication, models.dev; null when it was not reached: what was known of it stays. */
  secondModels: z.int().nullable(),
  changes: z.array(priceChangeSchema),
  leftAlone: z.array(leftPriceSchema),
  /** Models that were counted at an assumed price, whose requests cost their own from now on. */
  corrected: z.array(correctionSchema).default([]),
});
export type PriceUpdateView = z.infer<typeof priceUpdateSchema>;

/** The cost that settled requests would have, or have now, at today's prices. */
export const repriceViewSchema = z.object({
  applied: z.boolean(),
  /**
   * Requests that were looked at, and those of them that keep their cost: the provider's own figure counts, or no price
   * is known.
   */
  examined: z.int(),
  leftAlone: z.int(),
  changes: z.array(correctionSchema),
});
export type RepriceView = z.infer<typeof repriceViewSchema>;
