import { oc } from '@orpc/contract';
import { z } from 'zod';
import { agentIdSchema, agentNameSchema } from '../ids.ts';
import { bodyDaysSchema } from './body-views.ts';
import { revokedSchema } from './key-calls.ts';
import { agentViewSchema, formerAgentViewSchema } from './views.ts';

const oneSchema = z.object({ id: agentIdSchema });

/** Calls about agents, the identities that spend. */
export const agentCalls = {
  list: oc.output(z.array(agentViewSchema)),
  /** Those that were: archived, deleted, or part of another by now. */
  former: oc.output(z.array(formerAgentViewSchema)),
  add: oc.input(z.object({ name: agentNameSchema })).output(agentViewSchema),
  /** Its earlier name finds it too, in tools and scripts. @throws CONFLICT for a name that another agent has */
  rename: oc.input(oneSchema.extend({ name: agentNameSchema })).output(agentViewSchema),
  pause: oc.input(oneSchema).output(agentViewSchema),
  /** Revokes all its sub-keys. */
  revoke: oc.input(oneSchema).output(revokedSchema),
  resume: oc.input(oneSchema).output(agentViewSchema),
  /** Refuses its requests, cuts those that run, and takes it out of the lists. Nothing ends. */
  archive: oc.input(oneSchema).output(formerAgentViewSchema),
  /** Brings it back as it was. */
  unarchive: oc.input(oneSchema).output(agentViewSchema),
  /** Final. Revokes all its sub-keys; what it spent stays, under its name, which is free then. */
  delete: oc.input(oneSchema).output(revokedSchema.extend({ id: agentIdSchema, name: z.string() })),
  /**
   * Final. Its sub-keys and its history become those of `into`, whose caps and rules hold. What it has spent in the
   * running windows counts against them. @throws CONFLICT where its sub-keys would be without a cap
   */
  merge: oc.input(oneSchema.extend({ into: agentIdSchema })).output(agentViewSchema),
  /**
   * Keeps what it sends and gets from now on, encrypted, for so many days; null: not any more, and what was kept is
   * deleted. `deleted` is of how many requests. @throws SECRETS_UNAVAILABLE when there is no place for the key
   */
  keepBodies: oc
    .input(oneSchema.extend({ days: bodyDaysSchema.nullable() }))
    .output(agentViewSchema.extend({ deleted: z.int() })),
};
