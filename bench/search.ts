import type { RequestSearch } from '../shared/contract/usage-views.ts';
import { agentIdSchema, subKeyIdSchema } from '../shared/ids.ts';
import { openLedger } from '../gateway/ledger/ledger.ts';
import type { Ledger } from '../gateway/ledger/ledger.ts';
import type { SearchPosition } from '../gateway/ledger/read/search-conditions.ts';
import { idOf } from './large-ledger.ts';
import { millis, PROJECT, RARE_MODEL, verdict, withYearOfRequests } from './year-of-requests.ts';

// How long the dashboard waits for the requests it looks for, in a year of heavy use.
const MOST_MS = 100;
const PAGE = 100;
const DAY_MS = 86_400_000;

/** The longest part of a sum: the list is searched between two of them. */
async function measureSum(ledger: Ledger, name: string, search: RequestSearch): Promise<void> {
  let from: SearchPosition | undefined;
  let requests = 0;
  let parts = 0;
  let longest = 0;
  do {
    longest = Math.max(
      longest,
      await millis(async () => {
        const sum = await ledger.sum(search, from);
        requests += sum.requests;
        from = sum.next;
      }),
    );
    parts += 1;
  } while (from);
  console.log(
    `  ${`sum of ${name}`.padEnd(24)} ${requests.toLocaleString('en').padStart(9)} in ` +
      `${String(parts).padStart(2)} parts, at most ${longest.toFixed(0).padStart(4)} ms each  ` +
      verdict(longest, MOST_MS),
  );
}

/** Reads pages until one is full or all was looked through, as the list does. */
async function measureSearch(ledger: Ledger, name: string, search: RequestSearch): Promise<void> {
  let from: SearchPosition | undefined;
  let found = 0;
  let pages = 0;
  const took = await millis(async () => {
    do {
      const page = await ledger.search({ ...search, limit: PAGE }, from);
      found += page.requests.length + page.refusals.length;
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
    await measureSearch(ledger, 'what was refused', { outcome: 'refused' });
    await measureSearch(ledger, 'the last day', { from: Date.now() - DAY_MS });
    await measureSearch(ledger, 'a day long ago', { from: Date.now() - 200 * DAY_MS, to: Date.now() - 199 * DAY_MS });
    await measureSearch(ledger, 'a project', { project: PROJECT });
    await measureSearch(ledger, 'one sub-key', { subKeyId: subKeyIdSchema.parse(idOf.key(keys - 1)) });
    await measureSum(ledger, 'all together', {});
    await measureSum(ledger, 'a month', { from: Date.now() - 30 * DAY_MS });
    await measureSum(ledger, 'one agent, served', { agentId, outcome: 'served' });
    await ledger.close();
  },
);
