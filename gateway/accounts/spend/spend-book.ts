import type { CallLimit, Cap } from '../../../shared/cap.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { agentIdSchema } from '../../../shared/ids.ts';
import type { AgentId, SubKeyId } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { CapAccount, CapRaise } from '../../domain/caps/cap-book.ts';
import type { CapOwnerName } from '../../domain/caps/part-caps.ts';
import type { RatedLevel } from '../../domain/caps/rate-book.ts';
import type { RuleRefusal } from '../../domain/policy/decide.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { BilledRow } from '../../ledger/read/read-billed.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { statements } from '../../ledger/statements.ts';
import type { Emitter } from '../../platform/emitter.ts';
import type { Random } from '../../platform/ports.ts';
import type { AgentTally } from './agent-tally.ts';
import type { KeyTally } from './key-tally.ts';
import { openBooks } from './books.ts';
import type { Books, BooksDeps } from './books.ts';
import { createPartBook } from './part-book.ts';
import type { PartBook } from './part-book.ts';
import type { OpenOfScope } from './part-book.ts';
import type { PartFacts } from './open-parts.ts';
import { createRelease } from './release.ts';
import { hold } from './reservation.ts';
import type { ReserveResult, SpendRequest } from './reservation.ts';

/** What tells whose caps a request counts against. */
export interface OwnedRequest extends PartFacts {
  readonly provider: string;
}

/** The scopes that a request counts against: its sub-key, its agent, its provider, everything. */
export function ownersOf(key: Pick<SubKeyRecord, 'id' | 'agentId'>, provider: string): readonly PolicyScope[] {
  return [scopeOf('key', key.id), scopeOf('agent', key.agentId), scopeOf('provider', provider), EVERYTHING];
}

/** Everyone's spending and held money: the caps in memory, every change in the ledger. */
export interface SpendBook {
  /**
   * Whose caps a request counts against: its scopes, the group of its agent, and the parts that have caps of their own.
   * Expects that `ready` was waited for.
   */
  ownersFor(key: Pick<SubKeyRecord, 'id' | 'agentId'>, request: OwnedRequest): readonly CapOwnerName[];
  /** Resolves when all that these caps count is known. @returns undefined where it is: nearly always */
  ready(key: Pick<SubKeyRecord, 'id' | 'agentId'>, request: OwnedRequest): Promise<void> | undefined;
  left(owners: readonly CapOwnerName[]): Nanodollars;
  /** The money that would be left if every running request cost nothing. */
  leftIdle(owners: readonly CapOwnerName[]): Nanodollars;
  /** Resolves when money or a place is given back next, so that a waiting request can try again. */
  released(): Promise<void>;
  /**
   * @param tokens roughly how many it will use, for rates; the true number replaces this at the settlement
   * @param overCap a person has allowed it although it does not fit
   */
  reserve(key: SubKeyRecord, request: SpendRequest, tokens: number, overCap?: boolean): ReserveResult;
  /** True while something cannot be written: then no new request is let through. */
  isStuck(): boolean;
  /** Checks whether the rates allow one more request of about this many tokens. */
  checkRates(levels: readonly RatedLevel[], tokens: number): RuleRefusal | undefined;
  accounts(owner: CapOwnerName): readonly CapAccount[];
  /** The parts of a scope that have caps of their own. */
  partsOf(scope: PolicyScope): OpenOfScope;
  /**
   * Sets the caps of a scope and its limits on the number of requests; what it has spent and holds counts against them.
   */
  setCaps(scope: PolicyScope, caps: readonly Cap[], calls?: readonly CallLimit[]): void;
  /** Sets the caps of parts of a scope, which hold when `partsRead` has resolved, and the group that an agent is in. */
  setParts(scope: PolicyScope, policy: Policy): void;
  /** Resolves when what parts have spent before is known. Where it cannot be read, their requests are refused. */
  partsRead(): Promise<void>;
  /** Corrects the cost of a settled request, in every cap and tally; the caller has written it. */
  correct(
    request: Pick<BilledRow, 'subKeyId' | 'agentId' | 'provider' | 'model' | 'session' | 'startedAt'>,
    difference: Nanodollars,
  ): void;
  /** Adds to a cap until a given time; on disk before it counts. */
  raise(
    raise: CapRaise & { readonly owner: CapOwnerName },
    about: Pick<AuditEntry, 'agentId' | 'subKeyId'>,
  ): Promise<void>;
  tallyOf(id: AgentId): AgentTally;
  keyTallyOf(id: SubKeyId): KeyTally;
  /** Counts what an agent has spent, and what it holds, as another's: the caps of that one hold. */
  mergeAgents(id: AgentId, into: AgentId): void;
}

interface SpendBookDeps extends BooksDeps {
  readonly random: Random;
  readonly settled: Emitter<RequestView>;
  readonly nameOf: (id: AgentId) => string;
}

/** Rebuilds the book from the ledger. @see SpendBook */
export async function createSpendBook(deps: SpendBookDeps): Promise<SpendBook> {
  const { ledger, retry } = deps;
  const books = await openBooks(deps);
  const { caps, rates, tallies, now } = books;
  const release = createRelease();
  const { contents } = ledger;
  const agentIn = (scope: PolicyScope): AgentId | undefined =>
    agentIdSchema.safeParse(scope.replace('agent:', '')).data;
  const parts = openParts(ledger, books);
  const partBooks = [parts, books.toolCalls];
  const partsRead = (): Promise<unknown> => Promise.all(partBooks.map((book) => book.read()));
  for (const [scope, policy] of contents.policies) for (const book of partBooks) book.set(scope, policy);
  await partsRead();
  const ownersFor: SpendBook['ownersFor'] = (key, { provider, ...facts }) => {
    const scopes = ownersOf(key, provider);
    const group = books.groups.groupOf(key.agentId);
    return [...scopes, ...(group === undefined ? [] : [group]), ...parts.ownersOf(scopes, facts)];
  };
  const reservations = { ...deps, books, release, begun: parts.begun };
  return {
    ownersFor,
    ready(key, { provider, ...facts }) {
      const scopes = ownersOf(key, provider);
      const [ofParts, ofTools] = [parts.ready(scopes, facts), books.toolCalls.ready(scopes, facts.model)];
      return ofParts && ofTools ? Promise.all([ofParts, ofTools]).then(nothing) : (ofParts ?? ofTools);
    },
    left: (owners) => caps.left(owners, now()),
    leftIdle: (owners) => caps.leftIdle(owners, now()),
    released: release.next,
    isStuck: () => retry.isStuck(),
    checkRates: (levels, tokens) => rates.check(levels, tokens, now()),
    accounts: (scope) => caps.accounts(scope, now()),
    partsOf: parts.openOf,
    setCaps(scope, list, limits = []) {
      books.setCaps(scope, list, limits);
      release.wake();
    },
    setParts(scope, policy) {
      const id = agentIn(scope);
      if (id !== undefined) books.groups.setGroup(id, policy.group);
      for (const book of partBooks) book.set(scope, policy);
      release.wake();
    },
    partsRead: () => partsRead().then(nothing, nothing),
    correct({ subKeyId, agentId, startedAt, ...request }, difference) {
      books.correct({ agentId, subKeyId }, ownersFor({ id: subKeyId, agentId }, request), startedAt, difference);
      release.wake();
    },
    async raise(raise, about) {
      const { owner: scope, window, rolling, extra, until } = raise;
      const detail = { scope, window, rolling, extra, until };
      await ledger.write([statements.raiseCap(raise)], [{ at: now(), kind: 'cap-raised', ...about, detail }]);
      books.raise(raise);
      release.wake();
    },
    tallyOf(id) {
      now();
      return tallies.of(id);
    },
    keyTallyOf: (id) => books.keyTallies.of(id),
    mergeAgents(id, into) {
      books.mergeAgents(id, into);
      parts.set(scopeOf('agent', id), {});
      parts.reread(scopeOf('agent', into));
      release.wake();
    },
    reserve: (key, request, tokens, overCap = false) =>
      hold(reservations, {
        key,
        scopes: ownersOf(key, request.provider),
        owners: ownersFor(key, { ...request, session: request.session ?? null }),
        request,
        tokens,
        overCap,
      }),
  };
}

function openParts(ledger: Ledger, { caps, open, now, redated, raisesOf }: Books): PartBook {
  return createPartBook({ ledger, caps, openScope: open, now, redated, raisesOf });
}

function nothing(): void {}
