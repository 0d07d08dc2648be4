import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { capListSchema, capsSchema } from '../cap.ts';
import { agentNameSchema, subKeyIdSchema, subKeyNameSchema } from '../ids.ts';
import { notYetStoredShape } from '../not-yet-stored.ts';
import { policySchema } from '../policy.ts';
import { subKeyViewSchema } from './views.ts';
import { VALUE_WORDS } from './value-words.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_GRACE_MS = 90 * DAY_MS;

/** What can be taken back, and until when; null where nothing can. */
const undoSchema = z.object({ ids: z.array(subKeyIdSchema), until: z.int() }).nullable();

/** How many sub-keys were revoked, how many running requests were cut and within how many milliseconds. */
export const revokedSchema = z.object({
  revoked: z.int(),
  cutRequests: z.int(),
  cutMs: z.number(),
  /** Left out by gateways of earlier builds. */
  undo: undoSchema.exactOptional(),
  ...notYetStoredShape,
});

/** What the caps of a new sub-key are on: all sub-keys of its agent together, or this one alone. */
export const CAPS_ON = ['agent', 'key'] as const;
export type CapsOn = (typeof CAPS_ON)[number];

/** The folder whose spending a sub-key is, as an absolute path. */
const projectSchema = z.string().min(1, VALUE_WORDS.projectFolder).max(4_096, VALUE_WORDS.projectFolder);

/** Calls about sub-keys. */
export const keyCalls = {
  list: oc.output(z.array(subKeyViewSchema)),
  /**
   * `agent` is a name; an unknown one is refused. Caps on the agent take the place of its caps of the same window; none
   * are needed where it has some, which the new sub-key then shares. `key` is in this answer and nowhere else, ever;
   * `caps` are those that hold for it.
   */
  issue: oc
    .input(
      z
        .object({
          agent: agentNameSchema,
          caps: capListSchema,
          capsOn: z.enum(CAPS_ON).default('key'),
          policy: policySchema.omit({ caps: true }).optional(),
          project: projectSchema.optional(),
          name: subKeyNameSchema.optional(),
        })
        .refine(({ caps, capsOn }) => capsOn === 'agent' || caps.length > 0, {
          message: 'A sub-key needs at least one cap, such as 5/day.',
        }),
    )
    .output(
      z.object({
        id: subKeyIdSchema,
        key: z.string(),
        agent: z.string(),
        caps: capsSchema,
        /** Left out by gateways of earlier builds: on the sub-key. */
        capsOn: z.enum(CAPS_ON).exactOptional(),
      }),
    ),
  /** A name by which a person tells it from others of its agent; null: none any more. */
  rename: oc.input(z.object({ id: subKeyIdSchema, name: subKeyNameSchema.nullable() })).output(subKeyViewSchema),
  /** Cuts running requests; `cutMs` is how long that took, from the call to the last socket closed. */
  revoke: oc
    .input(z.object({ id: subKeyIdSchema }))
    .output(revokedSchema.omit({ revoked: true }).extend({ id: subKeyIdSchema })),
  /**
   * Takes a revocation back: within a few seconds, for whoever made it. Until then, and after a restart, it holds.
   * @throws CONFLICT when it is too late
   */
  undoRevoke: oc
    .input(z.object({ ids: z.array(subKeyIdSchema).min(1).max(10_000) }))
    .output(z.object({ restored: z.array(subKeyIdSchema) })),
  /**
   * A new secret for the same sub-key; the old one works until `graceEndsAt`. `key` is in this answer and nowhere else.
   */
  rotate: oc
    .input(
      z.object({
        id: subKeyIdSchema,
        graceMs: z.int().min(0, VALUE_WORDS.grace).max(MAX_GRACE_MS, VALUE_WORDS.grace).default(DAY_MS),
      }),
    )
    .output(z.object({ id: subKeyIdSchema, key: z.string(), agent: z.string(), graceEndsAt: z.int() })),
  /** A sub-key that lives as long as the caller listens: revoked when the connection ends, however it ends. */
  lease: oc
    .input(z.object({ agent: agentNameSchema, caps: capsSchema, project: projectSchema.optional() }))
    .output(eventIterator(z.object({ id: subKeyIdSchema, key: z.string(), agent: z.string(), caps: capsSchema }))),
  /**
   * A short-lived secret for tools that fetch their key from a command: the same one for half of its life, then
   * another. All tokens of an agent are one sub-key, under its caps. `key` is in this answer and nowhere else.
   */
  token: oc
    .input(
      z.object({
        agent: agentNameSchema,
        forMs: z.int().min(60_000, VALUE_WORDS.tokenTime).max(DAY_MS, VALUE_WORDS.tokenTime).default(HOUR_MS),
        caps: capsSchema.optional(),
        renew: z.boolean().default(false),
      }),
    )
    .output(z.object({ id: subKeyIdSchema, key: z.string(), agent: z.string(), endsAt: z.int() })),
  pause: oc.input(z.object({ id: subKeyIdSchema })).output(subKeyViewSchema),
  resume: oc.input(z.object({ id: subKeyIdSchema })).output(subKeyViewSchema),
};
