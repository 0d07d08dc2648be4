import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { RequestView, StateView } from '../../../shared/contract/views.ts';
import { agentColors } from '../../state/chart/agent-colors.ts';
import { momentText } from '../../state/time-and-money/format.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { Problem } from '../../ui/notice.tsx';
import { matches } from './filters.ts';
import { createPager } from './pager.ts';
import type { Search } from './pager.ts';
import { RequestDetailPanel } from './detail/request-detail.tsx';
import { RequestList } from './request-list.tsx';
import { withCorrections } from './with-corrections.ts';

interface FoundRequestsProps {
  readonly state: StateView;
  readonly search: Search;
}

/** The list of what was found, live at its top, and one request opened beside it. */
export function FoundRequests({ state, search }: FoundRequestsProps): ReactNode {
  const { call } = useSession();
  const { recent, corrected } = useDashboard();
  const [opened, setOpened] = useState<RequestView>();
  const now = useNow(30_000);
  const pager = useMemo(() => createPager(call, search), [call, search]);
  const found = useSyncExternalStore(pager.subscribe, pager.get);
  const more = useCallback(() => pager.more(), [pager]);
  const colors = useMemo(() => agentColors(state.agents), [state.agents]);
  const requests = useMemo(() => {
    const known = new Set(found.requests.map(({ id }) => id));
    const newest = found.requests[0]?.settledAt ?? 0;
    const isNew = ({ id, settledAt }: RequestView): boolean => settledAt >= newest && !known.has(id);
    const live = recent.filter((request) => isNew(request) && matches(request, search));
    return withCorrections([...live, ...found.requests], corrected);
  }, [found.requests, recent, corrected, search]);
  const [shown] = opened === undefined ? [] : withCorrections([opened], corrected);
  const { timeZone } = state.gateway;
  const { busy, done, searchedTo, problem } = found;

  return (
    <div className={opened === undefined ? 'requests-split' : 'requests-split requests-opened'}>
      <div>
        <RequestList
          requests={requests}
          colors={colors}
          selected={opened?.id}
          timeZone={timeZone}
          now={now}
          onSelect={setOpened}
          onEnd={more}
        />
        <Problem sentence={problem} />
        <p className="faint list-end" role="status">
          {busy &&
            (searchedTo === null
              ? say.requests.searching
              : say.requests.searchedTo(momentText(searchedTo, now, timeZone)))}
          {done && (requests.length === 0 ? noneText(search) : say.requests.all(requests.length))}
          {!busy && !done && say.requests.more(requests.length)}
        </p>
      </div>
      {shown !== undefined && (
        <RequestDetailPanel
          request={shown}
          agent={state.agents.find((agent) => agent.id === shown.agentId)}
          timeZone={timeZone}
          now={now}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

/** An empty list: nothing has happened yet, or the filters let nothing through. */
function noneText(search: Search): string {
  return Object.keys(search).length === 0 ? say.requests.none : say.requests.noneMatch;
}
