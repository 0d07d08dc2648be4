import type { Cap } from '../../../shared/cap.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import type { CapBook, CapRaise, PastSpend } from '../../domain/caps/cap-book.ts';
import { partOwner } from '../../domain/caps/part-caps.ts';
import type { CapOwnerName, CapPart, PartOwner } from '../../domain/caps/part-caps.ts';
import { matchesGlob } from '../../domain/policy/glob.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PartOf, PartRow } from '../../ledger/read/read-part.ts';
import { BUCKET_MS } from '../../ledger/statements.ts';

/** What tells which parts a request belongs to. */
export interface PartFacts {
  readonly model: string;
  /** Its conversation; null where its tool names none. */
  readonly session: string | null;
}

/**
 * Caps on a part of what a scope spends. A part is opened when it gets its caps, or when a conversation is first seen.
 * Running requests count in it at once; its caps hold as soon as its past is read from the ledger, and until then no
 * request of that part passes.
 */
export interface PartBook {
  /**
   * Takes the caps that a policy has for parts of its scope; what they have spent and hold counts. They hold when
   * `read` has resolved.
   */
  set(scope: PolicyScope, policy: Policy): void;
  /** Resolves when the past of every open part is known. @throws what the ledger throws */
  read(): Promise<void>;
  /** The parts with caps that a request belongs to. Expects that `ready` was waited for. */
  ownersOf(scopes: readonly PolicyScope[], facts: PartFacts): readonly PartOwner[];
  /** Resolves when the past of these parts is known. @returns undefined where it is */
  ready(scopes: readonly PolicyScope[], facts: PartFacts): Promise<void> | undefined;
  /** A request has begun that these owners count. */
  begun(owners: readonly CapOwnerName[], id: string): void;
  /** What counts as the scope has changed: its parts are read anew. */
  reread(scope: PolicyScope): void;
}

interface PartBookDeps {
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

/** The parts of one scope. */
interface Parts {
  readonly models: readonly { readonly models: string; readonly owner: PartOwner; readonly caps: readonly Cap[] }[];
  readonly conversation: readonly Cap[];
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

/** So many conversations are kept at hand; one that was dropped is read anew when it goes on. */
const MOST_CONVERSATIONS = 5_000;

/** @see PartBook */
export function createPartBook(deps: PartBookDeps): PartBook {
  const { caps, now } = deps;
  const scopes = new Map<PolicyScope, Parts>();
  /** Parts whose past is not known yet. */
  const pending = new Map<string, Pending>();
  const conversations = new Map<PartOwner, PolicyScope>();

  const begin = (owner: PartOwner, scope: PolicyScope, part: CapPart, list: readonly Cap[]): void => {
    deps.openScope(scope);
    const began = now();
    caps.open(owner, []);
    const counted = new Set(caps.join(owner, scope, (about) => belongs(part, about), began));
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
  };

  const setCaps = (owner: PartOwner, list: readonly Cap[]): void => {
    const asked = pending.get(owner);
    if (asked) asked.caps = list;
    else caps.setCaps(owner, list, now());
  };

  const end = (owner: PartOwner): void => {
    pending.delete(owner);
    conversations.delete(owner);
    // Its running requests still settle in it; then nobody asks for it any more.
    if (!caps.forget(owner)) caps.setCaps(owner, [], now());
  };

  const dropIdle = (): void => {
    for (const owner of conversations.keys()) {
      if (conversations.size <= MOST_CONVERSATIONS) return;
      if (caps.forget(owner)) conversations.delete(owner);
    }
  };

  const conversationOf = (scope: PolicyScope, list: readonly Cap[], session: string | null): PartOwner => {
    const part = { kind: 'conversation', session } as const;
    const owner = partOwner(scope, part);
    const isKnown = conversations.delete(owner);
    // The one that was used last is dropped last.
    conversations.set(owner, scope);
    if (!isKnown) {
      begin(owner, scope, part, list);
      dropIdle();
    }
    return owner;
  };

  const ownersOf: PartBook['ownersOf'] = (of, { model, session }) => {
    if (scopes.size === 0) return [];
    return of.flatMap((scope): readonly PartOwner[] => {
      const parts = scopes.get(scope);
      if (!parts) return [];
      const models = parts.models.filter(({ models: glob }) => matchesGlob(glob, model)).map(({ owner }) => owner);
      return parts.conversation.length === 0 ? models : [...models, conversationOf(scope, parts.conversation, session)];
    });
  };

  const set = (scope: PolicyScope, { modelCaps = [], conversationCaps = [] }: Policy): void => {
    const before = scopes.get(scope);
    const models = modelCaps.map((one) => ({
      ...one,
      owner: partOwner(scope, { kind: 'models', models: one.models }),
    }));
    for (const { owner } of before?.models ?? []) if (!models.some((one) => one.owner === owner)) end(owner);
    for (const { owner, models: glob, caps: list } of models) {
      if (before?.models.some((one) => one.owner === owner)) setCaps(owner, list);
      else begin(owner, scope, { kind: 'models', models: glob }, list);
    }
    for (const [owner, of] of [...conversations]) {
      if (of !== scope) continue;
      if (conversationCaps.length === 0) end(owner);
      else setCaps(owner, conversationCaps);
    }
    if (models.length === 0 && conversationCaps.length === 0) scopes.delete(scope);
    else scopes.set(scope, { models, conversation: conversationCaps });
    // A conversation whose requests run is limited as well.
    if (conversationCaps.length > 0)
      for (const { session } of caps.held(scope)) conversationOf(scope, conversationCaps, session);
  };

  return {
    set,
    async read() {
      await Promise.all([...pending.values()].map((asked) => asked.read()));
    },
    ownersOf,
    ready(of, facts) {
      if (scopes.size === 0) return undefined;
      const reads = ownersOf(of, facts).flatMap((owner) => pending.get(owner) ?? []);
      return reads.length === 0 ? undefined : Promise.all(reads.map(({ read }) => read())).then(() => undefined);
    },
    begun(owners, id) {
      if (pending.size > 0) for (const owner of owners) pending.get(owner)?.counted.add(id);
    },
    reread(scope) {
      const parts = scopes.get(scope);
      if (!parts) return;
      for (const { owner } of parts.models) end(owner);
      for (const [owner, of] of [...conversations]) if (of === scope) end(owner);
      scopes.delete(scope);
      set(scope, {
        modelCaps: parts.models.map(({ models, caps: list }) => ({ models, caps: [...list] })),
        conversationCaps: [...parts.conversation],
      });
    },
  };
}

function belongs(part: CapPart, { model, session }: PartFacts): boolean {
  return part.kind === 'models' ? matchesGlob(part.models, model) : part.session === session;
}

/** A quarter hour is dated at its last minute, so that a rolling window never forgets it too early. */
async function pastOf(
  { ledger }: PartBookDeps,
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
  return rows.map(({ bucket, cost }: PartRow) => ({
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
