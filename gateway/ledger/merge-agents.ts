import type { Statement } from '../platform/connection.ts';

/** Most rows that one step of a merge looks at: the writes of requests go on between two steps. */
export const MERGE_STEP_ROWS = 5_000;

const MERGING = 'merging:';

/** The writes by which one agent becomes part of another. */
export const mergeStatements = {
  /**
   * Everything that works from then on, and the sums that caps are counted from. The requests of its past follow in
   * steps of {@link mergeStatements.moveRequests}; a mark stays until that is done.
   */
  mergeAgent: (id: string, into: string, name: string): readonly Statement[] => [
    { sql: 'UPDATE agents SET former_name = name, name = id, merged_into = ? WHERE id = ?', params: [into, id] },
    { sql: 'UPDATE agents SET merged_into = ? WHERE merged_into = ?', params: [into, id] },
    { sql: 'UPDATE sub_keys SET agent_id = ? WHERE agent_id = ?', params: [into, id] },
    { sql: 'UPDATE requests SET agent_id = ? WHERE settled_at IS NULL AND agent_id = ?', params: [into, id] },
    { sql: 'UPDATE rollups SET agent_id = ? WHERE agent_id = ?', params: [into, id] },
    { sql: 'UPDATE used_models SET agent_id = ? WHERE agent_id = ?', params: [into, id] },
    { sql: 'UPDATE refusals SET agent_id = ? WHERE agent_id = ?', params: [into, id] },
    { sql: 'UPDATE earlier_names SET agent_id = ? WHERE agent_id = ?', params: [into, id] },
    { sql: 'INSERT OR REPLACE INTO earlier_names (name, agent_id) VALUES (?, ?)', params: [name.toLowerCase(), into] },
    { sql: 'DELETE FROM policies WHERE scope = ?', params: [`agent:${id}`] },
    { sql: 'DELETE FROM raises WHERE scope = ?', params: [`agent:${id}`] },
    { sql: 'DELETE FROM settings WHERE name = ?', params: [`token:${id}`] },
    { sql: 'INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', params: [MERGING + id, into] },
  ],
  /** Moves the settled requests behind row `after`, a step of them. */
  moveRequests: (from: string, into: string, after: number): Statement => ({
    sql: 'UPDATE requests SET agent_id = ? WHERE agent_id = ? AND rowid > ? AND rowid <= ?',
    params: [into, from, after, after + MERGE_STEP_ROWS],
  }),
  endMerge: (id: string): Statement => ({ sql: 'DELETE FROM settings WHERE name = ?', params: [MERGING + id] }),
};
