import type { ReactNode } from 'react';
import type { LinkState } from './state/dashboard.ts';
import { useDashboard, useSession } from './state/session-context.ts';
import { useAction } from './state/use-action.ts';
import { Button } from './ui/button.tsx';
import { useDialogs } from './ui/dialogs.ts';
import { Problem } from './ui/notice.tsx';
import { ThemeToggle } from './ui/theme-toggle.tsx';

const LINK_TEXT: Readonly<Record<LinkState, string>> = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Reconnecting',
  'signed-out': 'Signed out',
};

/** The name, whether the page is live, and what is always at hand: pause everything, revoke everything, issue a sub-key. */
export function Header(): ReactNode {
  const { call } = useSession();
  const { link, state } = useDashboard();
  const dialogs = useDialogs();
  const { busy, problem, run } = useAction();
  const paused = state?.everythingPaused === true;

  const toggle = (): Promise<void> =>
    run(async () => {
      await call(({ everything }) => (paused ? everything.resume() : everything.pause()));
    });

  return (
    <header>
      <div className="top-inner">
        <span className="brand">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <rect className="brand-tile" width="24" height="24" rx="6" />
            <g className="brand-purse" transform="translate(4 3.4)">
              <circle cx="6.3" cy="2.5" r="1.45" />
              <circle cx="9.7" cy="2.5" r="1.45" />
              <path d="M2 6.9 C2.4 4.9 4.6 4 8 4 S13.6 4.9 14 6.9 Z M2 8 H14 C14.9 9.2 15.4 10.5 15.4 11.7 C15.4 14.2 13 15 8 15 S0.6 14.2 0.6 11.7 C0.6 10.5 1.1 9.2 2 8 Z" />
              <circle className="brand-coin" cx="8" cy="11.4" r="2.3" />
            </g>
          </svg>
          Purser
        </span>
        <span className={`link-state link-${link}`} role="status">
          {LINK_TEXT[link]}
        </span>
        <span className="top-space" />
        <ThemeToggle />
        {state !== undefined && state.keys.length > 0 && (
          <>
            <Button icon={paused ? 'play' : 'pause'} shrinks busy={busy} onClick={() => void toggle()}>
              {paused ? 'Resume everything' : 'Pause everything'}
            </Button>
            {state.keys.some((key) => key.state !== 'revoked') && (
              <Button
                kind="danger-lined"
                icon="stop"
                shrinks
                title="Ends every sub-key for good and cuts whatever runs. Asks first."
                onClick={() => dialogs.open({ kind: 'revoke-everything' })}
              >
                Revoke everything
              </Button>
            )}
            <Button kind="primary" icon="plus" shrinks onClick={() => dialogs.open({ kind: 'issue-key' })}>
              Issue sub-key
            </Button>
          </>
        )}
      </div>
      <div className="top-problem">
        <Problem sentence={problem} />
      </div>
    </header>
  );
}
