import { useState } from 'react';
import type { ReactNode } from 'react';
import type { NoticeView, StateView } from '../../../shared/contract/views.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { Notice } from '../../ui/notice.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { NoticeAction } from './notice-action.tsx';
import { isAnswered, shownNotices } from './shown-notices.ts';

/** Kinds of notices that tell of nothing wrong. */
const CALM: readonly NoticeView['kind'][] = ['cap-warning', 'prices', 'provider-question'];

/** Notices of the gateway: a cap that fills up, an agent that may be out of hand. Newest first. */
export function Notices({ state }: { readonly state: StateView }): ReactNode {
  const now = useNow(30_000);
  const [dismissed, setDismissed] = useState<ReadonlySet<number>>(new Set());
  const open = state.notices.filter((notice) => !isAnswered(notice, state));
  return shownNotices(open, dismissed, now).map((notice) => (
    <Notice
      key={`${notice.at} ${notice.id}`}
      tone={CALM.includes(notice.kind) ? 'info' : 'warning'}
      action={<NoticeAction notice={notice} state={state} />}
      onDismiss={() => setDismissed((before) => new Set([...before, notice.id]))}
    >
      <WithCode text={notice.text} />
    </Notice>
  ));
}
