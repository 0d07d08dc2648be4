import { useState } from 'react';
import type { ReactNode } from 'react';
import type { NoticeView, StateView } from '../../../shared/contract/views.ts';
import type { PageId } from '../../../shared/page-routes.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { Notice } from '../../ui/notice.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { Button } from '../../ui/button.tsx';
import { NoticeAction } from './notice-action.tsx';
import { noticeText } from './notice-text.ts';
import { isAnswered, shownNotices } from './shown-notices.ts';

/** Kinds of notices that tell of nothing wrong. */
const CALM: readonly NoticeView['kind'][] = ['cap-warning', 'prices', 'provider-question'];

interface NoticesProps {
  readonly state: StateView;
  /** The page below them. */
  readonly page?: PageId;
}

/** Pages that say themselves, as long as it is so, that tools have changed. */
const TELL_OF_TOOLS: readonly (PageId | undefined)[] = ['overview', 'mcp'];

/**
 * Notices of the gateway: a cap that fills up, an agent that may be out of hand. One line, with a count that opens the
 * others: they must not push away what the person came for.
 */
export function Notices({ state, page }: NoticesProps): ReactNode {
  const now = useNow(30_000);
  const [dismissed, setDismissed] = useState<ReadonlySet<number>>(new Set());
  const [isOpen, setOpen] = useState(false);
  const isSaidBelow = ({ kind }: NoticeView): boolean => kind === 'mcp-tool-changed' && TELL_OF_TOOLS.includes(page);
  const unanswered = state.notices.filter((notice) => !isAnswered(notice, state) && !isSaidBelow(notice));
  const all = shownNotices(unanswered, dismissed, now);
  // A warning before what only informs; both newest first.
  const [first, ...others] = [...all.filter((one) => !isCalm(one)), ...all.filter(isCalm)];
  if (first === undefined) return null;
  const textOf = (notice: NoticeView): string => noticeText(notice, now, state.gateway.timeZone);
  const line = (notice: NoticeView, more?: ReactNode): ReactNode => (
    <Notice
      key={`${notice.at} ${notice.id}`}
      tone={isCalm(notice) ? 'info' : 'warning'}
      action={
        <>
          <NoticeAction notice={notice} state={state} />
          {more}
        </>
      }
      {...(all.length > 1 && { dismissLabel: say.notices.dismiss(plainText(textOf(notice))) })}
      onDismiss={() => setDismissed((before) => new Set([...before, notice.id]))}
    >
      <WithCode text={textOf(notice)} />
    </Notice>
  );
  const more = others.length > 0 && (
    <Button kind="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      {isOpen ? say.notices.fewer : say.notices.more(others.length)}
    </Button>
  );
  return (
    <>
      {line(first, more)}
      {isOpen && others.map((notice) => line(notice))}
    </>
  );
}

function isCalm({ kind }: NoticeView): boolean {
  return CALM.includes(kind);
}
