import { z } from 'zod';
import { MCP_ENTRY_STATES } from '../../../shared/contract/connection-views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { FORMAT_IDS } from '../formats/formats.ts';
import { jsonValueSchema, pathSchema } from '../change/want.ts';

/** Servers that were moved out of one file at once, as the ledger keeps it: names and hashes, never a secret. */
export const moveRecordSchema = z.object({
  /** The tool, its project, and the moment. */
  id: z.string(),
  tool: z.string(),
  project: z.string().nullable(),
  file: z.string(),
  format: z.enum(FORMAT_IDS),
  at: z.int(),
  servers: z.array(
    z.object({
      /** As the tool named it, and where it stood. */
      name: z.string(),
      path: pathSchema,
      as: providerNameSchema,
      /** When a move added it to Purser; null: a person had added it before. */
      addedAt: z.int().nullable(),
    }),
  ),
  /** SHA-256 of what the file held afterwards; null before that was written. */
  hash: z.string().nullable(),
  /** What the tool's entry for Purser was before, where this move wrote it. */
  entryWas: z.enum(MCP_ENTRY_STATES).nullable(),
});
export type MoveRecord = Readonly<z.infer<typeof moveRecordSchema>>;

/** What stood in the file: the whole of it (null when it was not read yet), and each server by its place in `servers`. */
export const movedBeforeSchema = z.object({ text: z.string().nullable(), entries: z.array(jsonValueSchema) });
export type MovedBefore = Readonly<z.infer<typeof movedBeforeSchema>>;
