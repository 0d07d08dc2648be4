import { z } from 'zod';
import { nanodollarsSchema } from '../cap.ts';
import { agentIdSchema } from '../ids.ts';

/** What a table of costs can be grouped by. */
export const COST_GROUPS = ['model', 'agent', 'provider', 'project', 'key', 'session'] as const;
export type CostGroup = (typeof COST_GROUPS)[number];

/** Stretches of the person's calendar that have a name. They run to now, but for `yesterday` and `last-month`. */
export const COST_RANGES = ['today', 'yesterday', 'week', '7-days', 'month', 'last-month', '30-days', 'all'] as const;
export type CostRange = (typeof COST_RANGES)[number];

/** A day of the person's calendar, as YYYY-MM-DD. */
export const calendarDaySchema = z.iso.date('Write a day as YYYY-MM-DD, such as 2026-11-30.');

export const costsQuerySchema = z
  .object({
    by: z.enum(COST_GROUPS).default('model'),
    range: z.enum(COST_RANGES).default('all'),
    /** Instead of a range: from this day on. */
    since: calendarDaySchema.optional(),
    /** The last day that counts, up to its end. */
    until: calendarDaySchema.optional(),
    /** Of this agent alone. */
    agentId: agentIdSchema.optional(),
  })
  .refine(({ since, until }) => since === undefined || until === undefined || since <= until, {
    message: 'The last day is before the first. Choose them the other way round.',
  });
export type CostsQuery = z.input<typeof costsQuerySchema>;

const sumShape = {
  requests: z.int(),
  /** All of the input; `cachedTokens` is the share of it that was read from a prompt cache. */
  inputTokens: z.int(),
  cachedTokens: z.int(),
  outputTokens: z.int(),
  nanodollars: nanodollarsSchema,
  /** The exact decimal of the same in USD. */
  usd: z.string(),
  /** Spending in the period before; null where there is none to compare with. */
  before: nanodollarsSchema.nullable(),
} as const;

const costSumSchema = z.object(sumShape);
export type CostSum = z.infer<typeof costSumSchema>;

const costRowSchema = z.object({
  /** A model, provider or session; an agent's or a sub-key's id; a project's folder. Empty: in no project or session. */
  id: z.string(),
  /** The same as people call it. */
  name: z.string(),
  /** Whose it is, where it is one agent's. */
  agent: z.string().nullable(),
  ...sumShape,
});
export type CostRow = z.infer<typeof costRowSchema>;

const stretchSchema = z.object({ from: z.int(), to: z.int() });

export const costsViewSchema = z.object({
  by: z.enum(COST_GROUPS),
  /** What was asked for, as moments: `[from, to)`. */
  from: z.int(),
  to: z.int(),
  /** The period before; one that still runs is compared with as much of it as has passed. Null: everything is shown. */
  before: stretchSchema.nullable(),
  /** The dearest first. */
  rows: z.array(costRowSchema),
  /** Groups beyond those in `rows`, together. */
  others: costSumSchema.extend({ groups: z.int() }).nullable(),
  total: costSumSchema,
});
export type CostsView = z.infer<typeof costsViewSchema>;

const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Write a month as YYYY-MM, such as 2026-11.');

export const costMonthQuerySchema = z.object({
  /** As YYYY-MM; left out: the one that runs. */
  month: monthSchema.optional(),
});

/** What the running month may come to, if the days that are left are like those before. */
const forecastSchema = z.object({
  expected: nanodollarsSchema,
  /** Four times out of five it ends between these. */
  low: nanodollarsSchema,
  high: nanodollarsSchema,
  /** How many whole days it was made from. */
  days: z.int(),
});
export type ForecastView = z.infer<typeof forecastSchema>;

export const costMonthViewSchema = z.object({
  month: monthSchema,
  /** The person's own day. */
  today: calendarDaySchema,
  /** Every day of the month, those to come too. */
  days: z.array(z.object({ day: calendarDaySchema, nanodollars: nanodollarsSchema, requests: z.int() })),
  /** The month of the first request there ever was; null: none yet. */
  first: monthSchema.nullable(),
  /** Of the running month alone; null where there is too little to go by. */
  forecast: forecastSchema.nullable(),
});
export type CostMonthView = z.infer<typeof costMonthViewSchema>;
