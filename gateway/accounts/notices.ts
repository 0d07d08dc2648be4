import type { NoticeView } from '../../shared/contract/views.ts';

/** The newest few notices for the person, in memory. The audit log keeps them for good. */
export interface Notices {
  add(notice: Omit<NoticeView, 'id'>): void;
  newestFirst(): NoticeView[];
}

const KEPT = 20;

/** @param changed called when there is a new notice */
export function createNotices(changed: () => void): Notices {
  let notices: readonly NoticeView[] = [];
  let id = 0;
  return {
    add(notice) {
      id += 1;
      notices = [{ ...notice, id }, ...notices].slice(0, KEPT);
      changed();
    },
    newestFirst: () => [...notices],
  };
}
