import type { ReactNode, RefObject } from 'react';
import { useDashboard } from '../state/live/session-context.ts';
import { say } from '../strings/say.ts';
import { Icon } from '../ui/icon.tsx';
import { ThemeToggle } from '../ui/theme/theme-toggle.tsx';
import { Brand } from './brand.tsx';
import { SkipLink } from './skip-link.tsx';
import { useTheme } from './use-theme.ts';
import { hrefOf, PAGE_IDS } from '../../shared/page-routes.ts';
import type { PageId } from '../../shared/page-routes.ts';

interface NavigationProps {
  /** What the skip link leads to. */
  readonly main?: RefObject<HTMLElement | null>;
  readonly page: PageId;
  /** The keys that open the palette here: `Ctrl K` or `⌘ K`. */
  readonly shortcut: string;
  onPalette(): void;
}

/** The way to every page, and whether what they show is live. */
export function Navigation({ page, main, shortcut, onPalette }: NavigationProps): ReactNode {
  const { link } = useDashboard();
  const { theme, pick } = useTheme();
  return (
    <header className="nav">
      {main !== undefined && <SkipLink page={page} to={main} />}
      <Brand />
      <nav aria-label={say.shell.pageList}>
        <ul className="nav-list">
          {PAGE_IDS.map((id) => (
            <li key={id}>
              <a
                className="nav-item"
                href={hrefOf(id)}
                aria-current={id === page ? 'page' : undefined}
                title={say.shell.pages[id]}
              >
                <Icon name={id} />
                <span className="nav-text">{say.shell.pages[id]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="nav-foot">
        <button type="button" className="nav-item" onClick={onPalette} title={say.shell.searchHint(shortcut)}>
          <Icon name="search" />
          <span className="nav-text">{say.shell.search}</span>
          <kbd className="nav-text">{shortcut}</kbd>
        </button>
        <div className="nav-state">
          <span className={`link-state link-${link}`} role="status" title={say.shell.link[link]}>
            <span className="nav-text">{say.shell.link[link]}</span>
          </span>
          <ThemeToggle theme={theme} onPick={pick} />
        </div>
      </div>
    </header>
  );
}
