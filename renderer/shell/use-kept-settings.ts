import { useDashboard } from '../state/live/session-context.ts';
import { useFormats } from '../state/time-and-money/use-formats.ts';
import { useLanguage } from '../strings/spoken.ts';
import { useKeptTheme } from './use-theme.ts';

/** Speaks, writes and looks as the person has set it. Before anything below is drawn. */
export function useKeptSettings(): void {
  const { state, scene } = useDashboard();
  // The simulation has settings of its own, and nobody has set them.
  const kept = scene === 'simulated' ? undefined : state?.settings;
  useLanguage(kept?.language);
  useFormats(kept);
  useKeptTheme(kept?.theme);
}
