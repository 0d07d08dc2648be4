import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * The command `purser` for this user's terminals: there, not there, somebody else's file of that name, or not part of
 * this build.
 */
export const commandLineViewSchema = z.object({
  state: z.enum(['installed', 'not-installed', 'other', 'unavailable']),
  /** Where it is, or would be. */
  file: z.string(),
  /** Whether terminals look in that folder, as far as this process knows. */
  onPath: z.boolean(),
});
export type CommandLineView = z.infer<typeof commandLineViewSchema>;

/** Puts `purser` where terminals find it, for a host that carries the command line. */
export const commandLineCalls = {
  status: oc.output(commandLineViewSchema),
  /** @throws CONFLICT for a file that is not Purser's, NOT_FOUND where this build carries no command line */
  install: oc.output(commandLineViewSchema),
  /** @throws CONFLICT for a file that is not Purser's */
  remove: oc.output(commandLineViewSchema),
};
