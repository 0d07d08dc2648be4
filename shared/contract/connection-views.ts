import { z } from 'zod';
import { capListSchema } from '../cap.ts';
import { subKeyIdSchema } from '../ids.ts';
import { policySchema } from '../policy.ts';
import { presetSchema } from '../preset.ts';

/** Milliseconds since the Unix epoch. */
const instantSchema = z.int();

export const COVERAGE_LEVELS = ['everything', 'partly', 'not-possible'] as const;

/** It was run with Purser; its source was read; its documentation says so; somebody else does. */
export const KNOWN_BY = ['run', 'source', 'docs', 'told'] as const;

/** How much of what a tool does can be metered, in words, and how that is known. */
export const coverageSchema = z.object({
  level: z.enum(COVERAGE_LEVELS),
  words: z.string(),
  known: z.enum(KNOWN_BY),
  /** Of which version, or where it is said; may be empty. */
  evidence: z.string(),
});

/**
 * How a connection was last proved: by the tool's own request, by one that Purser made the tool make, or by one in its
 * place.
 */
export const PROOFS = ['own-request', 'self-test', 'on-its-behalf'] as const;
export type Proof = (typeof PROOFS)[number];

/** A tool's entry for the MCP servers in Purser; `none`: there was no server when it was connected, or it has no form. */
export const MCP_ENTRY_STATES = ['written', 'left-out', 'none'] as const;

/** A change that Purser made to a tool's config. No field can hold the sub-key. */
export const connectionViewSchema = z.object({
  /** The tool, and behind a colon the project folder when it is for one. */
  id: z.string(),
  tool: z.string(),
  title: z.string(),
  project: z.string().nullable(),
  agent: z.string(),
  subKeyId: subKeyIdSchema,
  createdAt: instantSchema,
  keyFrom: z.enum(['file', 'command']),
  mcp: z.enum(MCP_ENTRY_STATES).default('none'),
  files: z.array(z.string()),
  state: z.enum(['connected', 'changed-outside', 'revoked']),
  /** Changes by others to what Purser made, one sentence each, without values. */
  differences: z.array(z.object({ file: z.string(), text: z.string() })),
  /**
   * Choices of the person's own in the tool's files that it follows past Purser, although it is connected, and what to
   * do.
   */
  past: z.array(z.object({ file: z.string(), text: z.string(), byHand: z.string() })),
  verified: z.object({ at: instantSchema, how: z.enum(PROOFS) }).nullable(),
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;

export const TOOL_STATES = ['connected', 'changed-outside', 'found', 'not-found', 'not-possible'] as const;

/** A tool that Purser knows, and how it stands on this machine. */
export const toolViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  group: z.enum(['agent', 'editor', 'environment']),
  state: z.enum(TOOL_STATES),
  coverage: coverageSchema,
  scope: z.enum(['machine', 'project', 'both']),
  /** Purser makes the change, the person does by instructions, or nobody can. */
  way: z.enum(['files', 'by-hand', 'none']),
  /** Kinds of providers it can use, and whether there is a key for one. */
  speaks: z.array(z.string()),
  ready: z.boolean(),
  /** When the tool notices a change. */
  reload: z.string(),
  /** Its behaviour while no Purser runs, where it does not say so at once by itself. */
  whileDown: z.string().nullable().default(null),
  /** Purser can make it ask one small thing by itself. */
  canTest: z.boolean(),
  /** It can fetch a short-lived sub-key from a command, so that its file holds none. */
  takesCommand: z.boolean(),
  /** It can have an entry for the MCP servers in Purser. */
  takesMcp: z.boolean().default(false),
  caps: capListSchema,
  /** Ready-made limits that fit it, from the tightest to the widest. */
  presets: z.array(presetSchema),
  connections: z.array(connectionViewSchema),
});
export type ToolView = z.infer<typeof toolViewSchema>;

/** A change before it is made. Lines of the person's own file are shown without what could be a key. */
export const connectionPlanSchema = z.object({
  tool: z.string(),
  title: z.string(),
  project: z.string().nullable(),
  /** Stands for exactly this change; given to `connect`, nothing else is made. */
  fingerprint: z.string(),
  /** Unified differences; empty where the file is already as it should be. */
  files: z.array(z.object({ file: z.string(), isNew: z.boolean(), diff: z.string() })),
  /** Steps that the person takes by hand. */
  instructions: z.string().nullable(),
  /** Facts to know before: a variable that wins over the file, a file that others can read. */
  notes: z.array(z.string()),
  caps: capListSchema,
  reload: z.string(),
  /** The change has an entry for the MCP servers in Purser. */
  mcp: z.boolean().default(false),
});
export type ConnectionPlan = z.infer<typeof connectionPlanSchema>;

/** `instructions` hold the sub-key, this once, where the person has to enter it by hand. */
export const connectedSchema = z.object({
  connection: connectionViewSchema,
  instructions: z.string().nullable(),
  /** The limits of its sub-key: those asked for, or those of a sub-key that was there already. */
  limits: policySchema,
});
export type ConnectedView = z.infer<typeof connectedSchema>;

export const disconnectedSchema = z.object({
  id: z.string(),
  /** False for a dry run. */
  done: z.boolean(),
  /**
   * Steps that the person takes by hand, where a revoked sub-key is left in a place that Purser cannot write to; null:
   * nothing.
   */
  instructions: z.string().nullable(),
  files: z.array(
    z.object({
      file: z.string(),
      /** `restored`: byte for byte as it was. `edited`: only our values taken out. */
      how: z.enum(['restored', 'edited', 'deleted', 'untouched']),
      diff: z.string(),
      /** Values that stay there, because somebody changed them since. */
      stays: z.array(z.string()),
    }),
  ),
});
export type Disconnected = z.infer<typeof disconnectedSchema>;

/** `how` is null when nothing arrived. */
export const verdictSchema = z.object({
  id: z.string(),
  ok: z.boolean(),
  how: z.enum(PROOFS).nullable(),
  text: z.string(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/**
 * An act against a finding. Data, not words: a page offers a button where a command line names a command.
 * `put-right`: the doctor does it when it is asked to by the finding's id. So for `keep-proxies-off`, which adds lines
 * between marks to the end of a startup file. `move-key`: it takes the key out of the file into the secret store and
 * leaves a capped sub-key; with `asks` only when the person names the file, because in a project it may be anybody's.
 */
const actSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('put-right'), what: z.enum(['repair', 'connect-again']), connection: z.string() }),
  z.object({ kind: z.literal('keep-proxies-off'), file: z.string() }),
  z.object({ kind: z.literal('move-key'), file: z.string(), asks: z.boolean() }),
  z.object({ kind: z.literal('connect'), tool: z.string(), title: z.string(), project: z.string().nullable() }),
  z.object({ kind: z.literal('disconnect'), connection: z.string() }),
  z.object({ kind: z.literal('move-servers'), tool: z.string(), title: z.string(), project: z.string().nullable() }),
  z.object({ kind: z.literal('add-provider'), provider: z.string() }),
]);
export type DoctorAct = Readonly<z.infer<typeof actSchema>>;

/** Something that keeps a tool from spending through Purser, or a key that lies about. Never holds a key. */
export const findingSchema = z.object({
  /** Stable for the same trouble in the same place. */
  id: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  tool: z.string().nullable(),
  file: z.string().nullable(),
  line: z.int().nullable(),
  text: z.string(),
  /** Steps that the person takes by hand, in sentences; null where only the acts help. */
  byHand: z.string().nullable(),
  /** Any one of them helps; the best comes first. */
  acts: z.array(actSchema),
});
export type Finding = z.infer<typeof findingSchema>;

/** `fixed` are sentences about what was done, `findings` what is left. */
export const diagnosisSchema = z.object({
  findings: z.array(findingSchema),
  fixed: z.array(z.object({ id: z.string(), text: z.string() })),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;
