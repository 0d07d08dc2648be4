import { Notification } from 'electron';
import type { NoticeView, StateView } from '../../shared/contract/views.ts';

/** Picks what a person has not been told yet. */
export interface News {
  /** @returns the new notices, oldest first; none for the first state, which is history */
  take(state: Pick<StateView, 'notices'>): readonly NoticeView[];
}

/** A gateway that was restarted counts from one again, so a smaller number than before is new too. */
export function createNews(): News {
  let seen: number | undefined;
  return {
    take({ notices }) {
      const newest = notices[0]?.id ?? 0;
      const before = seen === undefined ? newest : newest < seen ? 0 : seen;
      seen = newest;
      return notices.filter(({ id }) => id > before).toReversed();
    },
  };
}

const TITLES = { 'cap-warning': 'A cap fills up', 'brake-warning': 'An agent may be out of hand', 'brake-paused': 'Purser paused an agent', 'approval-asked': 'A request waits for you' } as const satisfies Record<NoticeView['kind'], string>;

/** Tells by desktop notification; a click leads to the dashboard. */
export function tellNews(notices: readonly NoticeView[], openDashboard: () => void): void {
  if (!Notification.isSupported()) return;
  for (const { kind, text } of notices) {
    const notification = new Notification({ title: TITLES[kind], body: text });
    notification.on('click', openDashboard);
    notification.show();
  }
}
