import { hrefOf } from '../../shared/page-routes.ts';
import type { PageId } from '../../shared/page-routes.ts';

/**
 * Goes to an address of the dashboard. `replace` keeps no way back to the one before: for what changes with every
 * letter.
 */
export function goToRoute(page: PageId, params: Readonly<Record<string, string>>, how: 'push' | 'replace'): void {
  const href = hrefOf(page, params);
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
  // Browsers tell of links only.
  window.dispatchEvent(new Event('hashchange'));
}
