import type { ApprovalView } from '../../../shared/contract/approval-views.ts';
import type { NoticeView, StateView } from '../../../shared/contract/views.ts';
import type { ApprovalId } from '../../../shared/ids.ts';

/** The changes since the state before. */
export interface Headlines {
  /** New ones, oldest first; those about approvals are told as {@link Headlines.asked}. */
  readonly notices: readonly NoticeView[];
  readonly asked: readonly ApprovalView[];
  /** Approvals that no longer wait: answered elsewhere, or too late. */
  readonly answered: readonly ApprovalId[];
}

/** Picks what a person has not been told yet. */
export interface News {
  /** Notices of the first state are history; a request that waits in it still waits. */
  take(state: Pick<StateView, 'notices' | 'approvals'>): Headlines;
}

/** A gateway that was restarted counts notices from one again, so a smaller number than before is new too. */
export function createNews(): News {
  let seen: number | undefined;
  let waiting: ReadonlySet<ApprovalId> = new Set();
  return {
    take({ notices, approvals }) {
      const newest = notices[0]?.id ?? 0;
      const before = seen === undefined ? newest : newest < seen ? 0 : seen;
      seen = newest;
      const told = waiting;
      waiting = new Set(approvals.map(({ id }) => id));
      return {
        notices: notices.filter(({ id, kind }) => id > before && kind !== 'approval-asked').toReversed(),
        asked: approvals.filter(({ id }) => !told.has(id)),
        answered: [...told].filter((id) => !waiting.has(id)),
      };
    },
  };
}
