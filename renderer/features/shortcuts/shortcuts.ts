import type { PageId } from '../../../shared/page-routes.ts';

/** What `g` and a letter lead to. */
export const PAGE_LETTERS: Readonly<Record<PageId, string>> = {
  overview: 'o',
  agents: 'a',
  costs: 'd',
  requests: 'r',
  keys: 'k',
  connections: 'c',
  mcp: 'm',
  audit: 'u',
  settings: 's',
};

/** Two keys are one shortcut within this time, in milliseconds. */
export const TOGETHER_MS = 1_500;

/** What a key does, given the one before it. */
export type KeyMeaning =
  | { readonly kind: 'list' | 'search' | 'begin' }
  | { readonly kind: 'go'; readonly page: PageId };

/** @param before the key before, if it came within {@link TOGETHER_MS} */
export function meaningOf(key: string, before: string | undefined): KeyMeaning | undefined {
  if (before === 'g') {
    const found = Object.entries(PAGE_LETTERS).find(([, letter]) => letter === key);
    if (found) return { kind: 'go', page: pageOf(found[0]) };
  }
  if (key === '?') return { kind: 'list' };
  if (key === '/') return { kind: 'search' };
  return key === 'g' ? { kind: 'begin' } : undefined;
}

function pageOf(name: string): PageId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names of a record of pages
  return name as PageId;
}
