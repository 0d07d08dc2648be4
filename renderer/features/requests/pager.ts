import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { RequestSearch } from '../../../shared/contract/usage-views.ts';
import { sentenceOf } from '../../state/words/sentence.ts';
import type { Session } from '../../state/live/session.ts';
import { inOneList } from './listed.ts';
import type { Listed } from './listed.ts';

/** The filters as the gateway takes them; places and sizes of pages are the pager's. */
export type Search = Omit<RequestSearch, 'cursor' | 'limit'>;

export interface Found {
  /** Newest first. */
  readonly requests: readonly Listed[];
  readonly busy: boolean;
  /** Everything was looked through. */
  readonly done: boolean;
  /** The oldest moment that was looked at, in epoch milliseconds; null before the first answer. */
  readonly searchedTo: number | null;
  readonly problem: string | undefined;
}

export interface Pager {
  get(): Found;
  subscribe(listener: () => void): () => void;
  /** Reads on, unless it reads already or is done. */
  more(): void;
}

const PAGE = 100;

/**
 * Reads pages of requests that match, the first one at once. What is rare takes several short pages: it reads on until
 * one is full.
 */
export function createPager(call: Session['call'], search: Search): Pager {
  const listeners = new Set<() => void>();
  let found: Found = { requests: [], busy: false, done: false, searchedTo: null, problem: undefined };
  let next: string | null = null;
  const show = (changes: Partial<Found>): void => {
    found = { ...found, ...changes };
    for (const listener of listeners) listener();
  };
  const ask = (cursor: string | null): ReturnType<GatewayClient['usage']['search']> =>
    call((gateway) => gateway.usage.search({ ...search, limit: PAGE, ...(cursor !== null && { cursor }) }));

  async function read(): Promise<void> {
    if (found.busy || found.done) return;
    show({ busy: true, problem: undefined });
    const wanted = found.requests.length + PAGE;
    try {
      do {
        // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
        const page = await ask(next);
        ({ next } = page);
        show({
          requests: [...found.requests, ...inOneList(page.requests, page.refusals)],
          searchedTo: page.searchedTo ?? found.searchedTo,
          done: next === null,
        });
        // Nobody looks any more: another search was begun.
      } while (next !== null && found.requests.length < wanted && listeners.size > 0);
      show({ busy: false });
    } catch (error) {
      show({ busy: false, problem: sentenceOf(error) });
    }
  }

  return {
    get: () => found,
    subscribe(listener) {
      listeners.add(listener);
      if (found.searchedTo === null) void read();
      return () => listeners.delete(listener);
    },
    more: () => void read(),
  };
}
