import { readPeriods } from '../gateway/engine/reads/usage.ts';
import { readSeries } from '../gateway/engine/reads/series.ts';
import { systemClock, systemRandom } from '../gateway/defaults.ts';
import { openEngine } from '../gateway/open-engine.ts';
import { createMemoryStore } from '../gateway/secrets/memory-store.ts';
import { SERIES_GROUPS, SERIES_RANGES } from '../shared/contract/usage-views.ts';
import type { SeriesQuery } from '../shared/contract/usage-views.ts';
import { millis, verdict, withYearOfRequests } from './year-of-requests.ts';

// How long the dashboard waits for its charts, after a year of heavy use.
const MOST_MS = 300;
const DAY_MS = 86_400_000;

type Ask = (query: SeriesQuery) => Promise<unknown>;

/** Every way to group it; the slowest counts. */
async function measure(ask: Ask, name: string, query: Omit<SeriesQuery, 'by'>): Promise<void> {
  let worst = 0;
  let by = '';
  for (const group of SERIES_GROUPS) {
    const took = await millis(() => ask({ ...query, by: group }));
    if (took > worst) [worst, by] = [took, group];
  }
  console.log(`  ${name.padEnd(26)} ${worst.toFixed(0).padStart(4)} ms by ${by.padEnd(9)} ${verdict(worst, MOST_MS)}`);
}

await withYearOfRequests(
  {
    name: 'series',
    description: 'Makes a large ledger and measures what the charts ask of it.',
    rows: 10_000_000,
    policy: {},
  },
  async ({ dataFolder }) => {
    const config = {
      dataFolder,
      port: 0,
      timeZone: 'Europe/Berlin',
      version: '0.0.0-bench',
      simulated: false,
      maxBodyBytes: 2 ** 20,
    };
    const { engine, stop } = await openEngine(
      { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets: createMemoryStore() },
      config,
    );
    const ask: Ask = (query) => readSeries(engine, query);
    const first = await millis(() => ask({ range: 'year', by: 'agent' }));
    console.log(
      `  ${'the first, of a year'.padEnd(26)} ${first.toFixed(0).padStart(4)} ms by ` +
        `agent     ${verdict(first, MOST_MS)}`,
    );
    for (const range of SERIES_RANGES) await measure(ask, range, { range });
    // Zoomed: on odd moments, so that no stretch falls on the edges of another.
    const to = Date.now() - 40 * DAY_MS - 12_345;
    for (const [name, length] of [
      ['two hours, zoomed', 7_200_000],
      ['two days, zoomed', 2 * DAY_MS],
      ['ten weeks, zoomed', 70 * DAY_MS],
      ['300 days, zoomed', 300 * DAY_MS],
    ] as const) {
      await measure(ask, name, { range: 'year', span: { from: to - length, to } });
    }
    const periods = await millis(() => readPeriods(engine));
    console.log(
      `  ${'day, week and month'.padEnd(26)} ${periods.toFixed(0).padStart(4)} ` +
        `ms              ${verdict(periods, MOST_MS)}`,
    );
    await stop(0);
  },
);
