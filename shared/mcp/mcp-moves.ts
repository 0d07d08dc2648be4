import { z } from 'zod';
import { providerNameSchema } from '../ids.ts';

/** Why a server stays where a tool has it. */
export const STAY_CODES = [
  /** The tool has it switched off. */
  'off',
  /** A value that only the tool can fill in, such as `${input:token}`. */
  'variable',
  /** A setting of the tool's that would be lost, and that matters. */
  'setting',
  /** It speaks the older transport over server-sent events alone. */
  'older',
  /** It starts from the folder that the tool happens to be in. */
  'folder',
  /** An argument or its address looks like a secret, and these are shown and kept as they are. */
  'secret',
  /** It is not of a form that Purser knows. */
  'form',
  /** No name of it fits, or the one that does is taken: the person names it. */
  'name',
  'taken',
  /** It did not answer when it was tried. */
  'unreachable',
] as const;
export const stayReasonSchema = z.object({
  code: z.enum(STAY_CODES),
  /** The setting, variable, argument or name; for `unreachable` what happened, as a sentence. Never a secret. */
  about: z.string(),
});
export type StayReason = z.infer<typeof stayReasonSchema>;

/** A server that a tool has by itself. No field can hold the value of a secret. */
export const plainServerSchema = z.object({
  /** As the tool names it. */
  name: z.string(),
  /** Its name in Purser; null where there is none that fits. */
  as: providerNameSchema.nullable(),
  /** Its command line or its address. */
  where: z.string(),
  /** The names of the variables or headers whose values go to the secret store. */
  secrets: z.array(z.string()),
  /** Purser has this very server already, with the same secrets: it is only taken out of the tool's file. */
  isThere: z.boolean(),
  /** Null: it can be moved. */
  stays: stayReasonSchema.nullable(),
});
export type PlainServer = z.infer<typeof plainServerSchema>;

/** The servers of one tool that do not go through Purser. */
export const plainServersSchema = z.object({
  tool: z.string(),
  title: z.string(),
  /** The folder of a project that they are for; null for the whole machine. */
  project: z.string().nullable(),
  file: z.string(),
  /** Purser has connected the tool, so that it can reach what is moved. */
  connected: z.boolean(),
  servers: z.array(plainServerSchema),
  /** The names of those that were moved before and can be put back. */
  moved: z.array(z.string()),
});
export type PlainServers = z.infer<typeof plainServersSchema>;

/** A move before it is made. */
export const movePlanSchema = plainServersSchema.extend({
  /** Stands for exactly this change; given to `move`, nothing else is made. */
  fingerprint: z.string(),
  /** Unified differences, without the values of secrets. */
  files: z.array(z.object({ file: z.string(), isNew: z.boolean(), diff: z.string() })),
  /** The tool gets its entry for Purser with it. */
  addsEntry: z.boolean(),
});
export type MovePlan = z.infer<typeof movePlanSchema>;

/** What was done. */
export const movedSchema = z.object({
  tool: z.string(),
  project: z.string().nullable(),
  file: z.string(),
  moved: z.array(z.object({ name: z.string(), as: providerNameSchema, tools: z.int() })),
  /** Those that were asked for and are still where they were. */
  stayed: z.array(z.object({ name: z.string(), stays: stayReasonSchema })),
});
export type Moved = z.infer<typeof movedSchema>;

/** Servers that went back into a tool's file. */
export const putBackSchema = z.object({
  tool: z.string(),
  project: z.string().nullable(),
  /** False for a dry run. */
  done: z.boolean(),
  files: z.array(
    z.object({
      file: z.string(),
      /** `restored`: byte for byte as it was. `edited`: the servers are in it again, among what was changed since. */
      how: z.enum(['restored', 'edited', 'untouched']),
      diff: z.string(),
    }),
  ),
  /** Their names in the tool. */
  back: z.array(z.string()),
  /** Names in the tool that stand for something else by now: that stays, and so does the server in Purser. */
  taken: z.array(z.string()),
  /** Servers, by their names in Purser, that stay there, because others use them. */
  kept: z.array(z.string()),
});
export type PutBack = z.infer<typeof putBackSchema>;
