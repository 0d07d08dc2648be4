import { useDeferredValue, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { addressOf, filtersOf, searchOf } from '../features/requests/filters/filters.ts';
import type { RequestFilters } from '../features/requests/filters/filters.ts';
import { FilterBar } from '../features/requests/filters/filter-bar.tsx';
import { FoundRequests } from '../features/requests/found-requests.tsx';
import { spanFromNow } from '../state/time-and-money/time-range.ts';
import { goToRoute } from '../shell/go-to-route.ts';
import { startOfDay } from '../state/time-and-money/zoned.ts';
import { useNow } from '../state/time-and-money/use-now.ts';
import { useDashboard } from '../state/live/session-context.ts';
import { say } from '../strings/say.ts';
import '../features/requests/requests.css';

interface RequestsPageProps {
  readonly state: StateView;
  readonly params: Readonly<Record<string, string>>;
}

/** Every request there ever was, settled or refused, live, and one of them opened. The address has the filters. */
export function RequestsPage({ state, params }: RequestsPageProps): ReactNode {
  const { scene } = useDashboard();
  const { timeZone } = state.gateway;
  const filters = useMemo(() => filtersOf(params), [params]);
  const asked = useDeferredValue(filters);
  // Ranges are counted from the moment they were chosen; those of whole days move on at midnight.
  const today = startOfDay(useNow(60_000), timeZone);
  const search = useMemo(() => searchOf(asked, spanFromNow(asked, today, timeZone)), [asked, timeZone, today]);
  const change = (next: RequestFilters): void =>
    // Typing leaves no trail: Back goes to where it began.
    goToRoute('requests', addressOf(next), next.text === filters.text ? 'push' : 'replace');
  return (
    <section className="requests-page" aria-label={say.requests.title}>
      <FilterBar state={state} filters={filters} onFilters={change} />
      <FoundRequests key={scene} state={state} search={search} />
    </section>
  );
}
