import type { PolicyScope } from '../../../shared/policy.ts';

/**
 * A part of what a scope spends, with caps of its own: all models that a glob matches, or one conversation. Requests of
 * tools that name no conversation (`null`) count as one together.
 */
export type CapPart =
  | { readonly kind: 'models'; readonly models: string }
  | { readonly kind: 'conversation'; readonly session: string | null };

/** The owner of a cap in the book: a scope, or a part of one. */
export type CapOwnerName = PolicyScope | PartOwner;
export type PartOwner = `${string} models ${string}` | `${string} conversation ${string}`;

/** The name of a part in the book of caps. No scope has a space in it. */
export function partOwner(scope: PolicyScope, part: CapPart): PartOwner {
  return part.kind === 'models'
    ? `${scope} models ${part.models}`
    : `${scope} conversation ${part.session === null ? '' : `=${part.session}`}`;
}

/** Tells a part from a scope. */
export function isPart(owner: CapOwnerName): owner is PartOwner {
  return owner.includes(' ');
}

/** Reads the name of an owner. @returns the scope, and the part where it is one */
export function readOwner(owner: string): { readonly scope: string; readonly part?: CapPart } {
  const [scope = '', kind] = owner.split(' ', 2);
  const rest = owner.slice(scope.length + 1 + (kind?.length ?? 0) + 1);
  if (kind === 'models') return { scope, part: { kind, models: rest } };
  if (kind === 'conversation') return { scope, part: { kind, session: rest === '' ? null : rest.slice(1) } };
  return { scope };
}
