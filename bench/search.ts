import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { SERIES_GROUPS, SERIES_RANGES } from '../shared/contract/usage-views.ts';
import type { RequestSearch } from '../shared/contract/usage-views.ts';
import { agentIdSchema } from '../shared/ids.ts';
import { seriesEdges } from '../gateway/domain/series-edges.ts';
import { createWindowCalendar } from '../gateway/domain/windows.ts';
import { openLedger } from '../gateway/ledger/ledger.ts';
import type { Ledger } from '../gateway/ledger/ledger.ts';
import type { SearchPlace } from '../gateway/ledger/read-requests.ts';
import { idOf, makeLedger } from './large-ledger.ts';

// How long the dashboard waits for its chart and for a page of requests, on a year of heavy use.
const MOST_CHART_MS = 300;
const MOST_PAGE_MS = 100;
const DAYS = 365;
const PAGE = 100;

const program = new Command('search')
  .description('Makes a large ledger and measures what the dashboard asks of it.')
  .option('--rows <number>', 'requests in the ledger', Number, 1_000_000)
  .option('--keys <number>', 'sub-keys that spend, ten hours a day', Number, 8)
  .parse();
const { rows, keys } = z.object({ rows: z.int().positive(), keys: z.int().positive() }).parse(program.opts());
const dataFolder = await mkdtemp(join(tmpdir(), 'purser-search-'));

/** Two models and one that was used once, long ago; one in five thousand was cut. */
async function generate(): Promise<void> {
  const connection = await makeLedger({ dataFolder, agents: keys, keys, policy: {} });
  const perQuarter = rows / (DAYS * 40);
  const begin = Math.floor(Date.now() / 86_400_000) * 86_400_000 - (DAYS - 1) * 86_400_000 + 8 * 3_600_000;
  await connection.exec(`
    BEGIN;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows - 1}),
      placed AS (SELECT i, CAST(i / ${perQuarter} AS INTEGER) AS quarter FROM n),
      timed AS (SELECT i, ${begin} + (quarter / 40) * 86400000 + (quarter % 40) * 900000 + i % 900000 AS at FROM placed)
    INSERT INTO requests (id, sub_key_id, agent_id, provider, model, stream, started_at, reserved, price, lowered_output, settled_at, cost, certainty,
      outcome, status, input_tokens, cache_read_tokens, cache_write_tokens, output_tokens)
    SELECT printf('req_%016d', (i * 7919) % ${rows}), printf('key_%012d', i % ${keys}), printf('agt_%012d', i % ${keys}), 'openai',
      iif(i = 77, 'rare-model', iif(i / ${keys} % 3 = 0, 'gpt-5', 'gpt-4o')), 1, at, 9000000, '{"input_mtok":2.5,"output_mtok":10,"cache_read_mtok":0.25}', 0, at + 4000,
      1000000 + i % 777, 'exact', iif(i % 5000 = 0, 'cut', 'served'), 200, 900, 100, 0, 90
    FROM timed;
    INSERT INTO rollups SELECT started_at - started_at % 900000, sub_key_id, agent_id, provider, model, count(*), sum(cost), sum(input_tokens), sum(output_tokens)
      FROM requests GROUP BY 1, 2, 3, 4, 5;
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);
  `);
  await connection.close();
}

const millis = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

async function measureCharts(ledger: Ledger): Promise<void> {
  const calendar = createWindowCalendar('Europe/Berlin');
  for (const range of SERIES_RANGES) {
    const { edges, previous } = seriesEdges(range, Date.now(), calendar);
    const took: number[] = [];
    for (const by of SERIES_GROUPS) took.push(await millis(() => Promise.all([ledger.points(edges, by), ledger.totals(previous)])));
    const worst = Math.max(...took);
    console.log(`  chart ${range.padEnd(8)} ${worst.toFixed(0).padStart(5)} ms  ${worst <= MOST_CHART_MS ? 'within' : 'ABOVE'} ${MOST_CHART_MS} ms`);
  }
}

/** Reads pages until one is full or all was looked through, as the list does. */
async function measureSearch(ledger: Ledger, name: string, search: RequestSearch): Promise<void> {
  let from: SearchPlace | undefined;
  let found = 0;
  const took: number[] = [];
  do {
    took.push(
      await millis(async () => {
        const page = await ledger.search({ ...search, limit: PAGE }, from);
        found += page.requests.length;
        from = page.next;
      }),
    );
  } while (from && found < PAGE);
  const worst = Math.max(...took);
  console.log(`  ${name.padEnd(22)} ${String(found).padStart(4)} found in ${took.length} pages, the slowest ${worst.toFixed(0)} ms  ${worst <= MOST_PAGE_MS ? 'within' : 'ABOVE'} ${MOST_PAGE_MS} ms`);
}

try {
  const made = await millis(generate);
  console.log(`search: ${rows.toLocaleString('en')} requests of ${keys} sub-keys over ${DAYS} days; made in ${(made / 1000).toFixed(0)} s`);
  const ledger = await openLedger(dataFolder);
  await measureCharts(ledger);
  await measureSearch(ledger, 'everything', {});
  await measureSearch(ledger, 'one agent', { agentId: agentIdSchema.parse(idOf.agent(3)) });
  await measureSearch(ledger, 'part of a model', { text: 'GPT-5' });
  await measureSearch(ledger, 'what was cut', { outcome: 'cut' });
  await measureSearch(ledger, 'one of a million', { text: 'rare' });
  await measureSearch(ledger, 'nothing', { text: 'no such thing' });
  await ledger.close();
} finally {
  await rm(dataFolder, { recursive: true, force: true });
}
