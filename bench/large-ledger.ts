import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { formatSubKey, SUB_KEY_ENTROPY_BYTES } from '../gateway/domain/sub-key.ts';
import { openConnection } from '../gateway/platform/connection.ts';
import type { Connection } from '../gateway/platform/connection.ts';
import { openLedger } from '../gateway/ledger/ledger.ts';
import { policySchema } from '../shared/policy.ts';
import type { Policy } from '../shared/policy.ts';

const MONEY = 1_000_000_000;

/** Nine caps, one of each kind there is: as many windows as one owner can have open. */
export const NINE_CAPS: Policy = policySchema.parse({
  caps: [
    ...(['hour', 'day', 'week', 'month', 'total'] as const).map((window) => ({
      window,
      rolling: false,
      amount: 5_000_000 * MONEY,
    })),
    ...(['hour', 'day', 'week', 'month'] as const).map((window) => ({
      window,
      rolling: true,
      amount: 5_000_000 * MONEY,
    })),
  ],
});

/** The id of the n-th agent, sub-key or request of a ledger made here. */
export const idOf = {
  agent: (index: number): string => `agt_${String(index).padStart(12, '0')}`,
  key: (index: number): string => `key_${String(index).padStart(12, '0')}`,
};

/** The secret of the n-th sub-key. */
export function secretOf(index: number): string {
  // The same in every run.
  return formatSubKey(createHash('sha512').update(`sub-key ${index}`).digest().subarray(0, SUB_KEY_ENTROPY_BYTES));
}

export interface LargeLedgerOptions {
  readonly dataFolder: string;
  readonly agents: number;
  /** Spread over the first agents. */
  readonly keys: number;
  /** Set on every agent and sub-key, the provider and everything. */
  readonly policy: Policy;
}

/** Makes an empty ledger with this many owners. The caller writes what they spent, and closes the connection. */
export async function makeLedger({ dataFolder, agents, keys, policy }: LargeLedgerOptions): Promise<Connection> {
  await (await openLedger(dataFolder)).close();
  const connection = await openConnection(join(dataFolder, 'ledger.sqlite'), 'write');
  // Nothing here has to survive a power cut.
  await connection.exec('PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -400000; BEGIN');
  for (let index = 0; index < agents; index += 1) {
    await connection.run('INSERT INTO agents (id, name, created_at) VALUES (?, ?, 0)', [
      idOf.agent(index),
      `Agent ${index}`,
    ]);
  }
  for (let index = 0; index < keys; index += 1) {
    const hash = createHash('sha256').update(secretOf(index)).digest('hex');
    await connection.run("INSERT INTO sub_keys (id, agent_id, hash, hint, created_at) VALUES (?, ?, ?, '0000', 0)", [
      idOf.key(index),
      idOf.agent(index % agents),
      hash,
    ]);
  }
  await connection.run(
    "INSERT INTO providers (name, kind, base_url, created_at) VALUES ('openai', 'openai', 'http://127.0.0.1:9/v1', 0)",
  );
  await connection.run(
    `INSERT INTO policies (scope, policy)
     SELECT 'agent:' || id, ?1 FROM agents UNION ALL SELECT 'key:' || id, ?1 FROM sub_keys UNION ALL SELECT ` +
      `'provider:openai', ?1 UNION ALL SELECT 'everything', ?1`,
    [JSON.stringify(policy)],
  );
  await connection.exec('COMMIT');
  return connection;
}

const counted = z.object({ count: z.int() });

/** How many rows a table has. */
export async function countRows(connection: Connection, table: 'requests' | 'rollups'): Promise<number> {
  const [row] = await connection.all(`SELECT count(*) AS count FROM ${table}`);
  return counted.parse(row).count;
}
