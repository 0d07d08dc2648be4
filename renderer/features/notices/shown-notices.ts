import type { NoticeView, StateView } from '../../../shared/contract/views.ts';

/** An older notice is no news any more; the audit log keeps it. */
const NEWS_MS = 15 * 60_000;

/** Of one agent, a newer one of these takes the place of the one before. Others are each about something else. */
const GROWING: readonly NoticeView['kind'][] = ['cap-warning', 'brake-warning', 'brake-paused'];

/** The notices to show now, newest first, each once. */
export function shownNotices(
  notices: readonly NoticeView[],
  dismissed: ReadonlySet<number>,
  now: number,
): readonly NoticeView[] {
  // A request that waits has its own card, above every page; what is not on disk yet a line there, as long as it is so.
  const told = notices.filter(({ kind }) => kind !== 'approval-asked' && kind !== 'not-stored');
  const replaces = (newer: NoticeView, notice: NoticeView): boolean =>
    newer.agentId === notice.agentId &&
    newer.kind === notice.kind &&
    (GROWING.includes(notice.kind) || newer.text === notice.text);
  const newest = told.filter((notice, index) => told.findIndex((other) => replaces(other, notice)) === index);
  return newest.filter((notice) => now - notice.at < NEWS_MS && !dismissed.has(notice.id));
}

/** A question about a provider that somebody has answered, or that is gone, asks for nothing any more. */
export function isAnswered({ kind, provider }: NoticeView, { providers }: Pick<StateView, 'providers'>): boolean {
  const asked = providers.find(({ name }) => name === provider);
  return kind === 'provider-question' && asked?.stopsWhenLeft.answer !== 'unknown';
}
