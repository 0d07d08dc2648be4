import { useMemo, useSyncExternalStore } from 'react';
import { readRoute } from './pages.ts';
import type { Route } from './pages.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The page that is shown; back and forward work as everywhere. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => readRoute(hash), [hash]);
}
