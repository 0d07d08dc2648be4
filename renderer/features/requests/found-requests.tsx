import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { agentColors } from '../../state/chart/agent-colors.ts';
import { momentText } from '../../state/time-and-money/format.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { Problem } from '../../ui/notice.tsx';
import { matches } from './filters/filters.ts';
import { endedAt, isRefused } from './listed.ts';
import type { Listed } from './listed.ts';
import { withLive } from './live-rows.ts';
import { createPager } from './pager.ts';
import type { Found, Search } from './pager.ts';
import { RefusalDetailPanel } from './detail/refusal-detail.tsx';
import { RequestDetailPanel } from './detail/request-detail.tsx';
import { RequestList } from './request-list.tsx';
import { SumLine } from './sum/sum-line.tsx';
import { useEscape } from './use-escape.ts';
import { withCorrections } from './with-corrections.ts';

interface FoundRequestsProps {
  readonly state: StateView;
  readonly search: Search;
}

/** What was found, added up and as a list, live at its top, and one request opened beside it. */
export function FoundRequests({ state, search }: FoundRequestsProps): ReactNode {
  const { call } = useSession();
  const { recent, refused, corrected } = useDashboard();
  const [opened, setOpened] = useState<Listed>();
  const place = useRef<HTMLDivElement>(null);
  const now = useNow(30_000);
  const pager = useMemo(() => createPager(call, search), [call, search]);
  const found = useSyncExternalStore(pager.subscribe, pager.get);
  const more = useCallback(() => pager.more(), [pager]);
  const colors = useMemo(() => agentColors(state.agents), [state.agents]);
  const projects = useMemo(
    () => new Map<string, string | null>(state.keys.map(({ id, project }) => [id, project])),
    [state.keys],
  );
  const requests = useMemo(() => {
    const isWanted = (listed: Listed): boolean => matches(listed, search, (key) => projects.get(key) ?? null);
    return withCorrections(withLive(found.requests, { recent, refused }, isWanted), corrected);
  }, [found.requests, recent, refused, corrected, search, projects]);
  const close = useCallback(() => {
    setOpened(undefined);
    // The arrows go on where they were.
    place.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, []);
  useEscape(opened !== undefined, close);
  const [first] = requests;
  const turn = first === undefined ? '' : `${first.id} ${endedAt(first)}`;

  return (
    <div className="requests-found">
      <SumLine state={state} search={search} turn={turn} isEmpty={found.done && requests.length === 0} />
      <div className={opened === undefined ? 'requests-split' : 'requests-split requests-opened'}>
        <div ref={place} className="requests-list-side">
          <RequestList
            requests={requests}
            colors={colors}
            selected={opened?.id}
            timeZone={state.gateway.timeZone}
            now={now}
            onSelect={setOpened}
            onEnd={more}
          />
          <Problem sentence={found.problem} />
          <ListEnd found={found} listed={requests.length} search={search} now={now} timeZone={state.gateway.timeZone} />
        </div>
        {opened !== undefined && <Opened listed={opened} known={requests} state={state} now={now} onClose={close} />}
      </div>
    </div>
  );
}

interface ListEndProps {
  readonly found: Found;
  readonly listed: number;
  readonly search: Search;
  readonly now: number;
  readonly timeZone: string;
}

/** How far the list reaches; for an empty one, why it is empty. */
function ListEnd({ found: { busy, done, searchedTo }, listed, search, now, timeZone }: ListEndProps): ReactNode {
  const words = say.requests;
  const isEmpty = done && listed === 0;
  return (
    <p className="faint list-end" role="status">
      {busy && (searchedTo === null ? words.searching : words.searchedTo(momentText(searchedTo, now, timeZone)))}
      {done && (isEmpty ? noneText(search) : words.all(listed))}
      {!busy && !done && words.more(listed)}
      {isEmpty && search.outcome === 'refused' && (
        <>
          {' '}
          {words.olderRefusals} <a href={hrefOf('audit')}>{words.openAudit}</a>
        </>
      )}
    </p>
  );
}

/** An empty list: nothing has happened yet, or the filters let nothing through. */
function noneText(search: Search): string {
  return Object.keys(search).length === 0 ? say.requests.none : say.requests.noneMatch;
}

interface OpenedProps {
  readonly listed: Listed;
  /** The list as it is now: the opened one may have changed since it was opened. */
  readonly known: readonly Listed[];
  readonly state: StateView;
  readonly now: number;
  onClose(): void;
}

function Opened({ listed, known, state, now, onClose }: OpenedProps): ReactNode {
  const { corrected } = useDashboard();
  const current = known.find(({ id }) => id === listed.id) ?? listed;
  const [shown = current] = withCorrections([current], corrected);
  const { timeZone } = state.gateway;
  const subKey = state.keys.find(({ id }) => id === shown.subKeyId);
  return isRefused(shown) ? (
    <RefusalDetailPanel refusal={shown} subKey={subKey} timeZone={timeZone} onClose={onClose} />
  ) : (
    <RequestDetailPanel
      request={shown}
      agent={state.agents.find((agent) => agent.id === shown.agentId)}
      subKey={subKey}
      timeZone={timeZone}
      now={now}
      onClose={onClose}
    />
  );
}
