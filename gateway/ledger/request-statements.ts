import { usagePartsOf } from '../domain/usage.ts';
import type { SqlValue, Statement } from '../platform/connection.ts';
import type { ReservationRecord, SettlementRecord } from './records.ts';

/** The name of the setting that tells which gateway holds the ledger. */
export const HOLDER = 'holder';

/** Nothing is written for a gateway that does not hold the ledger any more; one that gives no name is not asked. */
const IS_HELD = `(?2 IS NULL OR ?2 = (SELECT value FROM settings WHERE name = '${HOLDER}'))`;

/** A request that an agent has begun before it became part of another one is that one's. */
const RESERVE = `
  INSERT INTO requests (id, sub_key_id, agent_id, provider, model, stream, started_at, reserved, price, lowered_output,
    endpoint, session, output_limit, project)
  SELECT value ->> 0, value ->> 1, IFNULL((SELECT merged_into FROM agents WHERE id = value ->> 2), value ->> 2),
    value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
    value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13
  FROM json_each(?1) WHERE ${IS_HELD}`;

const ATTRIBUTE = `
  UPDATE requests SET project = line.value ->> 1 FROM json_each(?1) AS line
  WHERE requests.id = line.value ->> 0 AND ${IS_HELD}`;

const RESIZE = `
  UPDATE requests SET reserved = line.value ->> 1 FROM json_each(?1) AS line
  WHERE requests.id = line.value ->> 0 AND requests.settled_at IS NULL AND ${IS_HELD}`;

/** Its rollups, savings and project follow by triggers, in the same step: they may never differ. */
const SETTLE = `
  UPDATE requests SET settled_at = line.value ->> 1, cost = line.value ->> 2, certainty = line.value ->> 3,
    basis = line.value ->> 4, outcome = line.value ->> 5, status = line.value ->> 6, input_tokens = line.value ->> 7,
    cache_read_tokens = line.value ->> 8, cache_write_tokens = line.value ->> 9, output_tokens = line.value ->> 10,
    usage_parts = line.value ->> 11, tier = line.value ->> 12, answered = line.value ->> 13
  FROM json_each(?1) AS line
  WHERE requests.id = line.value ->> 0 AND requests.settled_at IS NULL AND ${IS_HELD}`;

/** The writes of a request's life. Many rows fit into one statement, because each statement is a trip to another thread. */
export const requestStatements = {
  reserve: (row: ReservationRecord): Statement =>
    rowOf(RESERVE, [
      row.id,
      row.subKeyId,
      row.agentId,
      row.provider,
      row.model,
      Number(row.stream),
      row.startedAt,
      row.reserved,
      row.price,
      Number(row.loweredOutput),
      row.endpoint,
      row.session,
      row.outputLimit ?? null,
      row.project ?? null,
    ]),
  /** The repository in which the tool of a request worked. */
  attribute: (id: string, project: string): Statement => rowOf(ATTRIBUTE, [id, project]),
  /** Another amount for a request that runs. */
  resize: (id: string, reserved: number): Statement => rowOf(RESIZE, [id, reserved]),
  /** The settlement, and all sums that it is part of. A request that was settled before stays as it is. */
  settle: (row: Pick<ReservationRecord, 'id'>, end: SettlementRecord): readonly Statement[] => [
    rowOf(SETTLE, [
      row.id,
      end.settledAt,
      end.cost,
      end.certainty,
      end.basis,
      end.outcome,
      end.status,
      end.usage.input,
      end.usage.cacheRead,
      end.usage.cacheWrite,
      end.usage.output,
      JSON.stringify(usagePartsOf(end.usage)),
      end.usage.tier ?? null,
      end.answered ?? null,
    ]),
  ],
};

function rowOf(sql: string, params: readonly SqlValue[]): Statement {
  return { sql, params, isRow: true };
}
