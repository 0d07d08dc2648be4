import { PAGE_IDS } from '../../shared/page-routes.ts';
import type { PageRoute } from '../../shared/page-routes.ts';

/** Reads the part of the address behind `#`. An unknown page is the overview. */
export function readPageRoute(hash: string): Required<PageRoute> {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const page = PAGE_IDS.find((id) => id === path) ?? 'overview';
  return { page, params: Object.fromEntries(new URLSearchParams(query)) };
}
