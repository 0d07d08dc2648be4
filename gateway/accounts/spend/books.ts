import type { CallLimit, Cap } from '../../../shared/cap.ts';
import type { AgentId, SubKeyId } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import { createCapBook } from '../../domain/caps/cap-book.ts';
import type { CapBook, CapRaise } from '../../domain/caps/cap-book.ts';
import { isPart } from '../../domain/caps/part-caps.ts';
import type { CapOwnerName } from '../../domain/caps/part-caps.ts';
import { createRateBook } from '../../domain/caps/rate-book.ts';
import type { RateBook } from '../../domain/caps/rate-book.ts';
import { createClockWatch, dateBy } from '../../domain/time/clock-back.ts';
import type { WindowCalendar } from '../../domain/time/windows.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { BucketRow } from '../../ledger/read/read-usage.ts';
import type { Clock } from '../../platform/ports.ts';
import { createAgentTally } from './agent-tally.ts';
import { createKeyTally } from './key-tally.ts';
import { createCallBook } from './call-book.ts';
import { createGroupBook, groupsIn } from './group-book.ts';
import type { GroupBook } from './group-book.ts';
import { createToolCallBook } from './tool-call-book.ts';
import type { ToolCallBook } from './tool-call-book.ts';
import { createRaiseList } from './raise-list.ts';
import { pastOf, redatePast, settleCrashed } from './rebuild-spend.ts';
import type { SettlementRetry } from './settlement-retry.ts';

/** Every count that a request goes into, all on one clock: money, requests, rates, and what each agent has spent. */
export interface Books {
  readonly caps: CapBook;
  readonly calls: ReturnType<typeof createCallBook>;
  readonly toolCalls: ToolCallBook;
  readonly rates: RateBook;
  readonly tallies: ReturnType<typeof createAgentTally>;
  readonly keyTallies: ReturnType<typeof createKeyTally>;
  /** The clock that all books use. When it has gone back, books and ledger are redated before anything else. */
  now(): number;
  /** Resolves when the ledger dates everything as the books do. */
  redated(): Promise<void>;
  /** Opens a scope with its earlier spending. */
  open(scope: PolicyScope): void;
  setCaps(scope: PolicyScope, caps: readonly Cap[], calls: readonly CallLimit[]): void;
  /** Applies a raise that is on disk. It ends with the local day at the latest. */
  raise(raise: CapRaise & { readonly owner: CapOwnerName }): void;
  /** The raises of an owner that is opened later than the book. */
  raisesOf(owner: CapOwnerName): readonly CapRaise[];
  /** Counts what an agent has spent, and what it holds, as another's. */
  mergeAgents(id: AgentId, into: AgentId): void;
  readonly groups: GroupBook;
  /** Changes the cost of a settled request, in every book that counts it. */
  correct(request: CountedRequest, owners: readonly CapOwnerName[], startedAt: number, difference: Nanodollars): void;
}

/** Whose a settled request is. */
export interface CountedRequest {
  readonly agentId: AgentId;
  readonly subKeyId: SubKeyId;
}

export interface BooksDeps {
  readonly ledger: Ledger;
  readonly retry: SettlementRetry;
  readonly clock: Clock;
  readonly calendar: WindowCalendar;
}

/** No window except `total` looks back further: a month of 31 days, and days to spare. */
const LONGEST_WINDOW_MS = 34 * 86_400_000;

/** Rebuilds the books from the ledger. Requests that were running when the last gateway died settle at their bound. */
export async function openBooks({ ledger, retry, clock, calendar }: BooksDeps): Promise<Books> {
  const endOfDay = (at: number): number => calendar.spanAt('day', at).end ?? at;
  const began = clock.now();
  const wasAhead = await ledger.redate({ now: began, endOfDay: endOfDay(began), seen: false });
  await settleCrashed(ledger, clock);
  const buckets = await ledger.history(began - LONGEST_WINDOW_MS);
  const caps = createCapBook(calendar);
  const tallies = createAgentTally(calendar, clock, buckets);
  const keyTallies = createKeyTally(buckets);
  const names = groupsIn(ledger);
  const past = pastOf(buckets, costOf, (id) => names.get(id));
  const requests = pastOf(buckets, (row) => nanodollarsOf(row.requests));
  const calls = createCallBook(calendar, requests);
  const opened = new Set<PolicyScope>();
  const seen = createClockWatch(began);

  const redating = createRedating(ledger, retry, endOfDay);
  const toolCalls = createToolCallBook(calendar, { ledger, now: () => books.now(), redated: redating.done });
  const goBack = (now: number): void => {
    for (const book of [caps, calls, toolCalls, tallies, keyTallies]) book.goBack(now);
    redatePast(past, now);
    redating.redate(now);
  };
  const books: Books = {
    caps,
    calls,
    toolCalls,
    rates: createRateBook(),
    tallies,
    keyTallies,
    now() {
      const now = clock.now();
      if (seen.see(now)) goBack(now);
      return now;
    },
    redated: redating.done,
    open(scope) {
      if (opened.has(scope)) return;
      opened.add(scope);
      caps.open(scope, past.get(scope) ?? []);
      past.delete(scope);
    },
    setCaps(scope, list, limits) {
      books.open(scope);
      caps.setCaps(scope, list, books.now());
      calls.setLimits(scope, limits, books.now());
    },
    raise(raise) {
      if (!isPart(raise.owner)) books.open(raise.owner);
      const now = books.now();
      raises.add({ ...raise, until: Math.min(raise.until, endOfDay(now)) }, now);
    },
    raisesOf: (owner) => raises.of(owner),
    groups: createGroupBook({ names, caps, open: (scope) => books.open(scope), now: () => books.now() }),
    mergeAgents(id, into) {
      books.groups.setGroup(id, undefined);
      const [from, to] = [scopeOf('agent', id), scopeOf('agent', into)];
      for (const scope of [from, to]) books.open(scope);
      const now = books.now();
      caps.merge(from, to, now);
      calls.merge(from, to, now);
      toolCalls.merge(from, to, now);
      tallies.merge(id, into);
      books.groups.recount(into);
    },
    correct({ agentId, subKeyId }, owners, startedAt, difference) {
      for (const owner of owners) if (!isPart(owner)) books.open(owner);
      const now = books.now();
      const at = dateBy(startedAt, seen.latest());
      caps.correct(owners, at, difference, now);
      tallies.correct(agentId, at, difference);
      keyTallies.correct(subKeyId, difference);
    },
  };
  for (const [scope, policy] of ledger.contents.policies) books.setCaps(scope, policy.caps ?? [], policy.calls ?? []);
  // A raise made by a clock that was ahead ends with the present day.
  const raises = createRaiseList(
    caps,
    ledger.contents.raises.map((one) => (wasAhead ? { ...one, until: Math.min(one.until, endOfDay(began)) } : one)),
  );
  return books;
}

function costOf({ cost }: BucketRow): Nanodollars {
  return cost;
}

/** Dates the ledger by a clock that went back. */
function createRedating(ledger: Ledger, retry: SettlementRetry, endOfDay: (at: number) => number) {
  let done: Promise<unknown> = Promise.resolve();
  return {
    /** Comes after the pending writes and before any later one. If it never reaches the disk, the next start repeats it. */
    redate(now: number): void {
      const written = retry.untilDone(() => ledger.redate({ now, endOfDay: endOfDay(now), seen: true }));
      done = written.catch(() => undefined);
    },
    done: async (): Promise<void> => void (await done),
  };
}
