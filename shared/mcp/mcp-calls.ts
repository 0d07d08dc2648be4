import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { providerNameSchema } from '../ids.ts';
import { movedSchema, movePlanSchema, plainServersSchema, putBackSchema } from './mcp-moves.ts';
import {
  mcpChangeViewSchema,
  mcpPriceSchema,
  mcpServerNameSchema,
  mcpServerViewSchema,
  mcpWaySchema,
} from './mcp-views.ts';

const named = z.object({ name: providerNameSchema });
const placeSchema = z.object({
  tool: z.string(),
  /** Absolute path of a project's folder, for the servers that a tool has there only. */
  project: z.string().optional(),
});
const moveSchema = placeSchema.extend({
  /** As the tool names them; left out: all that can be moved. */
  servers: z.array(z.string()).min(1).optional(),
  /** Names for Purser, by those in the tool. */
  as: z.record(z.string(), z.string()).default({}),
});

/** Calls about MCP servers and their tools. */
export const mcpCalls = {
  list: oc.output(z.array(mcpServerViewSchema)),
  /**
   * Keeps a server and reaches it once, so that its tools are known and trusted as they are now. A command is taken
   * only from the person at this machine: never over HTTP. @throws CONFLICT for a name that is taken, INVALID_INPUT
   * where the server cannot be reached and the person did not insist (`unchecked`); then nothing is stored
   */
  add: oc
    .input(
      z.object({
        name: mcpServerNameSchema,
        way: mcpWaySchema,
        /** Values of the variables or headers that it names. They go straight to the secret store. */
        secrets: z.record(z.string(), z.string().min(1, 'A secret is empty.').max(16_384)).default({}),
        prices: z.array(mcpPriceSchema).max(200).default([]),
        /** For an API, and only for it: its OpenAPI description, as JSON or YAML. */
        description: z.string().max(32_000_000, 'An OpenAPI description has at most 32 MB.').optional(),
        /** The same, as an address from which it is fetched once, now. */
        descriptionUrl: z
          .url({
            protocol: /^https?$/,
            error: 'An address begins with https://, such as https://example.com/openapi.json.',
          })
          .max(2_000)
          .optional(),
        unchecked: z.boolean().default(false),
      }),
    )
    .output(mcpServerViewSchema),
  /** Stops it, cuts its calls, and forgets it with its secrets. Its calls stay in the ledger. */
  remove: oc.input(named).output(named),
  /** Stops it, forgets its failures, and reaches it anew. */
  restart: oc.input(named).output(mcpServerViewSchema),
  /**
   * Logs in at a server elsewhere: the page to open, then the end. It lasts as long as the caller listens, at most ten
   * minutes. @throws NOT_FOUND, INVALID_INPUT where it is a command, or the server refuses
   */
  login: oc
    .input(named)
    .output(
      eventIterator(z.union([z.object({ url: z.url({ protocol: /^https?$/ }) }), z.object({ done: z.literal(true) })])),
    ),
  setPrices: oc.input(named.extend({ prices: z.array(mcpPriceSchema).max(200) })).output(mcpServerViewSchema),
  /** What changed tools say now, beside what was trusted. */
  changes: oc.input(named).output(z.array(mcpChangeViewSchema)),
  /** The servers that tools have by themselves, past Purser, and those that were moved. */
  plain: oc.output(z.array(plainServersSchema)),
  /** The exact change that moving them makes, without making it. */
  planMove: oc.input(moveSchema).output(movePlanSchema),
  /**
   * Moves servers of a tool behind Purser: their secrets go to the secret store, and the tool reaches them by its entry
   * for Purser. As it may define a command, only for the person at this machine: never over HTTP. @throws CONFLICT
   * where the tool is not connected, or a file changed since the plan; then everything is as it was
   */
  move: oc
    .input(moveSchema.extend({ fingerprint: z.string().optional(), unchecked: z.boolean().default(false) }))
    .output(movedSchema),
  /** Puts them back into the tool's file, and takes them out of Purser. Like `move` never over HTTP. @throws NOT_FOUND */
  putBack: oc.input(placeSchema.extend({ dryRun: z.boolean().default(false) })).output(putBackSchema),
  /** Trusts the new description of a tool. @throws CONFLICT when it has changed again since it was seen */
  accept: oc.input(named.extend({ tool: z.string(), version: z.string() })).output(mcpServerViewSchema),
};
