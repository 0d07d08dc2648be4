import type { NoticeView } from '../../shared/contract/views.ts';

/** What the person should see now: the newest few, in memory. The audit log keeps them for good. */
export interface Notices {
  add(notice: Omit<NoticeView, 'id'>): void;
  newestFirst(): NoticeView[];
}

const KEPT = 20;

/** @param changed told when there is a new one */
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
