import { z } from 'zod';
import { capSchema, nanodollarsSchema } from '../cap.ts';
import { subKeyIdSchema } from '../ids.ts';

/** A simulated sub-key in the wrong hands: what it could take, and what a key without a cap would have lost. */
export const leakViewSchema = z.object({
  subKeyId: subKeyIdSchema,
  /** The agent that the sub-key belongs to. */
  agent: z.string(),
  /** How many programs use it at once. */
  programs: z.int(),
  beganAt: z.int(),
  /** Requests so far. */
  tried: z.int(),
  refused: z.int(),
  /** What the simulated provider has charged for the others. */
  taken: nanodollarsSchema,
  /** The cap that holds. */
  cap: capSchema,
  /** What the same requests would have cost with the provider's own key. */
  bareSoFar: nanodollarsSchema,
  barePerHour: nanodollarsSchema,
});
export type LeakView = z.infer<typeof leakViewSchema>;
