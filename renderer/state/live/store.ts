import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { LiveEvent, RequestView, StateView } from '../../../shared/contract/views.ts';
import { EMPTY_DASHBOARD, reduceDashboard } from './dashboard.ts';
import type { Dashboard, DashboardEvent } from './dashboard.ts';

/** The dashboard and who watches it. */
export interface Store {
  get(): Dashboard;
  dispatch(event: DashboardEvent | LiveEvent): void;
  subscribe(listener: () => void): () => void;
}

/** A burst of requests is drawn ten times a second at most; the first of it at once. */
const QUIET_MS = 100;
/**
 * A page that costs more to draw is drawn less often: with many agents once or twice a second, as nobody reads fifty
 * numbers faster.
 */
const quietFor = ({ state }: Dashboard): number =>
  (state?.agents.length ?? 0) <= 10 ? QUIET_MS : (state?.agents.length ?? 0) <= 30 ? 5 * QUIET_MS : 10 * QUIET_MS;

/** Makes the store that the React tree reads with `useSyncExternalStore`. */
export function createStore(quietMs: (dashboard: Dashboard) => number = quietFor): Store {
  let shown = EMPTY_DASHBOARD;
  /** Events of a burst are reduced together, when they are drawn. Of states only the newest counts. */
  let requests: RequestView[] = [];
  let refusals: RefusalView[] = [];
  let state: StateView | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function caughtUp(): Dashboard {
    let latest = shown;
    if (requests.length > 0) latest = reduceDashboard(latest, { type: 'requests', requests });
    if (refusals.length > 0) latest = reduceDashboard(latest, { type: 'refusals', refusals });
    if (state !== undefined) latest = reduceDashboard(latest, { type: 'state', state });
    requests = [];
    refusals = [];
    state = undefined;
    return latest;
  }

  function show(latest: Dashboard): void {
    clearTimeout(timer);
    timer = undefined;
    if (shown === latest) return;
    shown = latest;
    for (const listener of listeners) listener();
    timer = setTimeout(() => show(caughtUp()), quietMs(shown));
  }

  return {
    get: () => shown,
    dispatch(event) {
      // Only what can come in bursts waits; what a person did is seen at once.
      if (event.type === 'request') requests.push(event.request);
      else if (event.type === 'refusal') refusals.push(event.refusal);
      else if (event.type === 'state') ({ state } = event);
      else return show(reduceDashboard(caughtUp(), event));
      if (timer === undefined) show(caughtUp());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
