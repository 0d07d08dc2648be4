import { useEffect } from 'react';
import type { Theme } from '../../shared/settings/settings.ts';
import { useSession } from '../state/live/session-context.ts';
import { sentenceOf } from '../state/words/sentence.ts';
import { applyTheme, useShownTheme } from '../ui/theme/theme.ts';
import { useToast } from '../ui/toasts.ts';

interface ThemeChoice {
  readonly theme: Theme;
  /** Shows it here at once; every other window follows when the gateway has kept it. */
  pick(theme: Theme): void;
}

/** The theme, and how a person picks another. One that the gateway could not keep goes back, and the page says why. */
export function useTheme(): ThemeChoice {
  const theme = useShownTheme();
  const { call } = useSession();
  const toast = useToast();
  return {
    theme,
    pick(picked) {
      applyTheme(picked);
      call(({ settings }) => settings.set({ theme: picked })).catch((error: unknown) => {
        applyTheme(theme);
        toast({ text: sentenceOf(error) });
      });
    },
  };
}

/** Follows the theme that the gateway keeps, whoever picked it. @param kept undefined while it is not known */
export function useKeptTheme(kept: Theme | undefined): void {
  useEffect(() => {
    if (kept !== undefined) applyTheme(kept);
  }, [kept]);
}
