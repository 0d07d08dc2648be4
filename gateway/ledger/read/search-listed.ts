import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import type { Connection } from '../../platform/connection.ts';
import { mergeFound } from './merge-found.ts';
import { readRefusals } from './read-refusals.ts';
import { readSettled } from './read-requests.ts';
import { beginningOf } from './search-conditions.ts';
import type { Search, SearchPosition } from './search-conditions.ts';
import { findRefusals, wantsRefusals } from './search-refusals.ts';
import { findRequests } from './search-requests.ts';

interface Listed {
  /** Newest first, like those refused. */
  readonly requests: readonly RequestView[];
  readonly refusals: readonly RefusalView[];
  /** Where to go on; undefined when the oldest row was looked at. */
  readonly next: SearchPosition | undefined;
}

/** Looks for settled and refused requests behind `from`, newest first: one page of one list. */
export async function searchListed(
  connection: Connection,
  search: Search,
  from: SearchPosition | undefined,
): Promise<Listed> {
  const start = beginningOf(search, from);
  const found = await Promise.all([
    ...(search.outcome === 'refused' ? [] : [findRequests(connection, search, start)]),
    ...(wantsRefusals(search) ? [findRefusals(connection, search, start)] : []),
  ]);
  const { places, next } = mergeFound(found, search.limit);
  const ids = places.map(({ id }) => id);
  const [requests, refusals] = await Promise.all([readSettled(connection, ids), readRefusals(connection, ids)]);
  return { requests, refusals, next };
}

/** The newest settled requests of a sub-key, newest first, without those that were refused. */
export async function readRecentOf(
  connection: Connection,
  subKeyId: SubKeyId,
  limit: number,
): Promise<readonly RequestView[]> {
  const search = { subKeyId, limit };
  const { places } = await findRequests(connection, search, beginningOf(search, undefined));
  return readSettled(
    connection,
    places.map(({ id }) => id),
  );
}
