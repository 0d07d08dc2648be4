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

/** The name, whether the page is live, and what is always at hand: pause everything, issue a sub-key. */
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
            <path className="brand-letter" d="M8.5 18V6.5H13a3.9 3.9 0 0 1 0 7.8H8.5" />
            <circle className="brand-coin" cx="16.6" cy="17.2" r="1.5" />
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
