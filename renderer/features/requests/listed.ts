import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';

/** A request of the list: one that was settled, or one that was refused. */
export type Listed = RequestView | RefusalView;

export function isRefused(listed: Listed): listed is RefusalView {
  return listed.outcome === 'refused';
}

/** When it ended: was settled, or refused for the last time. In milliseconds since the Unix epoch. */
export function endedAt(listed: Listed): number {
  return isRefused(listed) ? listed.lastAt : listed.settledAt;
}

/** Settled and refused requests in one list, newest first. */
export function inOneList(requests: readonly RequestView[], refusals: readonly RefusalView[]): readonly Listed[] {
  return [...requests, ...refusals].toSorted((left, right) => endedAt(right) - endedAt(left));
}
