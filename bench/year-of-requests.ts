import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import type { Policy } from '../shared/policy.ts';
import { countRows, makeLedger } from './large-ledger.ts';

/** A ledger that a year of heavy use has left behind. */
export interface YearOfRequests {
  readonly dataFolder: string;
  readonly rows: number;
  readonly keys: number;
  /** How many of them spend at a time. */
  readonly active: number;
}

interface YearOptions {
  /** How the benchmark calls itself. */
  readonly name: string;
  readonly description: string;
  /** Requests, unless `--rows` says otherwise. */
  readonly rows: number;
  /** Set on every agent and sub-key, the provider and everything. */
  readonly policy: Policy;
  /** Requests that were under way when the last gateway was killed. */
  readonly crashed?: number;
}

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;
const DAYS = 365;
/** Ten hours a day. */
const QUARTERS = 40;
/** Of the prices below, what 100 tokens out of the cache save, in nano-dollars. */
const SAVED = 225_000;
/** Refused requests: as many as are kept at all. */
const REFUSALS = 20_000;
/** Where a twentieth of the requests were made, by sub-keys for no folder. */
export const PROJECT = '/home/me/shop';
/** A model that was used once, long ago. */
export const RARE_MODEL = 'rare-model';

/** Makes a ledger of a year up to now, measures, and takes it away again. */
export async function withYearOfRequests(
  { name, description, rows: usual, policy, crashed = 0 }: YearOptions,
  measure: (year: YearOfRequests) => Promise<void>,
): Promise<void> {
  const program = new Command(name)
    .description(description)
    .option('--rows <number>', 'requests in the ledger', Number, usual)
    .option('--keys <number>', 'sub-keys there are, each with a life of its own in that year', Number, 1_000)
    .option('--active <number>', 'of these, how many spend at a time, ten hours a day', Number, 8)
    .parse();
  const { rows, keys, active } = z
    .object({ rows: z.int().positive(), keys: z.int().positive(), active: z.int().positive() })
    .parse(program.opts());
  const dataFolder = await mkdtemp(join(tmpdir(), `purser-${name}-`));
  try {
    const year = { dataFolder, rows, keys, active };
    let rollups = 0;
    const took = await millis(async () => (rollups = await generate(year, policy, crashed)));
    console.log(
      `${name}: ${rows.toLocaleString('en')} requests of ${keys.toLocaleString('en')} sub-keys, ${active} of them at ` +
        `a time, over ${DAYS} days, ${rollups.toLocaleString('en')} rollups; made in ${(took / 1000).toFixed(0)} s`,
    );
    await measure(year);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/**
 * Quarter hour by quarter hour, in the order of time, so that indexes over time grow at their end as they really do.
 * Two models and a rare one; one request in five thousand was cut. The rollups are what the settlements would have
 * added up.
 */
async function generate(
  { dataFolder, rows, keys, active }: YearOfRequests,
  policy: Policy,
  crashed: number,
): Promise<number> {
  const connection = await makeLedger({ dataFolder, agents: keys, keys, policy });
  const end = Math.floor(Date.now() / QUARTER_MS) * QUARTER_MS;
  const begin = end - (DAYS - 1) * DAY_MS - QUARTERS * QUARTER_MS;
  const settled = `i < ${rows - crashed}`;
  await connection.exec(
    `
    BEGIN;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows - 1}),
      placed AS (SELECT i, CAST(i / ${rows / (DAYS * QUARTERS)} AS INTEGER) AS quarter FROM n),
      timed AS (SELECT i, ${begin} + (quarter / ${QUARTERS}) * ${DAY_MS} + (quarter % ${QUARTERS}) * ${QUARTER_MS} + ` +
      `i % ${QUARTER_MS} AS at,
        (quarter * ${keys} / ${DAYS * QUARTERS} + i % ${active}) % ${keys} AS owner FROM placed)
    INSERT INTO requests (id, sub_key_id, agent_id, provider, model, stream, started_at, reserved, price, ` +
      `lowered_output, project, settled_at, cost, certainty,
      outcome, status, input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, session)
    SELECT printf('req_%016d', (i * 7919) % ${rows}), printf('key_%012d', owner), printf('agt_%012d', owner), 'openai',
      iif(i = 77, '${RARE_MODEL}', iif(i / ${active} % 3 = 0, 'gpt-5', 'gpt-4o')), 1, at, 9000000, ` +
      `'{"input_mtok":2.5,"output_mtok":10,"cache_read_mtok":0.25}', 0, iif(i % 20 = 0, '${PROJECT}', NULL),
      iif(${settled}, at + 4000, NULL), iif(${settled}, 1000000 + i % 777, NULL), 'exact', iif(i % 5000 = 0, 'cut', ` +
      `'served'), 200, 900, 100, 0, 90, printf('conversation-%d-%d', i / 400, i % ${active})
    FROM timed;
    INSERT INTO rollups SELECT started_at - started_at % ${QUARTER_MS}, sub_key_id, agent_id, provider, model, ` +
      `count(*), sum(cost), sum(input_tokens), sum(output_tokens), sum(cache_read_tokens)
      FROM requests WHERE settled_at IS NOT NULL GROUP BY 1, 2, 3, 4, 5;
    INSERT INTO refusals (id, agent_id, sub_key_id, provider, model, endpoint, session, project, rule, message, status,
      first_at, last_at, count)
    SELECT printf('ref_%016d', rowid), agent_id, sub_key_id, provider, model, 'responses', NULL, project, 'cap',
      'Agent has used $5.00 of its $5.00 for today. Resets at 00:00.', 403, settled_at, settled_at + 1, 3
      FROM requests WHERE settled_at IS NOT NULL AND rowid % MAX(1, ${rows} / ${REFUSALS}) = 0;
    INSERT INTO session_spend
        (bucket, sub_key_id, session, requests, cost, input_tokens, cache_read_tokens, output_tokens)
      SELECT started_at - started_at % ${QUARTER_MS}, sub_key_id, session, count(*), sum(cost), sum(input_tokens),
        sum(cache_read_tokens), sum(output_tokens)
      FROM requests WHERE settled_at IS NOT NULL GROUP BY 1, 2, 3;
    INSERT INTO cache_savings SELECT bucket, sum(requests) * ${SAVED} FROM rollups GROUP BY 1;
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);
  `,
  );
  const made = await countRows(connection, 'rollups');
  await connection.close();
  return made;
}

/** How long something takes, in milliseconds. */
export async function millis(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** `within 300 ms`, or that it is above: then the benchmark ends with 1. */
export function verdict(took: number, most: number): string {
  if (took > most) process.exitCode = 1;
  return `${took <= most ? 'within' : 'ABOVE'} ${most} ms`;
}
