import { z } from 'zod';

/** Most days for which bodies are kept. */
export const MOST_BODY_DAYS = 30;
const DAYS = `Prompts and replies are kept for 1 to ${MOST_BODY_DAYS} days.`;
/** For how many days the bodies of an agent are kept. */
export const bodyDaysSchema = z.int().min(1, DAYS).max(MOST_BODY_DAYS, DAYS);

/** A request or a reply, as it was taken down. */
const bodyViewSchema = z.object({
  /**
   * Its beginning, at most 1 MiB of it; null for what is no text. A stored provider key that stands in it is starred
   * out.
   */
  text: z.string().nullable(),
  /** How many bytes it had. */
  size: z.int(),
  /** Only a part of it was kept. */
  cut: z.boolean(),
});
export type BodyView = z.infer<typeof bodyViewSchema>;

/** The bodies of one request: the one that a tool sent and the one that it got. */
export const bodiesViewSchema = z.object({
  request: bodyViewSchema,
  response: bodyViewSchema,
  /** When they are deleted, in epoch milliseconds. */
  until: z.int(),
});
export type BodiesView = z.infer<typeof bodiesViewSchema>;
