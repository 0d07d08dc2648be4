import type { Cap } from '../../../shared/cap.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { CapBook, CapRaise, PastSpend } from '../../domain/caps/cap-book.ts';
import type { CapOwnerName, CapPart, PartOwner } from '../../domain/caps/part-caps.ts';
import { matchesGlob } from '../../domain/policy/glob.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PartOf } from '../../ledger/read/read-part.ts';
import { BUCKET_MS } from '../../ledger/statements.ts';

/** What tells which parts a request belongs to. */
export interface PartFacts {
  readonly model: string;
  /** Its conversation; null where its tool names none. */
  readonly session: string | null;
}

/** One part that gets caps. */
interface NewPart {
  readonly owner: PartOwner;
  readonly scope: PolicyScope;
  readonly part: CapPart;
  readonly caps: readonly Cap[];
}

/** Parts in the book of caps, and the reading of what they spent before. */
export interface OpenParts {
  /** Opens a part. Running requests count at once; its caps hold when its past is read. */
  open(part: NewPart): void;
  setCaps(owner: PartOwner, caps: readonly Cap[]): void;
  /** Its running requests still settle in it; then nobody asks for it any more. */
  close(owner: PartOwner): void;
  /** Drops a part that holds nothing. @returns false while it does */
  drop(owner: PartOwner): boolean;
  /** Reads the past of these parts. @returns undefined where nothing is to be read */
  read(owners: readonly PartOwner[]): Promise<void> | undefined;
  readAll(): Promise<void>;
  /** A request has begun that these owners count. */
  begun(owners: readonly CapOwnerName[], id: string): void;
}

export interface OpenPartsDeps {
  readonly ledger: Pick<Ledger, 'modelPart' | 'conversationPart'>;
  readonly caps: Pick<CapBook, 'open' | 'setCaps' | 'held' | 'join' | 'addPast' | 'raise' | 'forget'>;
  /** Opens a scope with its earlier spending. */
  readonly openScope: (scope: PolicyScope) => void;
  readonly now: () => number;
  /** Resolves when the ledger dates everything as the books do: the clock may have gone back. */
  readonly redated: () => Promise<void>;
  /** What a person has added to its caps for today. */
  readonly raisesOf: (owner: PartOwner) => readonly CapRaise[];
}

/** A part whose past is not known yet. */
interface Pending {
  /** Ids of the requests that the book of caps counts by itself: all that ran when it was opened, or began since. */
  readonly counted: Set<string>;
  /** Those that hold once it is known. */
  caps: readonly Cap[];
  /** Reads its past, once at a time. */
  read(): Promise<void>;
}

/** @see OpenParts */
export function createOpenParts(deps: OpenPartsDeps): OpenParts {
  const { caps, now } = deps;
  const pending = new Map<string, Pending>();
  const readAll = (all: readonly Pending[]): Promise<void> =>
    Promise.all(all.map((one) => one.read())).then(() => undefined);
  return {
    open({ owner, scope, part, caps: list }) {
      deps.openScope(scope);
      caps.open(owner, []);
      const counted = new Set(caps.join(owner, scope, (about) => belongs(part, about), now()));
      for (const raise of deps.raisesOf(owner)) caps.raise(raise);
      let reading: Promise<void> | undefined;
      const read = async (): Promise<void> => {
        try {
          await deps.redated();
          const past = await pastOf(deps, scope, part, counted);
          // It may have been opened anew meanwhile.
          if (pending.get(owner) !== asked) return;
          caps.addPast(owner, past, now());
          caps.setCaps(owner, asked.caps, now());
          pending.delete(owner);
        } finally {
          reading = undefined;
        }
      };
      const asked: Pending = { counted, caps: list, read: () => (reading ??= read()) };
      pending.set(owner, asked);
    },
    setCaps(owner, list) {
      const asked = pending.get(owner);
      if (asked) asked.caps = list;
      else caps.setCaps(owner, list, now());
    },
    close(owner) {
      pending.delete(owner);
      if (!caps.forget(owner)) caps.setCaps(owner, [], now());
    },
    drop(owner) {
      const isDropped = caps.forget(owner);
      if (isDropped) pending.delete(owner);
      return isDropped;
    },
    read(owners) {
      if (pending.size === 0) return undefined;
      const asked = owners.flatMap((owner) => pending.get(owner) ?? []);
      return asked.length === 0 ? undefined : readAll(asked);
    },
    readAll: () => readAll([...pending.values()]),
    begun(owners, id) {
      if (pending.size > 0) for (const owner of owners) pending.get(owner)?.counted.add(id);
    },
  };
}

function belongs(part: CapPart, { model, session }: PartFacts): boolean {
  return part.kind === 'models' ? matchesGlob(part.models, model) : part.session === session;
}

/** A quarter hour is dated at its last minute, so that a rolling window never forgets it too early. */
async function pastOf(
  { ledger }: OpenPartsDeps,
  scope: PolicyScope,
  part: CapPart,
  ids: ReadonlySet<string>,
): Promise<readonly PastSpend[]> {
  const of = whoseIs(scope);
  const counted = [...ids];
  const rows =
    part.kind === 'models'
      ? (await ledger.modelPart(of, counted)).filter(({ model }) => matchesGlob(part.models, model))
      : await ledger.conversationPart(of, part.session, counted);
  return rows.map(({ bucket, cost }) => ({
    at: bucket + BUCKET_MS - 60_000,
    cost: nanodollarsOf(cost),
  }));
}

function whoseIs(scope: PolicyScope): PartOf {
  if (scope === EVERYTHING) return { of: 'everything' };
  const [kind, id = ''] = scope.split(':');
  if (kind === 'agent') return { of: 'agent', id };
  return { of: kind === 'provider' ? 'provider' : 'key', id };
}
