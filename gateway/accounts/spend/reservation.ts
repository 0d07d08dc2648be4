import type { RequestView } from '../../../shared/contract/views.ts';
import { requestIdSchema } from '../../../shared/ids.ts';
import type { AgentId, RequestId } from '../../../shared/ids.ts';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import { isPart } from '../../domain/caps/part-caps.ts';
import type { CapOwnerName } from '../../domain/caps/part-caps.ts';
import { TOOL_ENDPOINT } from '../../domain/mcp/tool-facts.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { ReservationRecord, SettlementRecord, SubKeyRecord } from '../../ledger/records.ts';
import { statements } from '../../ledger/statements.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { newId } from '../../platform/new-id.ts';
import type { Random } from '../../platform/ports.ts';
import type { Books } from './books.ts';
import type { Release } from './release.ts';
import { cutEntry, viewOf } from './request-view.ts';
import type { SettlementRetry } from './settlement-retry.ts';

/** The facts about a request that a reservation is made for. */
export type SpendRequest = Pick<
  ReservationRecord,
  'provider' | 'model' | 'endpoint' | 'stream' | 'reserved' | 'price' | 'loweredOutput' | 'outputLimit'
> & {
  /** The conversation it belongs to, if known. */
  readonly session?: string | null;
  /** The repository that its tool works in, if known. */
  readonly project?: string | null;
};

/** Money held for one request. It ends exactly once, however the request ends. */
export interface Reservation {
  readonly record: ReservationRecord;
  /** Resolves when the reservation survives a killed process: the request is not forwarded before. */
  readonly committed: Promise<void>;
  /** Resolves when it survives a power cut, too: no byte of the reply is relayed before. */
  readonly durable: Promise<void>;
  /** The amount that is held and on disk. */
  held(): Nanodollars;
  /** Changes the held amount while the request runs, in one step that no other request can interleave. */
  resize(amount: Nanodollars): ResizeResult;
  /**
   * Replaces the reservation with the true cost. Resolves when that survives a killed process; a power cut may bring
   * the reservation back, which is never lower. A second call changes nothing.
   */
  settle(end: Omit<SettlementRecord, 'settledAt'>): Promise<void>;
}

/** `durable` rejects when the new amount could not be written: then it counts as refused. */
export type ResizeResult =
  | { readonly resized: true; readonly durable: Promise<void> }
  | { readonly resized: false; readonly account: CapAccount };

export type ReserveResult =
  | { readonly reserved: true; readonly reservation: Reservation }
  /** The limit without room: a cap, or a limit on the number of requests. */
  | { readonly reserved: false; readonly account: CapAccount; readonly unit: 'money' | 'calls' };

/** The parts that a reservation uses during its life. */
export interface ReservationDeps {
  readonly ledger: Ledger;
  readonly retry: SettlementRetry;
  readonly random: Random;
  readonly books: Books;
  readonly release: Release;
  /** Hears of every request that has begun, and whose caps count it. */
  readonly begun: (owners: readonly CapOwnerName[], id: RequestId) => void;
  readonly settled: Emitter<RequestView>;
  readonly nameOf: (id: AgentId) => string;
}

/** One request that needs money. */
export interface Asked {
  readonly key: SubKeyRecord;
  /** The scopes whose limits on requests and rates it counts against. */
  readonly scopes: readonly PolicyScope[];
  /** Whose caps it counts against: those scopes, the group of its agent, and the parts that have caps of their own. */
  readonly owners: readonly CapOwnerName[];
  readonly request: SpendRequest;
  /** Roughly how many tokens it will use, for rates; the true number replaces this at the settlement. */
  readonly tokens: number;
  /** True if a person has allowed it although it does not fit. */
  readonly overCap: boolean;
}

/** Holds the request in every book or in none, in one step that no other request can interleave. */
export function hold(deps: ReservationDeps, asked: Asked): ReserveResult {
  const { books } = deps;
  const { scopes, owners, request } = asked;
  const id = requestIdSchema.parse(newId(deps.random, 'req', 16));
  for (const owner of owners) if (!isPart(owner)) books.open(owner);
  const now = books.now();
  const call = beginCalls(books, asked, id, now);
  if (!call.begun) return { reserved: false, account: call.account, unit: 'calls' };
  const about = { id, model: request.model, session: request.session ?? null };
  const money = books.caps.hold(owners, request.reserved, now, { overCap: asked.overCap, about });
  if (!money.held) {
    call.end(false, now);
    return { reserved: false, account: money.account, unit: 'money' };
  }
  deps.begun(owners, id);
  const rated = books.rates.begin(scopes, asked.tokens, now);
  const record = recordOf(asked, id, money.hold.at);
  return { reserved: true, reservation: openReservation(deps, record, { call, capHold: money.hold, rated }) };
}

/** Counts a request among all, and a call of a tool among those of that tool: both or none. */
function beginCalls(
  { calls, toolCalls }: Books,
  { scopes, request }: Asked,
  id: RequestId,
  now: number,
): ReturnType<Books['calls']['begin']> {
  const call = calls.begin(scopes, now);
  if (!call.begun || request.endpoint !== TOOL_ENDPOINT) return call;
  const ofTool = toolCalls.begin(scopes, { id, tool: request.model }, now);
  if (!ofTool.begun) {
    call.end(false, now);
    return ofTool;
  }
  return {
    begun: true,
    end(counts, at) {
      call.end(counts, at);
      ofTool.end(counts, at);
    },
  };
}

function recordOf({ key, request }: Asked, id: RequestId, startedAt: number): ReservationRecord {
  return {
    ...request,
    session: request.session ?? null,
    id,
    subKeyId: key.id,
    agentId: key.agentId,
    startedAt,
  };
}

/** The holds of the request, one from each book. */
interface Held {
  readonly call: Extract<ReturnType<Books['calls']['begin']>, { readonly begun: true }>;
  readonly capHold: Extract<ReturnType<Books['caps']['hold']>, { readonly held: true }>['hold'];
  readonly rated: ReturnType<Books['rates']['begin']>;
}

function openReservation(deps: ReservationDeps, record: ReservationRecord, books: Held): Reservation {
  const { ledger, release } = deps;
  const { caps, now } = deps.books;
  let ended: Promise<void> | undefined;
  let held = record.reserved;
  const committed = ledger.commit([statements.reserve(record)]);
  const durable = committed.then(() => ledger.sync());
  // The request itself gets the failure later; until then nothing may be awaiting these promises.
  durable.catch(() => undefined);
  return {
    record,
    committed,
    durable,
    held: () => held,
    resize(amount) {
      if (ended) return { resized: true, durable: ended };
      const tight = caps.resize(books.capHold, amount, now());
      if (tight) return { resized: false, account: tight };
      const isLess = amount < held;
      held = nanodollarsOf(Math.min(held, amount));
      const written = ledger.write([statements.resize(record.id, amount)]).then(() => {
        held = nanodollarsOf(Math.max(held, Math.min(amount, books.capHold.amount)));
      });
      written.catch(() => undefined);
      if (isLess) release.wake();
      return { resized: true, durable: written };
    },
    settle: (end) => (ended ??= settle(deps, { record, committed, held: books }, end)),
  };
}

async function settle(
  { retry, books, release, settled, nameOf }: ReservationDeps,
  { record, committed, held }: Pick<Reservation, 'record' | 'committed'> & { readonly held: Held },
  end: Omit<SettlementRecord, 'settledAt'>,
): Promise<void> {
  books.rates.end(held.rated, end.usage.input + end.usage.output);
  const written = await committed.then(
    () => true,
    () => false,
  );
  const settlement: SettlementRecord = { ...end, settledAt: books.now() };
  // A request whose reservation was never written was never forwarded, and costs nothing.
  if (written) await retry.untilWritten(statements.settle(record, settlement), cutEntry(record, settlement));
  const endedAt = books.now();
  held.call.end(written, endedAt);
  books.caps.settle(held.capHold, written ? settlement.cost : ZERO, endedAt);
  release.wake();
  if (!written) return;
  // The date that the caps have for it, because the clock may have gone back since.
  const startedAt = held.capHold.at;
  books.tallies.add(record.agentId, startedAt, settlement.cost);
  books.keyTallies.add(record.subKeyId, startedAt, settlement.cost);
  settled.emit(viewOf({ ...record, startedAt }, settlement, nameOf(record.agentId)));
}
