import type { IconName } from '../ui/icon.tsx';

/** The pages, in the order of the navigation. */
export const PAGES = [
  { id: 'overview', icon: 'overview' },
  { id: 'agents', icon: 'agents' },
  { id: 'requests', icon: 'requests' },
  { id: 'keys', icon: 'keys' },
  { id: 'connections', icon: 'connections' },
  { id: 'audit', icon: 'audit' },
  { id: 'settings', icon: 'settings' },
] as const satisfies readonly { readonly id: string; readonly icon: IconName }[];

export type PageId = (typeof PAGES)[number]['id'];

/** A page, and what it should begin with: `#/requests?agent=agt_...`. */
export interface Route {
  readonly page: PageId;
  readonly params: Readonly<Record<string, string>>;
}

/** Reads the part of the address behind `#`. What is unknown is the overview. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const page = PAGES.find(({ id }) => id === path)?.id ?? 'overview';
  return { page, params: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a page: only the hash changes, so it works from a file, a custom scheme and a server alike. */
export function hrefOf(page: PageId, params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `#/${page}${query === '' ? '' : `?${query}`}`;
}
