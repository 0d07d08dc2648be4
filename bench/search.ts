import type { RequestSearch } from '../shared/contract/usage-views.ts';
import { agentIdSchema } from '../shared/ids.ts';
import { openLedger } from '../gateway/ledger/ledger.ts';
import type { Ledger } from '../gateway/ledger/ledger.ts';
import type { SearchPosition } from '../gateway/ledger/read/search-requests.ts';
import { idOf } from './large-ledger.ts';
import { millis, RARE_MODEL, verdict, withYearOfRequests } from './year-of-requests.ts';

// How long the dashboard waits for the requests it looks for, in a year of heavy use.
const MOST_MS = 100;
const PAGE = 100;

/** Reads pages until one is full or all was looked through, as the list does. */
async function measureSearch(ledger: Ledger, name: string, search: RequestSearch): Promise<void> {
  let from: SearchPosition | undefined;
  let found = 0;
  let pages = 0;
  const took = await millis(async () => {
    do {
      const page = await ledger.search({ ...search, limit: PAGE }, from);
      found += page.requests.length;
      pages += 1;
      from = page.next;
    } while (from && found < PAGE);
  });
  console.log(
    `  ${name.padEnd(24)} ${String(found).padStart(4)} found in ${String(pages).padStart(2)} ` +
      `pages, ${took.toFixed(0).padStart(4)} ms  ${verdict(took, MOST_MS)}`,
  );
}

await withYearOfRequests(
  {
    name: 'search',
    description: 'Makes a large ledger and measures what the list of requests asks of it.',
    rows: 1_000_000,
    policy: {},
  },
  async ({ dataFolder, keys, active }) => {
    const ledger = await openLedger(dataFolder);
    const agentId = agentIdSchema.parse(idOf.agent(keys - 1));
    const oldId = agentIdSchema.parse(idOf.agent(active));
    await measureSearch(ledger, 'everything', {});
    await measureSearch(ledger, 'one agent', { agentId });
    await measureSearch(ledger, 'one that ended long ago', { agentId: oldId });
    await measureSearch(ledger, 'part of a model', { text: 'GPT-5' });
    await measureSearch(ledger, 'what was cut', { outcome: 'cut' });
    await measureSearch(ledger, 'what was cut, of one', { outcome: 'cut', agentId });
    await measureSearch(ledger, 'one of a million', { text: RARE_MODEL.slice(0, 4) });
    await measureSearch(ledger, 'a model by its name', { model: RARE_MODEL });
    await measureSearch(ledger, 'nothing', { text: 'no such thing' });
    await ledger.close();
  },
);
