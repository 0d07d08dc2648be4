import { EMPTY_DASHBOARD, reduceDashboard } from './dashboard.ts';
import type { Dashboard, DashboardEvent } from './dashboard.ts';

/** The dashboard and who watches it. */
export interface Store {
  get(): Dashboard;
  dispatch(event: DashboardEvent): void;
  subscribe(listener: () => void): () => void;
}

/** A burst of requests is drawn ten times a second at most; the first of it at once. */
const QUIET_MS = 100;

/** Makes the store that the React tree reads with `useSyncExternalStore`. */
export function createStore(quietMs = QUIET_MS): Store {
  let latest = EMPTY_DASHBOARD;
  let shown = latest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function show(): void {
    clearTimeout(timer);
    timer = undefined;
    if (shown === latest) return;
    shown = latest;
    for (const listener of listeners) listener();
    timer = setTimeout(show, quietMs);
  }

  return {
    get: () => shown,
    dispatch(event) {
      latest = reduceDashboard(latest, event);
      // Only what can come in bursts waits; what a person did is seen at once.
      const canWait = event.type === 'request' || event.type === 'state';
      if (timer === undefined || !canWait) show();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
