import { z } from 'zod';
import { refusalFactSchema } from '../refusals/refusal-facts.ts';
import { agentIdSchema, refusalIdSchema, subKeyIdSchema } from '../ids.ts';

/**
 * A request that Purser refused: it was never sent and cost nothing. The same request asked again and again is one row
 * with a count.
 */
export const refusalViewSchema = z.object({
  id: refusalIdSchema,
  outcome: z.literal('refused'),
  /** Null where nobody knows who asked: the key was no sub-key. */
  agentId: agentIdSchema.nullable(),
  agent: z.string().nullable(),
  subKeyId: subKeyIdSchema.nullable(),
  /** The provider, as the path named it; empty where it got no further than the door. */
  provider: z.string(),
  /** Empty where it was refused before its body was read. */
  model: z.string(),
  /** The operation, as the provider names it; empty where the path leads to none. */
  endpoint: z.string(),
  /** The tool's own id of the conversation; null where it sends none. */
  session: z.string().nullable(),
  /** The rule that said no: `cap`, `models`, `paused`, ... */
  rule: z.string(),
  /** The sentence the tool got, the last time. */
  message: z.string(),
  /** The same as a code and values; left out where there is no code, or of rows of earlier builds. */
  about: refusalFactSchema.exactOptional(),
  /** The HTTP status the tool got. */
  status: z.int(),
  /** The first and the last time, in milliseconds since the Unix epoch. */
  firstAt: z.int(),
  lastAt: z.int(),
  /** How often it was asked. */
  count: z.int().min(1),
});
export type RefusalView = z.infer<typeof refusalViewSchema>;
