import { readCostMonth } from '../gateway/engine/reads/cost-month.ts';
import { readCosts } from '../gateway/engine/reads/costs.ts';
import { systemClock, systemRandom } from '../gateway/defaults.ts';
import { openEngine } from '../gateway/open-engine.ts';
import { createMemoryStore } from '../gateway/secrets/memory-store.ts';
import { COST_GROUPS, COST_RANGES, costsQuerySchema } from '../shared/contract/cost-views.ts';
import { millis, verdict, withYearOfRequests } from './year-of-requests.ts';

// How long the table of costs and its calendar may take, after a year of heavy use.
const MOST_MS = 300;
/** By conversation there are hundreds of thousands of groups, and each is looked at. */
const MOST_BY_SESSION_MS = 800;

await withYearOfRequests(
  {
    name: 'costs',
    description: 'Makes a large ledger and measures what the table of costs and the calendar ask of it.',
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
    for (const range of COST_RANGES) {
      for (const by of COST_GROUPS) {
        const query = costsQuerySchema.parse({ by, range });
        const took = await millis(() => readCosts(engine, query));
        console.log(
          `  ${range.padEnd(12)} by ${by.padEnd(9)} ${took.toFixed(0).padStart(5)} ms  ` +
            verdict(took, by === 'session' ? MOST_BY_SESSION_MS : MOST_MS),
        );
      }
    }
    const month = await millis(() => readCostMonth(engine));
    console.log(`  the calendar and its forecast ${month.toFixed(0).padStart(5)} ms  ${verdict(month, MOST_MS)}`);
    await stop(0);
  },
);
