import type { NoticeView } from '../../../shared/contract/views.ts';

/** What was said longer ago is no news any more; the audit log keeps it. */
const NEWS_MS = 15 * 60_000;
const MOST = 3;

/** The notices to show now, newest first; of one agent and kind only the newest: the others are what led to it. News of prices is of several models. */
export function shownNotices(notices: readonly NoticeView[], dismissed: ReadonlySet<number>, now: number): readonly NoticeView[] {
  // A request that waits has its own card, above every page.
  const told = notices.filter(({ kind }) => kind !== 'approval-asked');
  const newest = told.filter((notice, index) => told.findIndex((other) => other.agentId === notice.agentId && other.kind === notice.kind && (notice.kind !== 'prices' || other.text === notice.text)) === index);
  return newest.filter((notice) => now - notice.at < NEWS_MS && !dismissed.has(notice.id)).slice(0, MOST);
}
