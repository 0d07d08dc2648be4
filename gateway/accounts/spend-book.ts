import type { RequestView } from '../../shared/contract/views.ts';
import { requestIdSchema } from '../../shared/ids.ts';
import type { AgentId, SubKeyId } from '../../shared/ids.ts';
import { addMoney, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { createCapBook } from '../domain/cap-book.ts';
import type { CapAccount, CapBook } from '../domain/cap-book.ts';
import { NO_USAGE } from '../domain/usage.ts';
import type { WindowCalendar } from '../domain/windows.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { BucketRow } from '../ledger/read-usage.ts';
import type { ReservationRecord, SettlementRecord, SubKeyRecord } from '../ledger/records.ts';
import { statements } from '../ledger/statements.ts';
import type { Clock, Random } from '../ports.ts';
import { createAgentTally } from './agent-tally.ts';
import type { AgentTally } from './agent-tally.ts';
import type { Emitter } from './emitter.ts';
import { newId } from './new-id.ts';
import type { SettlementRetry } from './settlement-retry.ts';

/** Money held for one request. It ends exactly once, whichever way the request ends. */
export interface Reservation {
  readonly record: ReservationRecord;
  /** Resolves when the reservation is on disk: no byte of the reply is relayed before. */
  readonly durable: Promise<void>;
  /** Replaces the reservation by the true cost. Resolves when that is on disk. A second call changes nothing. */
  settle(end: Omit<SettlementRecord, 'settledAt'>): Promise<void>;
}

export type ReserveResult =
  | { readonly reserved: true; readonly reservation: Reservation }
  | { readonly reserved: false; readonly account: CapAccount };

/** What every sub-key and agent has spent and holds: the caps in memory, every change in the ledger. */
export interface SpendBook {
  left(id: SubKeyId): Nanodollars;
  /** What would be left if every running request settled at nothing. */
  leftIdle(id: SubKeyId): Nanodollars;
  /** Resolves when a request of this sub-key settles next, so that one that waits for held money can try again. */
  released(id: SubKeyId): Promise<void>;
  reserve(key: SubKeyRecord, wish: Pick<ReservationRecord, 'provider' | 'model' | 'stream' | 'reserved' | 'price' | 'loweredOutput'>): ReserveResult;
  accounts(id: SubKeyId): readonly CapAccount[];
  openKey(key: SubKeyRecord): void;
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

/** Rebuilds the book from the ledger. Requests that were under way when the last gateway died settle at their bound. */
export async function createSpendBook(deps: SpendBookDeps, keys: readonly SubKeyRecord[]): Promise<SpendBook> {
  const { ledger, retry, clock, random, calendar, settled, nameOf } = deps;
  await settleCrashed(ledger, clock);
  const buckets = await ledger.buckets(0, Number.MAX_SAFE_INTEGER);
  const history = new Map<string, BucketRow[]>();
  for (const row of buckets) {
    const rows = history.get(row.subKeyId);
    if (rows) rows.push(row);
    else history.set(row.subKeyId, [row]);
  }
  const caps: CapBook = createCapBook(calendar);
  const tallies = createAgentTally(calendar, clock, buckets);

  const waiting = new Map<SubKeyId, readonly (() => void)[]>();
  /** In the order in which they came. */
  const wake = (id: SubKeyId): void => {
    const waiters = waiting.get(id) ?? [];
    waiting.delete(id);
    for (const resolve of waiters) resolve();
  };
  const openKey = (key: SubKeyRecord): void =>
    caps.open(key.id, key.caps, clock.now(), (_cap, span) =>
      (history.get(key.id) ?? []).reduce((sum, row) => (row.bucket >= span.start ? addMoney(sum, row.cost) : sum), ZERO),
    );
  for (const key of keys) openKey(key);

  return {
    left: (id) => caps.left(id, clock.now()),
    leftIdle: (id) => caps.leftIdle(id, clock.now()),
    released: (id) => new Promise((resolve) => waiting.set(id, [...(waiting.get(id) ?? []), resolve])),
    accounts: (id) => caps.accounts(id, clock.now()),
    openKey,
    tallyOf: (id) => tallies.of(id),
    reserve(key, wish) {
      const result = caps.hold(key.id, wish.reserved, clock.now());
      if (!result.held) return { reserved: false, account: result.account };
      // After a clock that went backward the caps stay in the later window, and so does what is charged to them.
      const startedAt = Math.max(clock.now(), ...result.hold.spans.map((span) => span.start));
      const record: ReservationRecord = {
        ...wish,
        id: requestIdSchema.parse(newId(random, 'req', 16)),
        subKeyId: key.id,
        agentId: key.agentId,
        startedAt,
      };
      let ended: Promise<void> | undefined;
      const durable = ledger.write([statements.reserve(record)]);
      // Whoever waits for it sees the failure; nobody may be waiting yet.
      durable.catch(() => undefined);
      const settle = async (end: Omit<SettlementRecord, 'settledAt'>): Promise<void> => {
        const settlement: SettlementRecord = { ...end, settledAt: clock.now() };
        try {
          await durable;
        } catch {
          // Nothing was relayed, so nothing is owed to the ledger; the money counts until the gateway ends.
          caps.settle(result.hold, settlement.cost);
          wake(record.subKeyId);
          return;
        }
        await retry.untilWritten(statements.settle(record, settlement));
        caps.settle(result.hold, settlement.cost);
        wake(record.subKeyId);
        tallies.add(record.agentId, startedAt, settlement.cost);
        settled.emit(viewOf(record, settlement, nameOf(record.agentId)));
      };
      return {
        reserved: true,
        reservation: {
          record,
          durable,
          settle: (end) => (ended ??= settle(end)),
        },
      };
    },
  };
}

async function settleCrashed(ledger: Ledger, clock: Clock): Promise<void> {
  const settlements = ledger.contents.open.flatMap((record) =>
    statements.settle(record, {
      settledAt: clock.now(),
      cost: record.reserved,
      usage: NO_USAGE,
      certainty: 'assumed',
      outcome: 'crashed',
      status: null,
    }),
  );
  const entries = ledger.contents.open.map(
    ({ id, agentId, subKeyId, reserved }): AuditEntry => ({ at: clock.now(), kind: 'crash-settled', agentId, subKeyId, requestId: id, detail: { cost: reserved } }),
  );
  if (settlements.length > 0) await ledger.write(settlements, entries);
}

function viewOf(record: ReservationRecord, end: SettlementRecord, agent: string): RequestView {
  const { reserved: _reserved, price: _price, ...request } = record;
  return {
    ...request,
    agent,
    settledAt: end.settledAt,
    inputTokens: end.usage.input,
    cacheReadTokens: end.usage.cacheRead,
    cacheWriteTokens: end.usage.cacheWrite,
    outputTokens: end.usage.output,
    cost: end.cost,
    certainty: end.certainty,
    outcome: end.outcome,
    status: end.status,
  };
}
