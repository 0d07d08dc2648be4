import type { ReactNode } from 'react';
import { hasNotYetStored } from '../../shared/not-yet-stored.ts';
import { say } from '../strings/say.ts';
import { useDashboard } from '../state/live/session-context.ts';
import { Notice } from '../ui/notice.tsx';
import { WithCode } from '../ui/with-code.tsx';

/** Warns above the page when it is not live, when nothing may be spent, and while a stop is not on disk. */
export function LinkNotice(): ReactNode {
  const { link, signedOut, state } = useDashboard();
  if (signedOut !== undefined)
    return (
      <Notice tone={signedOut === 'left' ? 'info' : 'danger'}>
        <WithCode text={say.failures.signedOut[signedOut]} />
      </Notice>
    );
  if (link === 'lost') {
    return (
      <Notice tone="danger">
        {say.shell.gatewaySilent} {state !== undefined && say.shell.lastHeard}
      </Notice>
    );
  }
  if (state === undefined) return null;
  return (
    <>
      {state.everythingPaused && <Notice tone="warning">{say.shell.everythingIsPaused}</Notice>}
      {hasNotYetStored(state) && <Notice tone="danger">{say.shell.notYetStored}</Notice>}
    </>
  );
}
