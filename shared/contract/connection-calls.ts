import { oc } from '@orpc/contract';
import { z } from 'zod';
import { capsSchema } from '../cap.ts';
import { CAPS_ON } from './key-calls.ts';
import { PRESET_IDS } from '../preset.ts';
import { PROXY_BYPASS_VARIABLES, PROXY_VARIABLES } from '../proxy-variables.ts';
import {
  connectedSchema,
  connectionPlanSchema,
  connectionViewSchema,
  diagnosisSchema,
  disconnectedSchema,
  toolViewSchema,
  verdictSchema,
} from './connection-views.ts';
import { VALUE_WORDS } from './value-words.ts';

const askSchema = z.object({
  tool: z.string(),
  /** Absolute path, for tools that can be connected in one project folder only. */
  project: z.string().optional(),
  /** The name of a provider, instead of the vendors' own. */
  provider: z.string().optional(),
  /** `command`: the file holds no sub-key but the command that prints a short-lived one, where the tool can do that. */
  keyFrom: z.enum(['file', 'command']).default('file'),
  /** False: no line in a project's `.git/info/exclude` for a file with the sub-key that git would take. */
  gitExclude: z.boolean().default(true),
  /** An entry for the MCP servers in Purser. Left out: when there are any, or as it was. */
  mcp: z.boolean().optional(),
  /** Models a tool should offer, best first, instead of the usual ones: for servers of one's own. */
  models: z
    .array(
      z
        .string()
        .trim()
        .min(1, VALUE_WORDS.model)
        .max(200, VALUE_WORDS.modelLength)
        .regex(/^[\w.:/@-]+$/, 'A model name has letters, digits and . : / @ _ - only.'),
    )
    .min(1)
    .optional(),
});
const idSchema = z.object({ id: z.string() });
/**
 * Where programs that are started in the caller's shell send requests: nothing else of its environment, and no secrets.
 */
const proxiesSchema = z.partialRecord(z.enum([...PROXY_VARIABLES, ...PROXY_BYPASS_VARIABLES]), z.string().max(10_000));

/** Tools, and the changes to their config that make them spend through a sub-key of their own. */
export const connectionCalls = {
  /** Every tool Purser knows, with its state on this machine. */
  list: oc.output(z.array(toolViewSchema)),
  /** The exact change, without making it. */
  plan: oc.input(askSchema).output(connectionPlanSchema),
  /**
   * Issues the tool's sub-key and makes the change; `caps` win over those of the preset. Again: nothing, or what is
   * different now.
   */
  connect: oc
    .input(
      askSchema.extend({
        preset: z.enum(PRESET_IDS).optional(),
        caps: capsSchema.optional(),
        /** On the agent, caps that it has already hold instead of those of the preset. */
        capsOn: z.enum(CAPS_ON).default('agent'),
        fingerprint: z.string().optional(),
      }),
    )
    .output(connectedSchema),
  /**
   * Green only when a request with the right sub-key arrives. `run` lets the tool itself make one, which costs a
   * little. `proxies` are those of the shell that the tool is used in; left out: those that Purser itself was started
   * with.
   */
  verify: oc
    .input(idSchema.extend({ run: z.boolean().default(false), proxies: proxiesSchema.optional() }))
    .output(verdictSchema),
  /** Writes the change again, whatever happened to the file. */
  repair: oc.input(idSchema).output(connectionViewSchema),
  /** Puts the files back and revokes the sub-key. */
  disconnect: oc.input(idSchema.extend({ dryRun: z.boolean().default(false) })).output(disconnectedSchema),
  /**
   * Looks for what is in the way. `fix` names findings to put right. `importFrom` names the files inside projects whose
   * keys are the person's own: no other key of a project is ever taken, for a repository may bring its author's.
   */
  doctor: oc
    .input(
      z.object({
        fix: z.array(z.string()).default([]),
        importFrom: z.array(z.string()).default([]),
        projects: z.array(z.string()).default([]),
      }),
    )
    .output(diagnosisSchema),
};
