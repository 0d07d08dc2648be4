import type { ReactNode } from 'react';
import type { LinkState } from '../state/dashboard.ts';
import { useDashboard } from '../state/session-context.ts';
import { Icon } from '../ui/icon.tsx';
import { ThemeToggle } from '../ui/theme-toggle.tsx';
import { Brand } from './brand.tsx';
import { hrefOf, PAGES } from './pages.ts';
import type { PageId } from './pages.ts';

const LINK_TEXT: Readonly<Record<LinkState, string>> = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Reconnecting',
  'signed-out': 'Signed out',
};

interface NavigationProps {
  readonly page: PageId;
  /** How the palette is opened by keyboard here: `Ctrl K` or `⌘ K`. */
  readonly shortcut: string;
  onPalette(): void;
}

/** The way to every page, and whether what they show is live. */
export function Navigation({ page, shortcut, onPalette }: NavigationProps): ReactNode {
  const { link } = useDashboard();
  return (
    <header className="nav">
      <Brand />
      <nav aria-label="Pages">
        <ul className="nav-list">
          {PAGES.map(({ id, title, icon }) => (
            <li key={id}>
              <a className="nav-item" href={hrefOf(id)} aria-current={id === page ? 'page' : undefined} title={title}>
                <Icon name={icon} />
                <span className="nav-text">{title}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="nav-foot">
        <button type="button" className="nav-item" onClick={onPalette} title={`Go to or do anything (${shortcut})`}>
          <Icon name="search" />
          <span className="nav-text">Search</span>
          <kbd className="nav-text">{shortcut}</kbd>
        </button>
        <div className="nav-state">
          <span className={`link-state link-${link}`} role="status" title={LINK_TEXT[link]}>
            <span className="nav-text">{LINK_TEXT[link]}</span>
          </span>
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
}
