import { useDeferredValue, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { filtersOf, searchOf } from '../features/requests/filters.ts';
import { FilterBar } from '../features/requests/filter-bar.tsx';
import { FoundRequests } from '../features/requests/found-requests.tsx';
import { useDashboard } from '../state/session-context.ts';
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
  return (
    <section className="requests-page" aria-label="Requests">
      <FilterBar state={state} filters={filters} onFilters={setFilters} />
      <FoundRequests key={scene} state={state} search={search} />
    </section>
  );
}
