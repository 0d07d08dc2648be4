import type { ReactNode } from 'react';
import { say } from '../strings/say.ts';
import { useDashboard } from '../state/session-context.ts';
import { Notice } from '../ui/notice.tsx';
import { WithCode } from '../ui/with-code.tsx';

/** What stands above the page when it is not live, or when nothing may be spent. */
export function LinkNotice(): ReactNode {
  const { link, signedOut, state } = useDashboard();
  if (signedOut !== undefined) return <Notice tone={signedOut === 'left' ? 'info' : 'danger'}><WithCode text={say.failures.signedOut[signedOut]} /></Notice>;
  if (link === 'lost') {
    return (
      <Notice tone="danger">
        {say.shell.gatewaySilent} {state !== undefined && say.shell.lastHeard}
      </Notice>
    );
  }
  if (state?.everythingPaused === true) {
    return <Notice tone="warning">{say.shell.everythingIsPaused}</Notice>;
  }
  return null;
}
