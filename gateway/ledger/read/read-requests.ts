import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import { requestViewSchema } from '../../../shared/contract/views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import type { Connection } from '../../platform/connection.ts';

const requestRow = requestViewSchema.extend({
  stream: z.number().transform((value) => value !== 0),
  loweredOutput: z.number().transform((value) => value !== 0),
  usageParts: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.record(z.string(), z.number())),
});

const REQUEST_COLUMNS =
  `r.id, r.agent_id AS agentId, IFNULL(a.former_name, a.name) AS agent, r.sub_key_id AS subKeyId, r.provider, ` +
  `r.model, r.stream,
  r.started_at AS startedAt, r.settled_at AS settledAt, r.input_tokens AS inputTokens, r.cache_read_tokens AS ` +
  `cacheReadTokens,
  r.cache_write_tokens AS cacheWriteTokens, r.output_tokens AS outputTokens, r.cost, r.certainty, r.basis, ` +
  `r.outcome, r.status,
  r.lowered_output AS loweredOutput, r.output_limit AS outputLimit, r.usage_parts AS usageParts, r.tier, r.endpoint, ` +
  `r.session`;

/** The newest settled requests, newest first. */
export async function readRecent(connection: Connection, limit: number): Promise<readonly RequestView[]> {
  const rows = await connection.all(
    `SELECT ${REQUEST_COLUMNS} FROM requests r JOIN agents a ON a.id = r.agent_id
     WHERE r.settled_at IS NOT NULL ORDER BY r.settled_at DESC, r.id DESC LIMIT ?`,
    [limit],
  );
  return z.array(requestRow).parse(rows);
}

/** These requests, newest first, without those that are not settled. */
export async function readSettled(connection: Connection, ids: readonly string[]): Promise<readonly RequestView[]> {
  const rows = await connection.all(
    `SELECT ${REQUEST_COLUMNS} FROM requests r JOIN agents a ON a.id = r.agent_id
     WHERE r.id IN (SELECT value FROM json_each(?)) AND r.settled_at IS NOT NULL ORDER BY r.settled_at DESC, r.id DESC`,
    [JSON.stringify(ids)],
  );
  return z.array(requestRow).parse(rows);
}

const detailRow = requestRow.extend({
  reserved: nanodollarsSchema,
  price: z.string(),
  answered: z.string().nullable(),
});
type DetailRow = z.infer<typeof detailRow>;

/**
 * One settled request with the money that was held for it, the rates of that moment as JSON, and how its provider
 * failed.
 */
export async function readRequest(connection: Connection, id: string): Promise<DetailRow | undefined> {
  const rows = await connection.all(
    `SELECT ${REQUEST_COLUMNS}, r.reserved, r.price, r.answered FROM requests r JOIN agents a ON a.id = r.agent_id
     WHERE r.id = ? AND r.settled_at IS NOT NULL`,
    [id],
  );
  return z.array(detailRow).parse(rows)[0];
}

const aboutRow = z.object({ seq: z.int(), at: z.int(), kind: z.string(), text: z.string() });

/**
 * Reads the audit entries between two moments about a request: by its own id, its sub-key, its agent, or everything.
 */
export async function readAuditAround(
  connection: Connection,
  request: RequestView,
  fromMs: number,
  toMs: number,
): Promise<readonly z.infer<typeof aboutRow>[]> {
  const rows = await connection.all(
    `SELECT seq, at, kind, text FROM audit WHERE at BETWEEN ? AND ?
       AND (request_id = ? OR (request_id IS NULL AND (sub_key_id = ? OR (sub_key_id IS NULL AND (agent_id IS NULL ` +
      `OR agent_id = ?)))))
     ORDER BY seq LIMIT 20`,
    [fromMs, toMs, request.id, request.subKeyId, request.agentId],
  );
  return z.array(aboutRow).parse(rows);
}
