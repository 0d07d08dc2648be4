import { useSyncExternalStore } from 'react';
import { DESKTOP_ASK, DESKTOP_FACTS, desktopFactsSchema } from '../../../shared/settings/desktop.ts';
import type { DesktopAsk, DesktopFacts } from '../../../shared/settings/desktop.ts';

/*
 * The desktop app around this window: what is so on this machine, and what a person can wish of it. There is none in a
 * browser, and then everything here says so. The preload script passes messages on and exposes no function.
 */

let facts: DesktopFacts | undefined;
const listeners = new Set<() => void>();

/** True in the desktop's window, false in a browser. */
export function isInDesktop(): boolean {
  return 'purser' in window;
}

/** Listens for facts and asks for the first ones. Called once, where the page begins. */
export function followDesktop(): void {
  if (!isInDesktop()) return;
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window || typeof data !== 'object' || data === null) return;
    if (!('type' in data) || data.type !== DESKTOP_FACTS || !('facts' in data)) return;
    const told = desktopFactsSchema.safeParse(data.facts);
    if (told.success) noteFacts(told.data);
  });
  askDesktop({ ask: 'facts' });
}

/** Wishes something of this machine. What came of it is told as a fact. */
export function askDesktop(ask: DesktopAsk): void {
  // A packed app's origin is opaque; the message never leaves this window.
  window.postMessage({ type: DESKTOP_ASK, ask }, '*');
}

/** Also for tests: what the desktop app would tell. */
export function noteFacts(told: DesktopFacts | undefined): void {
  facts = told;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Facts of this machine; undefined in a browser. */
export function useDesktop(): DesktopFacts | undefined {
  return useSyncExternalStore(subscribe, () => facts);
}
