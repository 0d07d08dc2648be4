import { isNewer } from './search-conditions.ts';
import type { SearchPosition } from './search-conditions.ts';

/** The places that one way of searching has found. */
export interface Found {
  /** Newest first. */
  readonly places: readonly SearchPosition[];
  /** Where to go on: everything before it was looked through. Undefined when the oldest row was looked at. */
  readonly next: SearchPosition | undefined;
}

/** One list out of several that were begun at the same place. It ends where the first of them did not look on. */
export function mergeFound(lists: readonly Found[], limit: number): Found {
  const ends = lists.flatMap(({ next }) => (next === undefined ? [] : [next]));
  const [end] = ends.toSorted(newestFirst);
  const places = lists
    .flatMap((list) => list.places)
    .toSorted(newestFirst)
    .filter((place) => end === undefined || !isNewer(end, place));
  const page = places.slice(0, limit);
  return { places: page, next: places.length > limit ? page.at(-1) : end };
}

function newestFirst(left: SearchPosition, right: SearchPosition): number {
  return isNewer(left, right) ? -1 : isNewer(right, left) ? 1 : 0;
}
