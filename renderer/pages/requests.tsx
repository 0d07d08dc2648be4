import { useDeferredValue, useState } from 'react';
import type { ReactNode } from 'react';
import type { RequestView, StateView } from '../../shared/contract/views.ts';
import { filtersOf, searchOf } from '../features/requests/filters.ts';
import { FilterBar } from '../features/requests/filter-bar.tsx';
import { RequestDetailPanel } from '../features/requests/request-detail.tsx';
import { RequestList } from '../features/requests/request-list.tsx';
import { useSearch } from '../features/requests/use-search.ts';
import { agentColors } from '../state/agent-colors.ts';
import { momentText } from '../state/format.ts';
import { useNow } from '../state/use-now.ts';
import { Problem } from '../ui/notice.tsx';
import '../features/requests/requests.css';

interface RequestsPageProps {
  readonly state: StateView;
  readonly params: Readonly<Record<string, string>>;
}

/** Every settled request there ever was, live, and one of them opened. */
export function RequestsPage({ state, params }: RequestsPageProps): ReactNode {
  const [filters, setFilters] = useState(() => filtersOf(params));
  const [opened, setOpened] = useState<RequestView>();
  const now = useNow(30_000);
  const { requests, busy, done, searchedTo, problem, more } = useSearch(searchOf(useDeferredValue(filters), state));
  const { timeZone } = state.gateway;
  return (
    <section className="requests-page" aria-label="Requests">
      <FilterBar state={state} filters={filters} onFilters={setFilters} />
      <Problem sentence={problem} />
      <div className={opened === undefined ? 'requests-split' : 'requests-split requests-opened'}>
        <div>
          <RequestList requests={requests} colors={agentColors(state.agents)} selected={opened?.id} timeZone={timeZone} now={now} onSelect={setOpened} onEnd={more} />
          <p className="faint list-end" role="status">
            {busy && (searchedTo === null ? 'Searching…' : `Searching, back to ${momentText(searchedTo, now, timeZone)}…`)}
            {done && (requests.length === 0 ? 'No request matches. A request is listed when it has settled.' : `${requests.length.toLocaleString('en-US')} found. That is all.`)}
            {!busy && !done && `${requests.length.toLocaleString('en-US')} listed. Scroll for older ones.`}
          </p>
        </div>
        {opened !== undefined && <RequestDetailPanel request={opened} timeZone={timeZone} now={now} onClose={() => setOpened(undefined)} />}
      </div>
    </section>
  );
}
