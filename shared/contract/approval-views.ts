import { z } from 'zod';
import { nanodollarsSchema } from '../cap.ts';
import { capFactSchema } from './notice-facts.ts';
import { agentIdSchema, approvalIdSchema, providerNameSchema, subKeyIdSchema } from '../ids.ts';

/**
 * A person's answers to a request that no cap has room for: let this one pass, raise the cap in its way until
 * midnight, or no.
 */
export const APPROVAL_ANSWERS = ['allow-once', 'raise-today', 'deny'] as const;
export type ApprovalAnswer = (typeof APPROVAL_ANSWERS)[number];

/** A request that waits for a person, because its cap has no room and its policy says to ask. */
export const approvalViewSchema = z.object({
  id: approvalIdSchema,
  at: z.int(),
  /** No answer until then means no. */
  expiresAt: z.int(),
  agentId: agentIdSchema,
  agent: z.string(),
  subKeyId: subKeyIdSchema,
  provider: providerNameSchema,
  model: z.string(),
  /** Most that it could cost, if it is allowed. */
  needed: nanodollarsSchema,
  /** The cap in its way and why it has no room, as a sentence. */
  reason: z.string(),
  /** The same as values; left out by gateways of earlier builds. */
  cap: capFactSchema.exactOptional(),
  /** The amount that `raise-today` adds to that cap when no other is given. */
  raiseBy: nanodollarsSchema,
});
export type ApprovalView = z.infer<typeof approvalViewSchema>;
