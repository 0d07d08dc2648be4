import { useDeferredValue, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { addressOf, filtersOf, searchOf } from '../features/requests/filters.ts';
import type { RequestFilters } from '../features/requests/filters.ts';
import { FilterBar } from '../features/requests/filter-bar.tsx';
import { FoundRequests } from '../features/requests/found-requests.tsx';
import { hrefOf } from '../../shared/page-routes.ts';
import { useDashboard } from '../state/live/session-context.ts';
import { say } from '../strings/say.ts';
import '../features/requests/requests.css';

interface RequestsPageProps {
  readonly state: StateView;
  readonly params: Readonly<Record<string, string>>;
}

/** Every settled request there ever was, live, and one of them opened. */
export function RequestsPage({ state, params }: RequestsPageProps): ReactNode {
  const { scene } = useDashboard();
  const [filters, setFilters] = useState(() => filtersOf(params));
  const asked = useDeferredValue(filters);
  const search = useMemo(() => searchOf(asked), [asked]);
  const change = (next: RequestFilters): void => {
    // A session comes with the address and goes with it, so that the same link works again.
    if (next.session !== filters.session) window.location.hash = hrefOf('requests', addressOf(next));
    else setFilters(next);
  };
  return (
    <section className="requests-page" aria-label={say.requests.title}>
      <FilterBar state={state} filters={filters} onFilters={change} />
      <FoundRequests key={scene} state={state} search={search} />
    </section>
  );
}
