import { oc } from '@orpc/contract';
import { z } from 'zod';
import { browserIdSchema } from '../ids.ts';

/** One browser that is logged in. Times are epoch milliseconds. */
export const browserViewSchema = z.object({
  id: browserIdSchema,
  /** `Firefox on Linux`, as it says itself. */
  browser: z.string(),
  begunAt: z.int(),
  lastUsedAt: z.int(),
  /** When it must log in again, unless it is used before: then later, though never after its longest life. */
  endsAt: z.int(),
  /** True for the one that asks. */
  current: z.boolean(),
});
export type BrowserView = z.infer<typeof browserViewSchema>;

/** The dashboard that a host serves to browsers: who may come in, and who is in. */
export const dashboardCalls = {
  /**
   * A fresh login link, which works once and until `endsAt`. A browser gets none: its session would never have to end.
   * @throws NOT_FOUND where no dashboard is served to browsers, CONFLICT for a browser
   */
  link: oc.output(z.object({ link: z.url(), endsAt: z.int() })),
  /** Where it is served to browsers, null where it is not, and whether the host has a window of its own to show. */
  address: oc.output(z.object({ url: z.url().nullable(), window: z.boolean() })),
  /** Brings the host's own window to the front. @throws NOT_FOUND where it has none */
  show: oc.output(z.object({ shown: z.literal(true) })),
  /** The one that was used last comes first. None where no dashboard is served to browsers. */
  sessions: oc.output(z.array(browserViewSchema)),
  /**
   * Ends one session, or all of them and every link that was not used yet. Their live updates are cut at once. @throws
   * NOT_FOUND
   */
  logOut: oc.input(z.object({ id: browserIdSchema.optional() }).default({})).output(z.object({ ended: z.int() })),
};
