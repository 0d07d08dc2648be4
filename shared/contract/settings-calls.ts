import { oc } from '@orpc/contract';
import { z } from 'zod';
import { settingsChangeSchema, settingsSchema } from '../settings/settings.ts';

/** How many single requests were deleted, and of how many requests the logged prompts and replies. */
const deletedHistorySchema = z.object({ requests: z.int(), logged: z.int() });
export type DeletedHistory = z.infer<typeof deletedHistorySchema>;

/** The person's settings. They are a part of the state, too: every door sees them. */
export const settingsCalls = {
  get: oc.output(settingsSchema),
  /** What is left out stays. A port is used from the next start on; older requests are deleted at once. */
  set: oc.input(settingsChangeSchema).output(settingsSchema),
  /**
   * Deletes every single request, and every sum that no running window counts. What each sub-key has spent in all
   * stays, and so does the audit log. `confirm` says that the person was asked.
   */
  deleteHistory: oc.input(z.object({ confirm: z.literal(true) })).output(deletedHistorySchema),
};
