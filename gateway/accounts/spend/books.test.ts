import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cap } from '../../../shared/cap.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { createWindowCalendar } from '../../domain/time/windows.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { capsOf, OPENAI } from '../../testing/open-money-path.ts';
import { openSpendProcess, removeFolder } from '../../testing/spend-process.ts';
import type { SpendProcess } from '../../testing/spend-process.ts';
import { openBooks } from './books.ts';
import type { Books } from './books.ts';
import { ownersOf } from './spend-book.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.parse('2026-11-21T12:00:00Z');
const usd = (dollars: number) => nanodollarsOf(Math.round(dollars * 1e9));

let folder = '';
let now = NOON;
let desk: SpendProcess;
let key: SubKeyRecord;
beforeEach(async () => {
  now = NOON;
  folder = await mkdtemp(join(tmpdir(), 'purser-books-'));
  desk = await openSpendProcess(folder, { now: () => now }, 'UTC');
  ({ key } = await desk.directory.issue(await desk.directory.addAgent('Claude Code'), { caps: capsOf('5/day') }));
});
afterEach(async () => {
  await desk.close();
  await removeFolder(folder);
});

async function spend(dollars: number): Promise<void> {
  const wish = { provider: OPENAI.name, model: 'm', endpoint: 'e', stream: true, price: '{}', loweredOutput: false };
  const result = desk.spend.reserve(key, { ...wish, reserved: usd(dollars) }, 1);
  if (!result.reserved) throw new Error('refused');
  const how = { certainty: 'exact', basis: 'usage', outcome: 'served', status: 200, usage: NO_USAGE } as const;
  await result.reservation.settle({ cost: usd(dollars), ...how });
}

/** The books as the next gateway builds them from what is on disk. */
async function reopen(): Promise<Books> {
  await desk.close();
  desk = await openSpendProcess(folder, { now: () => now }, 'UTC');
  return openBooks({
    ledger: desk.ledger,
    clock: { now: () => now },
    calendar: createWindowCalendar('UTC'),
    retry: {
      untilDone: async (write) => void (await write()),
      untilWritten: (statements) => desk.ledger.write(statements),
      isStuck: () => false,
      stop: () => undefined,
    },
  });
}
const keyScope = (): PolicyScope => scopeOf('key', key.id);
const spentIn = (books: Books, scope: PolicyScope) => books.caps.accounts(scope, now).map(({ spent }) => spent);
const allowedIn = (books: Books, scope: PolicyScope) => books.caps.accounts(scope, now).map(({ allowed }) => allowed);
const setCaps = (books: Books, scope: PolicyScope, ...caps: readonly Cap[]) => books.setCaps(scope, caps, []);

describe('books that are rebuilt', () => {
  it('have every cap with what was spent, by sub-key, agent, provider and in all', async () => {
    await spend(1.5);
    const books = await reopen();
    expect(spentIn(books, keyScope())).toEqual([usd(1.5)]);
    for (const scope of ownersOf(key, OPENAI.name).slice(1)) {
      expect(spentIn(books, scope), scope).toEqual([]);
      // A cap that comes late counts what was spent before it.
      setCaps(books, scope, ...capsOf('9/day', '9/total'));
      expect(spentIn(books, scope), scope).toEqual([usd(1.5), usd(1.5)]);
    }
  });

  it('do not count what another day has spent in the cap of a day', async () => {
    await spend(4);
    now += DAY;
    const books = await reopen();
    setCaps(books, keyScope(), ...capsOf('5/day', '9/week', '9/total'));
    expect(spentIn(books, keyScope())).toEqual([0, usd(4), usd(4)]);
  });

  it('know how many requests were made, for limits on their number', async () => {
    await spend(1);
    const books = await reopen();
    books.setCaps(EVERYTHING, [], [{ window: 'day', rolling: false, count: 2 }]);
    const owners = ownersOf(key, OPENAI.name);
    expect([books.calls.begin(owners, now).begun, books.calls.begin(owners, now).begun]).toEqual([true, false]);
  });

  it('know what an agent has spent, today and in all', async () => {
    await spend(1);
    now += DAY;
    await spend(0.5);
    const books = await reopen();
    expect(books.tallies.of(key.agentId)).toMatchObject({
      spentToday: usd(0.5),
      spentTotal: usd(1.5),
      requestsToday: 1,
    });
  });
});

describe('a raise', () => {
  const raise = (until: number) =>
    ({ owner: keyScope(), window: 'day', rolling: false, extra: usd(2), until }) as const;

  it('adds to its cap until its time is over', async () => {
    const books = await reopen();
    books.raise(raise(now + HOUR));
    expect(allowedIn(books, keyScope())).toEqual([usd(7)]);
    now += HOUR;
    expect(allowedIn(books, keyScope())).toEqual([usd(5)]);
  });

  it('ends with the local day at the latest', async () => {
    const books = await reopen();
    books.raise(raise(now + 7 * DAY));
    now += 12 * HOUR - 1;
    expect(allowedIn(books, keyScope())).toEqual([usd(7)]);
    now += 1;
    expect(allowedIn(books, keyScope())).toEqual([usd(5)]);
  });

  it('is there again after a restart', async () => {
    await desk.spend.raise(raise(now + HOUR), { agentId: key.agentId, subKeyId: key.id });
    const books = await reopen();
    expect(allowedIn(books, keyScope())).toEqual([usd(7)]);
  });
});

describe('a cost that is corrected', () => {
  it('counts in every cap and for the agent, but is no further request', async () => {
    await spend(1);
    const books = await reopen();
    setCaps(books, EVERYTHING, ...capsOf('9/day'));
    books.correct({ agentId: key.agentId, subKeyId: key.id }, ownersOf(key, OPENAI.name), NOON, usd(0.25));
    expect([spentIn(books, keyScope()), spentIn(books, EVERYTHING)]).toEqual([[usd(1.25)], [usd(1.25)]]);
    expect(books.tallies.of(key.agentId)).toMatchObject({ spentToday: usd(1.25), requestsToday: 1 });
    books.correct({ agentId: key.agentId, subKeyId: key.id }, ownersOf(key, OPENAI.name), NOON, nanodollarsOf(-1e9));
    expect(spentIn(books, keyScope())).toEqual([usd(0.25)]);
  });

  it('counts on the day of its request, not on the day of its correction', async () => {
    await spend(1);
    now += DAY;
    const books = await reopen();
    setCaps(books, keyScope(), ...capsOf('5/day', '9/total'));
    books.correct({ agentId: key.agentId, subKeyId: key.id }, ownersOf(key, OPENAI.name), NOON, usd(0.25));
    expect(spentIn(books, keyScope())).toEqual([0, usd(1.25)]);
    expect(books.tallies.of(key.agentId)).toMatchObject({ spentToday: 0, spentTotal: usd(1.25) });
  });

  it('counts in caps that come after it too', async () => {
    await spend(1);
    const books = await reopen();
    books.correct({ agentId: key.agentId, subKeyId: key.id }, ownersOf(key, OPENAI.name), NOON, usd(0.25));
    setCaps(books, EVERYTHING, ...capsOf('9/day'));
    expect(spentIn(books, EVERYTHING)).toEqual([usd(1.25)]);
  });
});

describe('a clock that has gone back', () => {
  it('moves what was spent later to now, in books and tallies, before anything else is read', async () => {
    await spend(1);
    const books = await reopen();
    setCaps(books, keyScope(), ...capsOf('5/day'));
    now = NOON - 40 * DAY;
    expect(books.now()).toBe(now);
    expect(spentIn(books, keyScope())).toEqual([usd(1)]);
    expect(books.tallies.of(key.agentId)).toMatchObject({ spentToday: usd(1) });
    // It was spent on that day, and not on one that is forty days ahead.
    now += DAY;
    expect(books.now()).toBe(now);
    expect(spentIn(books, keyScope())).toEqual([0]);
    expect(books.tallies.of(key.agentId)).toMatchObject({ spentToday: 0, spentTotal: usd(1) });
  });
});
