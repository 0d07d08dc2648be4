import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RequestSearch } from '../../../shared/contract/usage-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { useDashboard, useSession } from '../../state/session-context.ts';
import { matches } from './filters.ts';

const PAGE = 100;

interface Found {
  readonly requests: readonly RequestView[];
  /** Where to go on; null at the end. */
  readonly next: string | null;
  readonly searchedTo: number | null;
}

export interface SearchState {
  /** Newest first, with what settled since the page was opened. */
  readonly requests: readonly RequestView[];
  readonly busy: boolean;
  readonly done: boolean;
  /** How far back was looked. */
  readonly searchedTo: number | null;
  readonly problem: string | undefined;
  /** Reads on: at least a page more, or to the end. */
  more(): void;
}

const NOTHING: Found = { requests: [], next: null, searchedTo: null };

/** Pages of settled requests that match. What is rare takes several short pages; they are read one after the other. */
export function useSearch(search: Omit<RequestSearch, 'cursor' | 'limit'>): SearchState {
  const { call } = useSession();
  const { recent, scene, link } = useDashboard();
  const [found, setFound] = useState<Found>(NOTHING);
  const [status, setStatus] = useState<{ readonly busy: boolean; readonly problem?: string }>({ busy: true });
  const turn = useRef(0);
  const key = JSON.stringify(search);

  const read = useCallback(
    async (start: Found, from: string | undefined): Promise<void> => {
      const mine = ++turn.current;
      const wanted = start.requests.length + PAGE;
      let so = start;
      let cursor = from;
      setStatus({ busy: true });
      try {
        do {
          const at = cursor;
          const page = await call((gateway) => gateway.usage.search({ ...search, limit: PAGE, ...(at !== undefined && { cursor: at }) }));
          if (mine !== turn.current) return;
          so = { requests: [...so.requests, ...page.requests], next: page.next, searchedTo: page.searchedTo };
          cursor = page.next ?? undefined;
          setFound(so);
        } while (cursor !== undefined && so.requests.length < wanted);
        setStatus({ busy: false });
      } catch (error) {
        if (mine === turn.current) setStatus({ busy: false, problem: sentenceOf(error) });
      }
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` is what `search` says
    [call, key],
  );

  useEffect(() => {
    if (link !== 'live') return;
    setFound(NOTHING);
    void read(NOTHING, undefined);
  }, [read, scene, link]);

  const requests = useMemo(() => {
    const known = new Set(found.requests.map(({ id }) => id));
    const newest = found.requests[0]?.settledAt ?? 0;
    return [...recent.filter((request) => request.settledAt >= newest && !known.has(request.id) && matches(request, search)), ...found.requests];
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [found, recent, key]);

  const more = useCallback(() => {
    if (found.next !== null && !status.busy) void read(found, found.next);
  }, [found, read, status.busy]);

  return { requests, busy: status.busy, done: found.next === null && !status.busy, searchedTo: found.searchedTo, problem: status.problem, more };
}
