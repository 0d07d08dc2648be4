import type { WebPreferences } from 'electron';

/**
 * What every window of Purser is opened with: a page without Node in a process of its own, walled off from the preload script.
 * @param devTools tools that read and change a page: for who builds Purser, not in the app that people have
 */
export function secureWindow(preload: string, devTools: boolean): WebPreferences {
  return { preload, devTools, contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, spellcheck: false };
}
