import type { ReactNode } from 'react';
import { SIGNED_OUT } from '../state/sentence.ts';
import { useDashboard } from '../state/session-context.ts';
import { Notice } from '../ui/notice.tsx';

/** What stands above the page when it is not live, or when nothing may be spent. */
export function LinkNotice(): ReactNode {
  const { link, state } = useDashboard();
  if (link === 'signed-out') return <Notice tone="danger">{SIGNED_OUT}</Notice>;
  if (link === 'lost') {
    return (
      <Notice tone="danger">
        The gateway is not answering. Reconnecting…{state !== undefined && ' The numbers below are the last ones heard.'}
      </Notice>
    );
  }
  if (state?.everythingPaused === true) {
    return <Notice tone="warning">Everything is paused. Every request is refused until you resume.</Notice>;
  }
  return null;
}
