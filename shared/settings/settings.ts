import { z } from 'zod';
import { capListSchema } from '../cap.ts';
import { PRESET_IDS } from '../preset.ts';

/** What desktop notifications are about, as a person switches them on and off. */
export const NOTIFICATION_TOPICS = ['caps', 'approvals', 'brakes', 'prices', 'providers', 'rotation'] as const;
export type NotificationTopic = (typeof NOTIFICATION_TOPICS)[number];

/** The shares of a cap, in percent, that a person can be told of. */
export const CAP_LEVELS = [25, 50, 80, 90, 100] as const;
export type CapShare = (typeof CAP_LEVELS)[number];

export const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];
/** Languages that the dashboard has words in; `system`: the first of the system's that it has. */
export const LANGUAGES = ['system', 'en', 'de', 'zh'] as const;
export type LanguageChoice = (typeof LANGUAGES)[number];
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const CLOCKS = ['region', 'h12', 'h24'] as const;
export const MONEY_FORMATS = ['region', 'point', 'comma', 'space'] as const;

const MINUTES_A_DAY = 24 * 60;
const minuteSchema = z
  .int()
  .min(0)
  .max(MINUTES_A_DAY - 1);

/** The shortest time that single requests are kept for: a month is looked back on when its bill comes. */
export const SHORTEST_KEPT_DAYS = 7;

/** Every setting that belongs to the person rather than to one window. All doors see the same ones. */
export const settingsSchema = z.object({
  /** The loopback port from the next start on; null: 4141. A port that the start is told wins. */
  port: z
    .int('A port is a number from 1024 to 65535.')
    .min(1_024, 'A port is a number from 1024 to 65535.')
    .max(65_535, 'A port is a number from 1024 to 65535.')
    .nullable()
    .default(null),
  notifications: z
    .object({
      on: z.boolean().default(true),
      muted: z.array(z.enum(NOTIFICATION_TOPICS)).default([]),
      /** The shares of a cap that are worth a notice. */
      capLevels: z.array(z.literal(CAP_LEVELS)).default([50, 80, 100]),
      /** Minutes since midnight in the person's time zone; an end before the start runs past midnight. */
      quiet: z.object({ from: minuteSchema, to: minuteSchema }).nullable().default(null),
    })
    .prefault({}),
  /** What a form begins with for a sub-key or a tool that is new; null: what comes with Purser. */
  newKeys: z
    .object({
      caps: capListSchema.nullable().default(null),
      preset: z.enum(PRESET_IDS).default('everyday'),
    })
    .prefault({}),
  /** Single requests are deleted after so many days; null: never. Sums stay. */
  keepRequestsDays: z
    .int()
    .min(SHORTEST_KEPT_DAYS, `Requests are kept for at least ${SHORTEST_KEPT_DAYS} days.`)
    .max(3_650, 'Requests are kept for at most 3650 days. To keep them for ever, say so.')
    .nullable()
    .default(null),
  /** From the next start on: weeks of caps and charts begin then. */
  weekStart: z.enum(WEEK_STARTS).default('monday'),
  language: z.enum(LANGUAGES).default('system'),
  /** `system`: as the operating system has it. */
  theme: z.enum(THEMES).default('system'),
  clock: z.enum(CLOCKS).default('region'),
  money: z.enum(MONEY_FORMATS).default('region'),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What holds until somebody changes it. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** A change of some settings: what is left out stays. A group is replaced as a whole. */
export const settingsChangeSchema = z.object({
  port: settingsSchema.shape.port.unwrap().exactOptional(),
  notifications: settingsSchema.shape.notifications.unwrap().exactOptional(),
  newKeys: settingsSchema.shape.newKeys.unwrap().exactOptional(),
  keepRequestsDays: settingsSchema.shape.keepRequestsDays.unwrap().exactOptional(),
  weekStart: z.enum(WEEK_STARTS).exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
  theme: z.enum(THEMES).exactOptional(),
  clock: z.enum(CLOCKS).exactOptional(),
  money: z.enum(MONEY_FORMATS).exactOptional(),
});
export type SettingsChange = z.infer<typeof settingsChangeSchema>;
