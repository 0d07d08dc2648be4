/** Where the dashboard opens: a page of its navigation, and what that page begins with. */
export interface WindowBounds {
  readonly page: 'overview' | 'agents' | 'requests' | 'keys' | 'connections' | 'settings';
  readonly params?: Readonly<Record<string, string>>;
}

/** The dashboard's own form of a place, for its address: `#/agents?agent=agt_...`. */
export function hashOf({ page, params = {} }: WindowBounds): string {
  const query = new URLSearchParams(params).toString();
  return `#/${page}${query === '' ? '' : `?${query}`}`;
}
