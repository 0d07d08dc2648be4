import { createHash } from 'node:crypto';
import { z } from 'zod';
import { subKeyIdSchema } from '../../shared/ids.ts';
import { MCP_ENTRY_STATES } from '../../shared/contract/connection-views.ts';
import { doneFileSchema, oldValuesSchema } from './change/want.ts';

/** One file of a connection, as the ledger keeps it: templates and hashes, never a sub-key. */
const recordedFileSchema = z.object({
  done: doneFileSchema,
  /** The file was not there before. */
  made: z.boolean(),
  /** Folders that were made for it, outermost first. */
  madeFolders: z.array(z.string()),
  /** SHA-256 of what Purser wrote; null once somebody else's change came in between, or before the first write. */
  hash: z.string().nullable(),
});
export type RecordedFile = Readonly<z.infer<typeof recordedFileSchema>>;

/** The change that Purser made to a tool's config, with all that undoing it needs. */
export const connectionRecordSchema = z.object({
  /** The tool, and behind a colon the project folder when it is for one. */
  id: z.string(),
  tool: z.string(),
  project: z.string().nullable(),
  subKeyId: subKeyIdSchema,
  /** Whether the tool's file holds the sub-key, or the command that prints a short-lived one. */
  keyFrom: z.enum(['file', 'command']),
  /** Its entry for MCP servers: written, not wanted, or there was nothing to reach yet. */
  mcp: z.enum(MCP_ENTRY_STATES).default('none'),
  /** `http://127.0.0.1:PORT` that was written into the files. */
  gatewayUrl: z.string(),
  createdAt: z.int(),
  files: z.array(recordedFileSchema),
  /** When a request last proved it, and how. */
  verified: z.object({ at: z.int(), how: z.enum(['own-request', 'self-test', 'on-its-behalf']) }).nullable(),
});
export type ConnectionRecord = Readonly<z.infer<typeof connectionRecordSchema>>;

/** The earlier contents, per file: the whole text (null when there was none) and each replaced value. */
export const beforeSchema = z.array(z.object({ text: z.string().nullable(), olds: oldValuesSchema }));
export type Before = Readonly<z.infer<typeof beforeSchema>>;

export function connectionId(tool: string, project: string | null): string {
  return project === null ? tool : `${tool}:${project}`;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
