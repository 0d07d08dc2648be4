import { useSyncExternalStore } from 'react';
import type { Theme } from '../../../shared/settings/settings.ts';

const KEY = 'purser:theme';
const KNOWN = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

let shown: Theme = 'system';
const watchers = new Set<() => void>();

/** The theme that was shown last on this machine: for the first moment, until the gateway tells. */
export function storedTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return KNOWN.find((theme) => theme === stored) ?? 'system';
}

/** Puts a theme on the page and remembers it. `system` follows the operating system. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(KEY, theme);
  shown = theme;
  for (const watcher of watchers) watcher();
}

/** The theme that is on the page. */
export function useShownTheme(): Theme {
  return useSyncExternalStore(watch, () => shown);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
