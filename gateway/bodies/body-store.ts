import { join } from 'node:path';
import { z } from 'zod';
import { PurserError } from '../../shared/errors.ts';
import type { AgentId, RequestId } from '../../shared/ids.ts';
import { LOG_LIMIT, openConnection } from '../platform/connection.ts';
import type { Connection } from '../platform/connection.ts';
import { createTaskQueue } from '../platform/task-queue.ts';

/** A request's bodies, encrypted. */
export interface SealedBodies {
  readonly id: RequestId;
  readonly agentId: AgentId;
  /** When the request began, in epoch milliseconds. */
  readonly at: number;
  readonly request: Buffer;
  readonly response: Buffer;
}

/** The time from which on each agent's bodies are kept: older ones are deleted. */
export type KeepSince = ReadonlyMap<AgentId, number>;

/** A file of its own, `bodies.sqlite`: however much is kept, the ledger's writes and its size do not feel it. */
export interface BodyStore {
  /**
   * Writes them all in one commit, without those that `mayKeep` does not want any more.
   * @returns true when all together are too much now: `tidy` makes room
   */
  add(all: readonly SealedBodies[], mayKeep: (agentId: AgentId) => boolean): Promise<boolean>;
  find(id: RequestId): Promise<SealedBodies | undefined>;
  /**
   * Deletes bodies that are older than their agent keeps them, of an agent that keeps none, or too much in all.
   * @returns the number of requests
   */
  tidy(since: KeepSince): Promise<number>;
  close(): Promise<void>;
}

export const BODIES_FILE = 'bodies.sqlite';
/** All bodies together, as they lie on the disk; above it the oldest go. */
const MOST_FILE_BYTES = 2 ** 30;
const VERSION = 1;

const row = z.object({
  id: z.custom<RequestId>(),
  agentId: z.custom<AgentId>(),
  at: z.int(),
  request: z.instanceof(Buffer),
  response: z.instanceof(Buffer),
});
const numberRow = z.object({ value: z.int() });

/**
 * Opens the file, made when it is not there. Deleted data is overwritten with zeros, also in the journal.
 * @param mostBytes for tests
 * @throws PurserError `LEDGER_UNAVAILABLE`, `DATABASE_TOO_NEW`
 */
export async function openBodyStore(dataFolder: string, mostBytes = MOST_FILE_BYTES): Promise<BodyStore> {
  const connection = await openConnection(join(dataFolder, BODIES_FILE), 'write');
  try {
    await prepare(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
  // There is one connection: a transaction must not be mixed with another caller's statement.
  const turns = createTaskQueue();
  const number = async (sql: string): Promise<number> =>
    z.array(numberRow).parse(await connection.all(sql))[0]?.value ?? 0;
  const count = (): Promise<number> => number('SELECT count(*) AS value FROM bodies');
  const size = (): Promise<number> =>
    number('SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size) AS value');

  const deleteOld = async (since: KeepSince): Promise<void> => {
    const agents = [...since.keys()];
    for (const [agentId, from] of since)
      await connection.run('DELETE FROM bodies WHERE agent_id = ? AND at < ?', [agentId, from]);
    await connection.run('DELETE FROM bodies WHERE agent_id NOT IN (SELECT value FROM json_each(?))', [
      JSON.stringify(agents),
    ]);
  };
  const deleteTooMuch = async (): Promise<void> => {
    while ((await size()) > mostBytes && (await count()) > 0) {
      await connection.run(
        'DELETE FROM bodies WHERE id IN (SELECT id FROM bodies ORDER BY at LIMIT max(1, (SELECT count(*) FROM ' +
          'bodies) / 10))',
      );
    }
  };

  return {
    add: (all, mayKeep) =>
      turns.run(async () => {
        const wanted = all.filter(({ agentId }) => mayKeep(agentId));
        if (wanted.length === 0) return false;
        await connection.exec('BEGIN IMMEDIATE');
        try {
          for (const { id, agentId, at, request, response } of wanted) {
            await connection.run(
              'INSERT OR REPLACE INTO bodies (id, agent_id, at, request, response) VALUES (?, ?, ?, ?, ?)',
              [id, agentId, at, request, response],
            );
          }
          await connection.exec('COMMIT');
        } catch (error) {
          await connection.exec('ROLLBACK').catch(() => undefined);
          throw error;
        }
        return (await size()) > mostBytes;
      }),
    find: (id) =>
      turns.run(
        async () =>
          z
            .array(row)
            .parse(
              await connection.all('SELECT id, agent_id AS agentId, at, request, response FROM bodies WHERE id = ?', [
                id,
              ]),
            )[0],
      ),
    tidy: (since) =>
      turns.run(async () => {
        const before = await count();
        await deleteOld(since);
        await deleteTooMuch();
        const deleted = before - (await count());
        // Deleted rows also lie in the write-ahead log until that is written over.
        if (deleted > 0) await connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        return deleted;
      }),
    close: () => turns.run(() => connection.close()),
  };
}

async function prepare(connection: Connection): Promise<void> {
  // NORMAL: a power cut may lose the newest bodies, never the file. `auto_vacuum` gives back what deleting frees.
  await connection.exec(
    'PRAGMA auto_vacuum = FULL; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;',
  );
  await connection.exec(LOG_LIMIT);
  const [version] = z
    .array(numberRow)
    .parse(await connection.all('SELECT user_version AS value FROM pragma_user_version'));
  if ((version?.value ?? 0) > VERSION)
    throw new PurserError(
      'DATABASE_TOO_NEW',
      `${BODIES_FILE} was written by a newer Purser. Update Purser, or delete that file: it holds kept requests and ` +
        `replies only.`,
    );
  await connection.exec(`
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS bodies (
      id TEXT PRIMARY KEY,
      agent_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      request BLOB NOT NULL,
      response BLOB NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS bodies_by_time ON bodies (at);
    CREATE INDEX IF NOT EXISTS bodies_by_agent ON bodies (agent_id, at);
    PRAGMA user_version = ${VERSION};
    COMMIT;`);
}
