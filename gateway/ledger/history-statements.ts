import type { Statement } from '../platform/connection.ts';

/** One piece of a deletion: running requests are written between two of them. */
export const DELETED_AT_ONCE = 1_000;
/** Stands for the models of deleted history, whose sum alone is kept. */
export const DELETED_MODEL = '(deleted history)';

/** Deletes the oldest {@link DELETED_AT_ONCE} requests that were settled before a moment. Sums stay as they are. */
export function deleteRequestsBefore(moment: number): Statement {
  return {
    sql: `DELETE FROM requests WHERE rowid IN
            (SELECT rowid FROM requests WHERE settled_at < ? ORDER BY settled_at LIMIT ${DELETED_AT_ONCE})`,
    params: [moment],
  };
}

/**
 * Takes everything older than a moment out of the charts. What each sub-key has spent at each provider in all stays,
 * as one sum without a date and a model: caps on a total must not begin again.
 */
export function deleteSumsBefore(moment: number): readonly Statement[] {
  return [
    {
      sql: `INSERT INTO rollups (bucket, sub_key_id, agent_id, provider, model, requests, cost, input_tokens,
                output_tokens)
            SELECT 0, sub_key_id, agent_id, provider, ?2, SUM(requests), SUM(cost), SUM(input_tokens),
                SUM(output_tokens)
              FROM rollups WHERE bucket < ?1 AND bucket > 0 GROUP BY sub_key_id, agent_id, provider
            ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, cost = cost + excluded.cost,
              input_tokens = input_tokens + excluded.input_tokens,
              output_tokens = output_tokens + excluded.output_tokens`,
      params: [moment, DELETED_MODEL],
    },
    { sql: 'DELETE FROM rollups WHERE bucket < ? AND bucket > 0', params: [moment] },
    { sql: 'DELETE FROM cache_savings WHERE bucket < ?', params: [moment] },
    { sql: 'DELETE FROM project_spend WHERE bucket < ?', params: [moment] },
    // What nobody can find any more is not offered as a filter either.
    {
      sql: `DELETE FROM used_models WHERE model = ? OR NOT EXISTS (SELECT 1 FROM rollups u WHERE
              u.sub_key_id = used_models.sub_key_id AND u.provider = used_models.provider
                AND u.model = used_models.model)`,
      params: [DELETED_MODEL],
    },
  ];
}
