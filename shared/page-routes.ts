/** The pages of the dashboard, in the order of its navigation. */
export const PAGE_IDS = [
  'overview',
  'costs',
  'agents',
  'requests',
  'keys',
  'connections',
  'mcp',
  'audit',
  'settings',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

/** A page of the dashboard, and what it begins with: `#/requests?agent=agt_...`. */
export interface PageRoute {
  readonly page: PageId;
  readonly params?: Readonly<Record<string, string>>;
}

/**
 * The address of a page, for the page itself and for the tray: only the hash changes, so it works from a file, a custom
 * scheme and a server alike. `readPageRoute` of the dashboard reads it back.
 */
export function hrefOf(page: PageId, params: Readonly<Record<string, string>> = {}): string {
  const query = Object.entries(params).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return `#/${page}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
