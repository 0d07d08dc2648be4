import type { Policy, PolicyScope } from '../../shared/policy.ts';
import type { KeyFrom } from '../../shared/key-source/key-source-views.ts';
import type { Deployments, DeploymentType } from '../../shared/providers/deployments.ts';
import type { CapRaise } from '../domain/caps/cap-book.ts';
import type { PriceOverride } from '../domain/price/price-override.ts';
import type { Bill } from '../domain/reconcile/bill.ts';
import { mergeStatements } from './merge-agents.ts';
import { addSaving, takeSaving } from './read/cache-saving.ts';
import type { BilledRow } from './read/read-billed.ts';
import type { AgentRecord, EndReason, OldSecretRecord, OwnerRecord, ProviderRecord, SubKeyRecord } from './records.ts';
import { mcpStatements } from './mcp-statements.ts';
import { requestStatements } from './request-statements.ts';
import type { Statement } from '../platform/connection.ts';

/** Width of a rollup bucket: a quarter of an hour, because every time zone's midnight falls on one. */
export const BUCKET_MS = 15 * 60_000;

/** The quarter of an hour that a request counts in: the one it began in, as its row has it by now. */
const BUCKET = `started_at - started_at % ${BUCKET_MS}`;

/** A sub-key that has not ended. */
type NewSubKey = Omit<SubKeyRecord, 'endReason' | 'name'> & Partial<Pick<SubKeyRecord, 'name'>>;

/** Every write there is, as data for the write queue. */
export const statements = {
  addAgent: (agent: Pick<AgentRecord, 'id' | 'name' | 'createdAt' | 'paused'>): Statement => ({
    sql: 'INSERT INTO agents (id, name, created_at, paused) VALUES (?, ?, ?, ?)',
    params: [agent.id, agent.name, agent.createdAt, Number(agent.paused)],
  }),
  pauseAgent: (id: string, paused: boolean): Statement => ({
    sql: 'UPDATE agents SET paused = ? WHERE id = ?',
    params: [Number(paused), id],
  }),
  renameAgent: (id: string, name: string, before: string): readonly Statement[] => [
    { sql: 'UPDATE agents SET name = ? WHERE id = ?', params: [name, id] },
    { sql: 'INSERT OR REPLACE INTO earlier_names (name, agent_id) VALUES (?, ?)', params: [before.toLowerCase(), id] },
  ],
  archiveAgent: (id: string, at: number | null): Statement => ({
    sql: 'UPDATE agents SET archived_at = ? WHERE id = ?',
    params: [at, id],
  }),
  /** Its name is free then. */
  deleteAgent: (id: string, at: number): Statement => ({
    sql: 'UPDATE agents SET deleted_at = ?, former_name = name, name = id WHERE id = ? AND deleted_at IS NULL',
    params: [at, id],
  }),
  addProvider: (provider: ProviderRecord): Statement => ({
    sql:
      'INSERT INTO providers (name, kind, base_url, created_at, http, stops_when_left, key_from) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?)',
    params: [
      provider.name,
      provider.kind,
      provider.baseUrl,
      provider.createdAt,
      provider.http ? JSON.stringify(provider.http) : null,
      provider.stopsWhenLeft ?? null,
      provider.keyFrom ? JSON.stringify(provider.keyFrom) : null,
    ],
  }),
  setKeyFrom: (name: string, from: KeyFrom | null): Statement => ({
    sql: 'UPDATE providers SET key_from = ? WHERE name = ?',
    params: [from && JSON.stringify(from), name],
  }),
  setStopsWhenLeft: (name: string, answer: 'yes' | 'no' | null): Statement => ({
    sql: 'UPDATE providers SET stops_when_left = ? WHERE name = ?',
    params: [answer, name],
  }),
  setDeployments: (name: string, deployments: Deployments): Statement => ({
    sql: 'UPDATE providers SET deployments = ? WHERE name = ?',
    params: [JSON.stringify(deployments), name],
  }),
  setDeploymentType: (name: string, type: DeploymentType | null): Statement => ({
    sql: 'UPDATE providers SET deployment_type = ? WHERE name = ?',
    params: [type, name],
  }),
  /** @param at since when there is one; null: there is none any more */
  setAdminKey: (name: string, at: number | null): Statement => ({
    sql: 'UPDATE providers SET admin_key_at = ? WHERE name = ?',
    params: [at, name],
  }),
  /** The bill of a provider that was read last. */
  keepBill: (provider: string, at: number, bill: Bill): Statement => ({
    sql: 'INSERT OR REPLACE INTO bills (provider, at, bill) VALUES (?, ?, ?)',
    params: [provider, at, JSON.stringify(bill)],
  }),
  removeProvider: (name: string): Statement => ({ sql: 'DELETE FROM providers WHERE name = ?', params: [name] }),
  addSubKey: ({ name = null, ...key }: NewSubKey): Statement => ({
    sql:
      'INSERT INTO sub_keys (id, agent_id, hash, hint, created_at, project, name) VALUES ' +
      // Its agent may have become part of another one meanwhile.
      '(?1, IFNULL((SELECT merged_into FROM agents WHERE id = ?2), ?2), ?3, ?4, ?5, ?6, ?7)',
    params: [key.id, key.agentId, key.hash, key.hint, key.createdAt, key.project, name],
  }),
  setPolicy: (scope: PolicyScope, policy: Policy): Statement => ({
    sql: 'INSERT OR REPLACE INTO policies (scope, policy) VALUES (?, ?)',
    params: [scope, JSON.stringify(policy)],
  }),
  raiseCap: ({ owner, window, rolling, extra, until }: CapRaise): Statement => ({
    sql: 'INSERT OR REPLACE INTO raises (scope, window, rolling, extra, until) VALUES (?, ?, ?, ?, ?)',
    params: [owner, window, Number(rolling), extra, until],
  }),
  /** A new cost for a settled request, in its rollup too. A cost that was changed meanwhile stays as it is. */
  reprice: (row: BilledRow, cost: number, price: string): readonly Statement[] => [
    ...takeSaving({ ...row, bucket: BUCKET }, row.cost),
    {
      sql: 'UPDATE requests SET cost = ?, price = ? WHERE id = ? AND cost = ?',
      params: [cost, price, row.id, row.cost],
    },
    {
      sql: `UPDATE rollups SET cost = cost + ?
            WHERE changes() > 0 AND bucket = (SELECT ${BUCKET} FROM requests WHERE id = ?)
              AND sub_key_id = ? AND provider = ? AND model = ?`,
      params: [cost - row.cost, row.id, row.subKeyId, row.provider, row.model],
    },
    ...addSaving({ ...row, bucket: BUCKET }),
  ],
  /** Marks a settled request whose cost a person has corrected. Goes with {@link reprice}. */
  markCorrected: (id: string): Statement => ({
    sql: "UPDATE requests SET basis = 'corrected', certainty = 'exact' WHERE id = ?",
    params: [id],
  }),
  /** Marks a settled request whose cost was lowered to what the bill of its day leaves. Goes with {@link reprice}. */
  markBilled: (id: string): Statement => ({
    sql: "UPDATE requests SET basis = 'bill', certainty = 'estimated' WHERE id = ?",
    params: [id],
  }),
  /** Marks a settled request whose cost the provider has reported afterwards. Goes with {@link reprice}. */
  markReported: (id: string): Statement => ({
    sql: "UPDATE requests SET basis = 'usage', certainty = 'exact' WHERE id = ?",
    params: [id],
  }),
  pauseSubKey: (id: string, paused: boolean): Statement => ({
    sql: 'UPDATE sub_keys SET paused = ? WHERE id = ?',
    params: [Number(paused), id],
  }),
  revokeSubKey: (id: string, at: number, reason: EndReason): Statement => ({
    sql: 'UPDATE sub_keys SET revoked_at = ?, end_reason = ? WHERE id = ?',
    params: [at, reason, id],
  }),
  restoreSubKey: (id: string): Statement => ({
    sql: 'UPDATE sub_keys SET revoked_at = NULL, end_reason = NULL WHERE id = ?',
    params: [id],
  }),
  nameSubKey: (id: string, name: string | null): Statement => ({
    sql: 'UPDATE sub_keys SET name = ? WHERE id = ?',
    params: [name, id],
  }),
  /**
   * @param forgetBefore older secrets of the same sub-key that ended before it are forgotten: nothing sends them any
   * more
   */
  rotateSubKey: (key: SubKeyRecord, old: OldSecretRecord, forgetBefore: number): readonly Statement[] => [
    { sql: 'DELETE FROM old_secrets WHERE sub_key_id = ? AND valid_until < ?', params: [key.id, forgetBefore] },
    {
      sql: 'INSERT INTO old_secrets (hash, sub_key_id, valid_until) VALUES (?, ?, ?)',
      params: [old.hash, old.subKeyId, old.validUntil],
    },
    {
      sql: 'UPDATE sub_keys SET hash = ?, hint = ?, rotated_at = ? WHERE id = ?',
      params: [key.hash, key.hint, key.rotatedAt, key.id],
    },
  ],
  setPrice: (price: PriceOverride): Statement => ({
    sql:
      'INSERT OR REPLACE INTO prices (model, provider, input, output, cache_read, cache_write, assumed) VALUES ' +
      '(?, ?, ?, ?, ?, ?, ?)',
    params: [
      price.model,
      price.provider ?? '',
      price.input,
      price.output,
      price.cacheRead,
      price.cacheWrite,
      Number(price.assumed === true),
    ],
  }),
  removePrice: (model: string, provider: string | null): Statement => ({
    sql: 'DELETE FROM prices WHERE model = ? AND provider = ?',
    params: [model, provider ?? ''],
  }),
  saveConnection: (id: string, record: string, before: string): Statement => ({
    sql: 'INSERT OR REPLACE INTO connections (id, record, before) VALUES (?, ?, ?)',
    params: [id, record, before],
  }),
  removeConnection: (id: string): Statement => ({ sql: 'DELETE FROM connections WHERE id = ?', params: [id] }),
  setSetting: (name: string, value: string): Statement => ({
    sql: 'INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)',
    params: [name, value],
  }),
  removeSetting: (name: string): Statement => ({ sql: 'DELETE FROM settings WHERE name = ?', params: [name] }),
  setOwner: ({ thing, subKeyId }: OwnerRecord): Statement => ({
    sql: 'INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)',
    params: [`owner:${thing}`, subKeyId],
  }),
  removeOwner: (thing: string): Statement => ({
    sql: 'DELETE FROM settings WHERE name = ?',
    params: [`owner:${thing}`],
  }),
  ...mergeStatements,
  ...mcpStatements,
  ...requestStatements,
};
