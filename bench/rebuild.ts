import { systemClock, systemRandom } from '../gateway/defaults.ts';
import { openEngine } from '../gateway/open-engine.ts';
import { openLedger } from '../gateway/ledger/ledger.ts';
import { createMemoryStore } from '../gateway/secrets/memory-store.ts';
import { NINE_CAPS } from './large-ledger.ts';
import { millis, verdict, withYearOfRequests } from './year-of-requests.ts';

// How long a gateway takes to know what everybody has spent, from a year of heavy use.
const MOST_MS = 1_000;
const ROUNDS = 3;
const CRASHED = 50;

await withYearOfRequests(
  {
    name: 'rebuild',
    description: 'Makes a large ledger and measures how long a gateway takes to open it.',
    rows: 10_000_000,
    policy: NINE_CAPS,
    crashed: CRASHED,
  },
  async ({ dataFolder }) => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      let stop = (): Promise<void> => Promise.resolve();
      const config = {
        dataFolder,
        port: 0,
        timeZone: 'Europe/Berlin',
        version: '0.0.0-bench',
        simulated: false,
        maxBodyBytes: 2 ** 20,
      };
      const open = await millis(async () => {
        const opened = await openEngine(
          { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets: createMemoryStore() },
          config,
        );
        stop = () => opened.stop(0);
      });
      await stop();
      // Where the time goes: the read of the rollups, on its own.
      const ledger = await openLedger(dataFolder);
      const buckets = await millis(() => ledger.history(Date.now() - 34 * 86_400_000));
      await ledger.close();
      console.log(
        `  opened in ${open.toFixed(0)} ms (reading the rollups takes ${buckets.toFixed(0)} ms of ` +
          `it)  ${verdict(open, MOST_MS)}${round === 1 ? `, settling ${CRASHED} crashed requests` : ''}`,
      );
    }
  },
);
