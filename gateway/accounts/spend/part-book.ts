import type { Cap } from '../../../shared/cap.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import { partOwner, readOwner } from '../../domain/caps/part-caps.ts';
import type { PartOwner } from '../../domain/caps/part-caps.ts';
import { matchesGlob } from '../../domain/policy/glob.ts';
import { createOpenParts } from './open-parts.ts';
import type { OpenParts, OpenPartsDeps, PartFacts } from './open-parts.ts';

/**
 * Caps on a part of what a scope spends. A part is opened when it gets its caps, or when a conversation is first seen.
 * Running requests count in it at once; its caps hold as soon as its past is read from the ledger, and until then no
 * request of that part passes.
 */
export interface PartBook extends Pick<OpenParts, 'begun'> {
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
  /** The parts of a scope that have caps; of its conversations those that went on last. */
  openOf(scope: PolicyScope): OpenOfScope;
  /** What counts as the scope has changed: its parts are read anew. */
  reread(scope: PolicyScope): void;
}

/** The owners of the caps of a scope's parts. */
export interface OpenOfScope {
  readonly models: readonly { readonly models: string; readonly owner: PartOwner }[];
  readonly conversations: readonly { readonly session: string | null; readonly owner: PartOwner }[];
}

/** The parts of one scope. */
interface Parts {
  readonly models: readonly { readonly models: string; readonly owner: PartOwner; readonly caps: readonly Cap[] }[];
  readonly conversation: readonly Cap[];
}

/** So many conversations are kept at hand; one that was dropped is read anew when it goes on. */
const MOST_CONVERSATIONS = 5_000;

/** @see PartBook */
export function createPartBook(deps: OpenPartsDeps): PartBook {
  const open = createOpenParts(deps);
  const conversations = createConversations(open);
  const scopes = new Map<PolicyScope, Parts>();

  const ownersOf: PartBook['ownersOf'] = (of, { model, session }) => {
    if (scopes.size === 0) return [];
    return of.flatMap((scope): readonly PartOwner[] => {
      const parts = scopes.get(scope);
      if (!parts) return [];
      const models = parts.models.filter(({ models: glob }) => matchesGlob(glob, model)).map(({ owner }) => owner);
      if (parts.conversation.length === 0) return models;
      return [...models, conversations.take(scope, parts.conversation, session)];
    });
  };

  const setModels = (scope: PolicyScope, modelCaps: NonNullable<Policy['modelCaps']>): Parts['models'] => {
    const before = scopes.get(scope)?.models ?? [];
    const models = modelCaps.map((one) => ({
      ...one,
      owner: partOwner(scope, { kind: 'models', models: one.models }),
    }));
    for (const { owner } of before) if (!models.some((one) => one.owner === owner)) open.close(owner);
    for (const { owner, models: glob, caps } of models) {
      if (before.some((one) => one.owner === owner)) open.setCaps(owner, caps);
      else open.open({ owner, scope, part: { kind: 'models', models: glob }, caps });
    }
    return models;
  };

  const set = (scope: PolicyScope, { modelCaps = [], conversationCaps = [] }: Policy): void => {
    const models = setModels(scope, modelCaps);
    conversations.setCaps(scope, conversationCaps);
    if (models.length === 0 && conversationCaps.length === 0) scopes.delete(scope);
    else scopes.set(scope, { models, conversation: conversationCaps });
    if (conversationCaps.length === 0) return;
    // A conversation whose requests run is limited as well.
    for (const { session } of deps.caps.held(scope)) conversations.take(scope, conversationCaps, session);
  };

  return {
    set,
    begun: open.begun,
    read: open.readAll,
    ownersOf,
    openOf: (scope) => ({ models: scopes.get(scope)?.models ?? [], conversations: conversations.latest(scope) }),
    ready: (of, facts) => (scopes.size === 0 ? undefined : open.read(ownersOf(of, facts))),
    reread(scope) {
      const parts = scopes.get(scope);
      if (!parts) return;
      set(scope, {});
      set(scope, {
        modelCaps: parts.models.map(({ models, caps }) => ({ models, caps: [...caps] })),
        conversationCaps: [...parts.conversation],
      });
    },
  };
}

interface Conversations {
  /** The owner of the caps of one conversation, opened where it is new. */
  take(scope: PolicyScope, caps: readonly Cap[], session: string | null): PartOwner;
  setCaps(scope: PolicyScope, caps: readonly Cap[]): void;
  latest(scope: PolicyScope): OpenOfScope['conversations'];
}

/** So many of the newest conversations are looked at for the fullest one: what goes on now is among them. */
const LATEST = 100;

/** The conversations at hand, those that were used last at the end. */
function createConversations(open: OpenParts): Conversations {
  const scopeOfEach = new Map<PartOwner, PolicyScope>();
  const sessionOf = (owner: PartOwner): string | null => {
    const { part } = readOwner(owner);
    return part?.kind === 'conversation' ? part.session : null;
  };
  const dropIdle = (): void => {
    for (const owner of scopeOfEach.keys()) {
      if (scopeOfEach.size <= MOST_CONVERSATIONS) return;
      if (open.drop(owner)) scopeOfEach.delete(owner);
    }
  };
  return {
    take(scope, caps, session) {
      const part = { kind: 'conversation', session } as const;
      const owner = partOwner(scope, part);
      const isKnown = scopeOfEach.delete(owner);
      scopeOfEach.set(owner, scope);
      if (isKnown) return owner;
      open.open({ owner, scope, part, caps });
      dropIdle();
      return owner;
    },
    latest: (scope) =>
      [...scopeOfEach]
        .filter(([, of]) => of === scope)
        .slice(-LATEST)
        .map(([owner]) => ({ owner, session: sessionOf(owner) })),
    setCaps(scope, caps) {
      const mine = [...scopeOfEach].filter(([, of]) => of === scope).map(([owner]) => owner);
      for (const owner of mine) {
        if (caps.length > 0) {
          open.setCaps(owner, caps);
          continue;
        }
        scopeOfEach.delete(owner);
        open.close(owner);
      }
    },
  };
}
