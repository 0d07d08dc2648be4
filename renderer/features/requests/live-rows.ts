import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { endedAt, inOneList, isRefused } from './listed.ts';
import type { Listed } from './listed.ts';

/** What is known without asking. */
interface Live {
  readonly recent: readonly RequestView[];
  readonly refused: readonly RefusalView[];
}

/**
 * The list as it was read, with what has ended since on top. A refused request that is asked again moves up with its
 * new count.
 */
export function withLive(
  read: readonly Listed[],
  { recent, refused }: Live,
  isWanted: (listed: Listed) => boolean,
): readonly Listed[] {
  const [first] = read;
  const newest = first === undefined ? 0 : endedAt(first);
  const known = new Map(read.map((listed) => [listed.id, listed]));
  const isNew = (listed: Listed): boolean => {
    const before = known.get(listed.id);
    if (before === undefined) return endedAt(listed) >= newest;
    return isRefused(listed) && isRefused(before) && listed.count > before.count;
  };
  const live = inOneList(recent, refused).filter((listed) => isNew(listed) && isWanted(listed));
  if (live.length === 0) return read;
  const told = new Set(live.map(({ id }) => id));
  return [...live, ...read.filter(({ id }) => !told.has(id))];
}
