import { z } from 'zod';
import { CAP_WINDOWS, nanodollarsSchema } from '../cap.ts';
import { providerNameSchema, subKeyIdSchema } from '../ids.ts';

/** A cap as it stood when something was said of it. Words, clock and money format are the reader's own. */
export const capFactSchema = z.object({
  /** The name of the agent or the provider that has the cap; null: it is on everything. */
  owner: z.string().nullable(),
  window: z.enum(CAP_WINDOWS),
  rolling: z.boolean(),
  amount: nanodollarsSchema,
  spent: nanodollarsSchema,
  /** Held by requests under way. */
  reserved: nanodollarsSchema,
  /** Milliseconds since the Unix epoch; null where the window never ends at once. */
  resetsAt: z.int().nullable(),
});
export type CapFact = z.infer<typeof capFactSchema>;

/** What a brake has seen. */
export const brakeFactSchema = z.discriminatedUnion('seen', [
  z.object({ seen: z.literal('repeats'), times: z.int(), minutes: z.int() }),
  z.object({ seen: z.literal('haste'), perMinute: nanodollarsSchema, usual: nanodollarsSchema }),
]);
export type BrakeFact = z.infer<typeof brakeFactSchema>;

/**
 * How the record and its seal, which is in the secret store, do not fit together: its end is missing, it was written
 * anew, an entry was changed, the secret store is older than the record, or the seal is gone from it.
 */
export const RECORD_FAULTS = ['cut', 'rewritten', 'changed', 'store-older', 'seal-gone'] as const;
export type RecordFault = (typeof RECORD_FAULTS)[number];

/**
 * What a notice says, as a code and values. The sentence beside it stays English: it goes to logs, to the record, and
 * to readers that do not know the code yet.
 */
export const noticeFactSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('cap-share'), cap: capFactSchema }),
  z.object({ code: z.literal('cap-full'), cap: capFactSchema }),
  z.object({ code: z.literal('brake'), agent: z.string(), paused: z.boolean(), why: brakeFactSchema }),
  z.object({ code: z.literal('rotated'), agent: z.string() }),
  z.object({ code: z.literal('rotation-due'), agent: z.string(), hint: z.string(), subKeyId: subKeyIdSchema }),
  z.object({ code: z.literal('usage-impossible'), provider: providerNameSchema, model: z.string() }),
  z.object({ code: z.literal('usage-above-bound'), provider: providerNameSchema, model: z.string() }),
  z.object({ code: z.literal('stops-unknown'), provider: providerNameSchema }),
  z.object({
    code: z.literal('went-on'),
    provider: providerNameSchema,
    billed: nanodollarsSchema,
    counted: nanodollarsSchema,
  }),
  z.object({ code: z.literal('bill-unread'), provider: providerNameSchema, title: z.string() }),
  z.object({ code: z.literal('price-check') }),
  z.object({ code: z.literal('mcp-tool-changed'), server: providerNameSchema, tool: z.string() }),
  z.object({ code: z.literal('record-broken'), why: z.enum(RECORD_FAULTS), sealed: z.int(), found: z.int() }),
  z.object({ code: z.literal('ledger-replaced'), dataFolder: z.string() }),
]);
export type NoticeFact = z.infer<typeof noticeFactSchema>;
