import { z } from 'zod';
import { nanodollarsSchema } from '../cap.ts';
import { capFactSchema } from './notice-facts.ts';
import { agentIdSchema, approvalIdSchema, providerNameSchema, subKeyIdSchema } from '../ids.ts';

/**
 * A person's answers: let this one pass, or no. To a request that no cap has room for: raise the cap in its way until
 * midnight. To a call of a tool: let this agent call that tool from now on.
 */
export const APPROVAL_ANSWERS = ['allow-once', 'raise-today', 'allow-always', 'deny'] as const;
export type ApprovalAnswer = (typeof APPROVAL_ANSWERS)[number];

/** A call of a tool of an MCP server, as a person decides on it: what is hidden in a text is written out. */
export const waitingCallSchema = z.object({
  server: providerNameSchema,
  tool: z.string(),
  /** As JSON on several lines; a long one is cut, and says so. */
  arguments: z.string(),
  /** By what its server says of it, the tool may change or delete something. */
  mayDestroy: z.boolean(),
});
export type WaitingCall = z.infer<typeof waitingCallSchema>;

/**
 * A request that waits for a person: its cap has no room and its policy says to ask, or it is a call of a tool that is
 * asked about.
 */
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
  /** The amount that `raise-today` adds to that cap when no other is given; 0 for a call of a tool. */
  raiseBy: nanodollarsSchema,
  /** For a call of a tool, and only for it. */
  call: waitingCallSchema.exactOptional(),
});
export type ApprovalView = z.infer<typeof approvalViewSchema>;

/** The answers that make sense for a request: a call of a tool has no cap in its way. */
export function answersTo({ call }: { readonly call?: WaitingCall | undefined }): readonly ApprovalAnswer[] {
  return APPROVAL_ANSWERS.filter((answer) => answer !== (call ? 'raise-today' : 'allow-always'));
}
