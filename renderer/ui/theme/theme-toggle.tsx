import type { ReactNode } from 'react';
import type { Theme } from '../../../shared/settings/settings.ts';
import { say } from '../../strings/say.ts';
import { Icon } from '../icon.tsx';

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const ICONS = { system: 'screen', light: 'sun', dark: 'moon' } as const;

interface ThemeToggleProps {
  readonly theme: Theme;
  onPick(theme: Theme): void;
}

/** Goes round: as the system, light, dark. */
export function ThemeToggle({ theme, onPick }: ThemeToggleProps): ReactNode {
  const next = NEXT[theme];
  return (
    <button
      type="button"
      className="icon-button"
      title={say.ui.theme(say.ui.themes[theme])}
      aria-label={say.ui.switchTheme(say.ui.themes[theme], say.ui.themes[next])}
      onClick={() => onPick(next)}
    >
      <Icon name={ICONS[theme]} />
    </button>
  );
}
