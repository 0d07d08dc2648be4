import { useState } from 'react';
import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Icon } from '../icon.tsx';
import { applyTheme, storedTheme } from './theme.ts';
import type { Theme } from './theme.ts';

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const ICONS = { system: 'screen', light: 'sun', dark: 'moon' } as const;

/** Goes round: as the system, light, dark. */
export function ThemeToggle(): ReactNode {
  const [theme, setTheme] = useState(storedTheme);
  const next = NEXT[theme];
  return (
    <button
      type="button"
      className="icon-button"
      title={say.ui.theme(say.ui.themes[theme])}
      aria-label={say.ui.switchTheme(say.ui.themes[theme], say.ui.themes[next])}
      onClick={() => {
        applyTheme(next);
        setTheme(next);
      }}
    >
      <Icon name={ICONS[theme]} />
    </button>
  );
}
