import type { ReactNode } from 'react';
import { hasNotYetStored } from '../../shared/not-yet-stored.ts';
import { say } from '../strings/say.ts';
import { useDesktop } from '../state/desktop/desktop.ts';
import { useDashboard } from '../state/live/session-context.ts';
import { Notice } from '../ui/notice.tsx';
import { HostNotice } from './host-notice.tsx';
import { WithCode } from '../ui/with-code.tsx';

/** Warns above the page when it is not live, and while a stop is not on disk. */
export function LinkNotice(): ReactNode {
  const { link, signedOut, state } = useDashboard();
  const desktop = useDesktop();
  if (signedOut !== undefined)
    return (
      <Notice tone={signedOut === 'left' ? 'info' : 'danger'}>
        <WithCode text={say.failures.signedOut[signedOut]} />
      </Notice>
    );
  const isServed = desktop === undefined || desktop.host.kind === 'ready';
  if (link !== 'live' && !isServed) return <HostNotice host={desktop.host} isStale={state !== undefined} />;
  if (link === 'lost') {
    return (
      <Notice tone="danger">
        {say.shell.gatewaySilent} {state !== undefined && say.shell.lastHeard}
      </Notice>
    );
  }
  const isUnsaved = state !== undefined && hasNotYetStored(state);
  return isUnsaved ? <Notice tone="danger">{say.shell.notYetStored}</Notice> : null;
}

/** The first line of every page while nothing may be spent. */
export function PausedNotice(): ReactNode {
  const { state } = useDashboard();
  return state?.everythingPaused === true ? <Notice tone="warning">{say.shell.everythingIsPaused}</Notice> : null;
}
