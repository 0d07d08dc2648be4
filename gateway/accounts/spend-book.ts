import type { CallLimit, Cap } from '../../shared/cap.ts';
import type { RequestView } from '../../shared/contract/views.ts';
import { requestIdSchema } from '../../shared/ids.ts';
import type { AgentId, ProviderName } from '../../shared/ids.ts';
import { nanodollarsOf, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { PolicyScope } from '../../shared/policy.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { RuleRefusal } from '../domain/policy/decide.ts';
import { createRateBook } from '../domain/caps/rate-book.ts';
import type { RatedLevel } from '../domain/caps/rate-book.ts';
import { createCapBook } from '../domain/caps/cap-book.ts';
import type { CapAccount, CapBook, CapRaise } from '../domain/caps/cap-book.ts';
import { createClockWatch, dateBy } from '../domain/time/clock-back.ts';
import { usagePartsOf } from '../domain/usage.ts';
import type { WindowCalendar } from '../domain/time/windows.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { BilledRow } from '../ledger/read/read-billed.ts';
import type { ReservationRecord, SettlementRecord, SubKeyRecord } from '../ledger/records.ts';
import { statements } from '../ledger/statements.ts';
import type { Clock, Random } from '../platform/ports.ts';
import { createAgentTally } from './agent-tally.ts';
import type { AgentTally } from './agent-tally.ts';
import { createCallBook } from './call-book.ts';
import type { Emitter } from '../platform/emitter.ts';
import { newId } from '../platform/new-id.ts';
import { pastOf, redatePast, settleCrashed } from './rebuild-spend.ts';
import type { SettlementRetry } from './settlement-retry.ts';

/** Money held for one request. It ends exactly once, whichever way the request ends. */
export interface Reservation {
  readonly record: ReservationRecord;
  /** Resolves when the reservation is on disk: the request is not forwarded before. */
  readonly durable: Promise<void>;
  /** What is held and on disk. */
  held(): Nanodollars;
  /** Holds another amount while it runs, in one step that no other request can interleave. */
  resize(amount: Nanodollars): ResizeResult;
  /** Replaces the reservation by the true cost. Resolves when that is on disk. A second call changes nothing. */
  settle(end: Omit<SettlementRecord, 'settledAt'>): Promise<void>;
}

/** `durable` rejects when it could not be written: then it counts as refused. */
export type ResizeResult =
  | { readonly resized: true; readonly durable: Promise<void> }
  | { readonly resized: false; readonly account: CapAccount };

export type ReserveResult =
  | { readonly reserved: true; readonly reservation: Reservation }
  /** The limit in its way: a cap, or one on the number of requests. */
  | { readonly reserved: false; readonly account: CapAccount; readonly unit: 'money' | 'calls' };

/** The names under which a request's money is kept: its sub-key, its agent, its provider, everything. */
export function ownersOf(key: SubKeyRecord, provider: ProviderName): readonly PolicyScope[] {
  return [scopeOf('key', key.id), scopeOf('agent', key.agentId), scopeOf('provider', provider), EVERYTHING];
}

/** What a request is held for. */
export type SpendRequest = Pick<
  ReservationRecord,
  'provider' | 'model' | 'endpoint' | 'stream' | 'reserved' | 'price' | 'loweredOutput' | 'outputLimit'
> & {
  /** The conversation it belongs to, where that is known. */
  readonly session?: string | null;
};

/** What everybody has spent and holds: the caps in memory, every change in the ledger. */
export interface SpendBook {
  left(owners: readonly PolicyScope[]): Nanodollars;
  /** What would be left if every running request settled at nothing. */
  leftIdle(owners: readonly PolicyScope[]): Nanodollars;
  /** Resolves when any request settles next, so that one that waits for held money can try again. */
  released(): Promise<void>;
  /**
   * @param tokens about how many it will use, for rates; the true number replaces it when it settles
   * @param beyond a person has allowed it although it does not fit
   */
  reserve(key: SubKeyRecord, wish: SpendRequest, tokens: number, beyond?: boolean): ReserveResult;
  /** True while something cannot be written: then nothing new is let through. */
  isStuck(): boolean;
  /** May one more request of about so many tokens begin, as far as rates go? */
  checkRates(levels: readonly RatedLevel[], tokens: number): RuleRefusal | undefined;
  accounts(scope: PolicyScope): readonly CapAccount[];
  /** Sets the caps of a scope, and how many requests it may make: what it spent and holds counts against them. */
  setCaps(scope: PolicyScope, caps: readonly Cap[], calls?: readonly CallLimit[]): void;
  /** Corrects what a settled request cost, in every cap and tally; the caller has written it. */
  correct(request: Pick<BilledRow, 'subKeyId' | 'agentId' | 'provider' | 'startedAt'>, difference: Nanodollars): void;
  /** Adds to a cap until a moment; on disk before it counts. */
  raise(
    raise: CapRaise & { readonly owner: PolicyScope },
    about: Pick<AuditEntry, 'agentId' | 'subKeyId'>,
  ): Promise<void>;
  tallyOf(id: AgentId): AgentTally;
}

interface SpendBookDeps {
  readonly ledger: Ledger;
  readonly retry: SettlementRetry;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: WindowCalendar;
  readonly settled: Emitter<RequestView>;
  readonly nameOf: (id: AgentId) => string;
}

/** No window but `total` looks back further: a month of 31 days, and days to spare. */
const LONGEST_WINDOW_MS = 34 * 86_400_000;

/** Rebuilds the book from the ledger. Requests that were under way when the last gateway died settle at their bound. */
export async function createSpendBook(deps: SpendBookDeps): Promise<SpendBook> {
  const { ledger, retry, clock, random, calendar, settled, nameOf } = deps;
  const endOfDay = (at: number): number => calendar.spanAt('day', at).end ?? at;
  const began = clock.now();
  const wasAhead = await ledger.redate({ now: began, endOfDay: endOfDay(began), seen: false });
  await settleCrashed(ledger, clock);
  const buckets = await ledger.history(began - LONGEST_WINDOW_MS);
  const caps: CapBook = createCapBook(calendar);
  const rates = createRateBook();
  const tallies = createAgentTally(calendar, clock, buckets);
  const past = pastOf(buckets, (row) => row.cost);
  const calls = createCallBook(
    calendar,
    pastOf(buckets, (row) => nanodollarsOf(row.requests)),
  );
  const opened = new Set<PolicyScope>();
  const setCaps = (scope: PolicyScope, list: readonly Cap[]): void => {
    open(scope);
    caps.setCaps(scope, list, read());
  };
  const open = (scope: PolicyScope): void => {
    if (opened.has(scope)) return;
    opened.add(scope);
    caps.open(scope, past.get(scope) ?? []);
    past.delete(scope);
  };
  const seen = createClockWatch(began);
  /** The clock as everything here reads it. When it has gone back, books and ledger follow before anything else. */
  const read = (): number => {
    const now = clock.now();
    if (seen.see(now)) goBack(now);
    return now;
  };
  const goBack = (now: number): void => {
    for (const book of [caps, calls, tallies]) book.goBack(now);
    redatePast(past, now);
    // Behind what is being written, before what will be. What never comes to the disk is found at the next start.
    retry.untilDone(() => ledger.redate({ now, endOfDay: endOfDay(now), seen: true })).catch(() => undefined);
  };
  for (const [scope, policy] of ledger.contents.policies) {
    setCaps(scope, policy.caps ?? []);
    calls.setLimits(scope, policy.calls ?? [], read());
  }
  for (const raise of ledger.contents.raises) {
    const until = wasAhead ? Math.min(raise.until, endOfDay(began)) : raise.until;
    if (opened.has(raise.owner)) caps.raise({ ...raise, until });
  }

  let waiting: (() => void)[] = [];
  /** In the order in which they came. */
  const wake = (): void => {
    const waiters = waiting;
    waiting = [];
    for (const resolve of waiters) resolve();
  };

  return {
    left: (owners) => caps.left(owners, read()),
    leftIdle: (owners) => caps.leftIdle(owners, read()),
    released: () => new Promise((resolve) => void waiting.push(resolve)),
    isStuck: () => retry.isStuck(),
    checkRates: (levels, tokens) => rates.check(levels, tokens, read()),
    accounts: (scope) => caps.accounts(scope, read()),
    setCaps(scope, list, limits = []) {
      setCaps(scope, list);
      calls.setLimits(scope, limits, read());
      wake();
    },
    correct({ subKeyId, agentId, provider, startedAt }, difference) {
      const owners = [scopeOf('key', subKeyId), scopeOf('agent', agentId), scopeOf('provider', provider), EVERYTHING];
      for (const owner of owners) open(owner);
      const now = read();
      const at = dateBy(startedAt, seen.latest());
      caps.correct(owners, at, difference, now);
      tallies.correct(agentId, at, difference);
      wake();
    },
    async raise(raise, about) {
      const { owner: scope, window, rolling, extra, until } = raise;
      const detail = { scope, window, rolling, extra, until };
      await ledger.write([statements.raiseCap(raise)], [{ at: read(), kind: 'cap-raised', ...about, detail }]);
      open(scope);
      caps.raise({ ...raise, until: Math.min(until, endOfDay(read())) });
      wake();
    },
    tallyOf(id) {
      read();
      return tallies.of(id);
    },
    reserve(key, wish, tokens, beyond = false) {
      const owners = ownersOf(key, wish.provider);
      for (const owner of owners) open(owner);
      const now = read();
      const call = calls.begin(owners, now);
      if (!call.begun) return { reserved: false, account: call.account, unit: 'calls' };
      const result = caps.hold(owners, wish.reserved, now, beyond);
      if (!result.held) {
        call.end(false, now);
        return { reserved: false, account: result.account, unit: 'money' };
      }
      const rated = rates.begin(owners, tokens, now);
      const record: ReservationRecord = {
        ...wish,
        session: wish.session ?? null,
        id: requestIdSchema.parse(newId(random, 'req', 16)),
        subKeyId: key.id,
        agentId: key.agentId,
        startedAt: result.hold.at,
      };
      let ended: Promise<void> | undefined;
      let held = wish.reserved;
      const durable = ledger.write([statements.reserve(record)]);
      // Whoever waits for it sees the failure; nobody may be waiting yet.
      durable.catch(() => undefined);
      const settle = async (end: Omit<SettlementRecord, 'settledAt'>): Promise<void> => {
        rates.end(rated, end.usage.input + end.usage.output);
        const written = await durable.then(
          () => true,
          () => false,
        );
        const settlement: SettlementRecord = { ...end, settledAt: read() };
        // What was never written was never forwarded, and costs nothing.
        if (written) await retry.untilWritten(statements.settle(record, settlement), cutEntry(record, settlement));
        const endedAt = read();
        call.end(written, endedAt);
        caps.settle(result.hold, written ? settlement.cost : ZERO, endedAt);
        wake();
        if (!written) return;
        // Where it stands by now: the clock may have gone back since.
        const startedAt = result.hold.at;
        tallies.add(record.agentId, startedAt, settlement.cost);
        settled.emit(viewOf({ ...record, startedAt }, settlement, nameOf(record.agentId)));
      };
      return {
        reserved: true,
        reservation: {
          record,
          durable,
          held: () => held,
          resize(amount) {
            if (ended) return { resized: true, durable: ended };
            const tight = caps.resize(result.hold, amount, read());
            if (tight) return { resized: false, account: tight };
            const isLess = amount < held;
            held = nanodollarsOf(Math.min(held, amount));
            const written = ledger.write([statements.resize(record.id, amount)]).then(() => {
              held = nanodollarsOf(Math.max(held, Math.min(amount, result.hold.amount)));
            });
            written.catch(() => undefined);
            if (isLess) wake();
            return { resized: true, durable: written };
          },
          settle: (end) => (ended ??= settle(end)),
        },
      };
    },
  };
}

/** What Purser cut is on record beside its row in the ledger. */
function cutEntry(
  { id, agentId, subKeyId }: ReservationRecord,
  { outcome, cost, certainty, settledAt }: SettlementRecord,
): readonly AuditEntry[] {
  return outcome === 'cut'
    ? [{ at: settledAt, kind: 'request-cut', agentId, subKeyId, requestId: id, detail: { cost, certainty } }]
    : [];
}

function viewOf(record: ReservationRecord, end: SettlementRecord, agent: string): RequestView {
  const { reserved: _reserved, price: _price, outputLimit = null, ...request } = record;
  return {
    ...request,
    outputLimit,
    basis: end.basis,
    agent,
    settledAt: end.settledAt,
    inputTokens: end.usage.input,
    cacheReadTokens: end.usage.cacheRead,
    cacheWriteTokens: end.usage.cacheWrite,
    outputTokens: end.usage.output,
    usageParts: usagePartsOf(end.usage),
    tier: end.usage.tier ?? null,
    cost: end.cost,
    certainty: end.certainty,
    outcome: end.outcome,
    status: end.status,
  };
}
