import { useMemo, useSyncExternalStore } from 'react';
import { readPageRoute } from './read-page-route.ts';
import type { PageRoute } from '../../shared/page-routes.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The page that is shown; back and forward work as everywhere. */
export function useRoute(): Required<PageRoute> {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => readPageRoute(hash), [hash]);
}
