import { z } from 'zod';
import { nanodollarsSchema } from '../cap.ts';
import { agentIdSchema, requestIdSchema, subKeyIdSchema } from '../ids.ts';
import { refusalViewSchema } from './refusal-views.ts';
import { CERTAINTIES, OUTCOMES, requestViewSchema } from './views.ts';

/** Milliseconds since the Unix epoch. */
const instantSchema = z.int();

export const USAGE_GROUPS = ['agent', 'model', 'day'] as const;
export type UsageGroup = (typeof USAGE_GROUPS)[number];

/** An amount for people and scripts: the integer, and the same as an exact decimal of USD. */
const amountSchema = z.object({ nanodollars: nanodollarsSchema, usd: z.string() });

const usageRowSchema = z.object({
  /** Agent name, model name, or local day as YYYY-MM-DD. */
  group: z.string(),
  nanodollars: nanodollarsSchema,
  usd: z.string(),
  requests: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
});

export const usageViewSchema = z.object({ total: amountSchema, rows: z.array(usageRowSchema) });
export type UsageView = z.infer<typeof usageViewSchema>;

/** How far a chart looks back. The longer ones are made of local days, a year of local weeks. */
export const SERIES_RANGES = ['15min', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type SeriesRange = (typeof SERIES_RANGES)[number];

export const SERIES_GROUPS = ['agent', 'model', 'provider', 'project'] as const;
export type SeriesGroup = (typeof SERIES_GROUPS)[number];

/** The longest stretch that a chart shows, in milliseconds: ten years. */
const LONGEST_SPAN_MS = 3_660 * 86_400_000;

/** A stretch of time of one's own choice, `[from, to)`. */
const seriesSpanSchema = z
  .object({ from: instantSchema.min(0), to: instantSchema.max(8_000_000_000_000) })
  .refine(({ from, to }) => from < to, { message: 'A stretch of time ends after it begins.' })
  .refine(({ from, to }) => to - from <= LONGEST_SPAN_MS, {
    message: 'A chart shows ten years at most. Choose a shorter stretch of time.',
  });
export type SeriesSpan = z.infer<typeof seriesSpanSchema>;

export const seriesQuerySchema = z.object({
  range: z.enum(SERIES_RANGES),
  by: z.enum(SERIES_GROUPS).default('agent'),
  /** Zooms: this stretch instead of the range, in buckets as fine as it allows. */
  span: seriesSpanSchema.optional(),
});
export type SeriesQuery = z.infer<typeof seriesQuerySchema>;

/** Spend over time: one point per bucket and group that spent; what spent nothing is left out. */
export const seriesViewSchema = z.object({
  by: z.enum(SERIES_GROUPS),
  /** True for a stretch that was asked for: it stays where it is. Otherwise the last bucket is the one that runs. */
  zoomed: z.boolean(),
  /** Where each bucket begins, oldest first, and at last where the newest ends. Local days are not all equally long. */
  edges: z.array(instantSchema).min(2),
  /**
   * `at` is the beginning of a bucket; `group` an agent's id, a model, a provider, or a project's folder (empty: none).
   */
  points: z.array(z.object({ at: instantSchema, group: z.string(), nanodollars: nanodollarsSchema })),
  /** The saving by prompt caches in these buckets, less the cost of writing to them. Negative when they cost more. */
  cacheSaved: nanodollarsSchema,
  /** The same number of buckets just before, all groups together. `soFar` stops where this period is now. */
  previous: z.object({ buckets: z.array(nanodollarsSchema), total: nanodollarsSchema, soFar: nanodollarsSchema }),
});
export type SeriesView = z.infer<typeof seriesViewSchema>;

export const PERIODS = ['day', 'week', 'month'] as const;

/** A calendar window that runs, and the one before it. */
const periodSchema = z.object({
  window: z.enum(PERIODS),
  from: instantSchema,
  to: instantSchema,
  spent: nanodollarsSchema,
  requests: z.int(),
  /** The spending of the window before, at the same point of its life; null when there was nothing at all in it. */
  previousSoFar: nanodollarsSchema.nullable(),
});
export type PeriodView = z.infer<typeof periodSchema>;

export const periodsViewSchema = z.object({
  periods: z.array(periodSchema),
  /** The saving by prompt caches today, less the cost of writing to them. Negative when they cost more. */
  cacheSavedToday: nanodollarsSchema,
});
export type PeriodsView = z.infer<typeof periodsViewSchema>;

/** How a request of the list ended: those that were refused are listed, too. */
export const LISTED_OUTCOMES = [...OUTCOMES, 'refused'] as const;
export type ListedOutcome = (typeof LISTED_OUTCOMES)[number];

/** Which requests are meant; every field that is given must hold. */
const requestFiltersSchema = z.object({
  /** They ended at this moment or later: settled, or refused for the last time. */
  from: instantSchema.min(0).optional(),
  /** They ended before this moment. */
  to: instantSchema.max(8_000_000_000_000).optional(),
  /** Absolute path of the folder that a sub-key is for, or of the repository in which the tool worked. */
  project: z.string().max(4_096).optional(),
  agentId: agentIdSchema.optional(),
  subKeyId: subKeyIdSchema.optional(),
  provider: z.string().max(200).optional(),
  model: z.string().max(200).optional(),
  outcome: z.enum(LISTED_OUTCOMES).optional(),
  /** Refused requests cost nothing: with this they are left out. */
  certainty: z.enum(CERTAINTIES).optional(),
  /** The requests of one conversation. */
  session: z.string().max(100).optional(),
  /** Part of the name of an agent, a model or a provider, or a whole request id. */
  text: z.string().trim().max(100).optional(),
  /** From `next` of the page before. */
  cursor: z.string().max(60).optional(),
});

export const requestSearchSchema = requestFiltersSchema.extend({
  limit: z.int().min(1).max(1_000).default(100),
});
export type RequestSearch = z.input<typeof requestSearchSchema>;

/**
 * Newest first. A page may be short, even empty, and still have a next one: a search looks through so many rows at a
 * time.
 */
export const requestPageSchema = z.object({
  requests: z.array(requestViewSchema),
  /** Refused requests of the same stretch of time, newest first by their last repeat. */
  refusals: z.array(refusalViewSchema),
  /** Where to go on; null when everything was looked through. */
  next: z.string().nullable(),
  /** The oldest end that was looked at. */
  searchedTo: instantSchema.nullable(),
});
export type RequestPage = z.infer<typeof requestPageSchema>;

/** Which requests are added up; `cursor` is from `next` of the sum before. */
export const requestSumQuerySchema = requestFiltersSchema;

/**
 * What the requests that match add up to. Like a page, a sum covers so many rows at a time: where there is a `next`,
 * the sum from there on has to be added to this one.
 */
export const requestSumSchema = z.object({
  /** Settled requests. */
  requests: z.int(),
  /** Refused ones, every repeat counted. */
  refused: z.int(),
  cost: nanodollarsSchema,
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** Where to go on; null when everything was added up. */
  next: z.string().nullable(),
});
export type RequestSum = z.infer<typeof requestSumSchema>;

/** One request with what the ledger and the audit log know of it. */
export const requestDetailSchema = z.object({
  request: requestViewSchema,
  /** The amount that was held for it last. */
  reserved: nanodollarsSchema,
  /** The rates at that moment in nano-dollars per million tokens, by part: `input`, `cache_read`, `output`, ... */
  rates: z.array(z.object({ part: z.string(), nanodollars: nanodollarsSchema })),
  /** Tokens that do not overlap: plain `input`, `cache_read`, `cache_write`, `output`. */
  usage: z.array(z.object({ part: z.string(), tokens: z.int() })),
  /**
   * What each part comes to at those rates: the same parts, hosted tools and other units by their own names, `routing`.
   * What is left to the cost is a discount, a surcharge, or an amount that was found in another way.
   */
  costs: z.array(z.object({ part: z.string(), nanodollars: nanodollarsSchema })),
  /** What the provider said when it failed, shortened, without anything that looks like a key; null where it said nothing. */
  answered: z.string().nullable(),
  /** Other entries on record about its agent, its sub-key or everything when it ended. */
  audit: z.array(z.object({ seq: z.int(), at: instantSchema, kind: z.string(), text: z.string() })),
});
export type RequestDetail = z.infer<typeof requestDetailSchema>;

export const requestLookupSchema = z.object({ id: requestIdSchema });

/** What stands in a status line: `purser status --line`. */
export const lineViewSchema = z.object({
  today: nanodollarsSchema,
  /** The most that the caps still allow, as on the overview. */
  left: nanodollarsSchema,
  /** In nano-dollars an hour, from the last quarter of one. */
  pace: nanodollarsSchema,
  running: z.int(),
  /** Requests that wait for a person. */
  waiting: z.int(),
  /** What matters most: everything is paused, a request waits, no sub-key has any room left, or nothing of that. */
  state: z.enum(['paused', 'waiting', 'used-up', 'fine']),
});
export type LineView = z.infer<typeof lineViewSchema>;
