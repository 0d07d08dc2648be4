import type { App } from 'electron';

/** How long running streams may take to end when the gateway is ended on purpose, in milliseconds. */
export const DRAIN_MS = 10_000;

/**
 * Serves on when the last window is closed, and delays every way of quitting (menu, Cmd+Q, SIGTERM, logout) until the
 * gateway has drained, once.
 */
export function drainOnQuit(app: Pick<App, 'on' | 'quit'>, stopGateway: (drainMs: number) => Promise<void>): void {
  // Without a listener Electron would quit with the last window.
  app.on('window-all-closed', () => undefined);
  let drained = false;
  let draining = false;
  app.on('before-quit', (event) => {
    if (drained) return;
    event.preventDefault();
    if (draining) return;
    draining = true;
    void stopGateway(DRAIN_MS).finally(() => {
      drained = true;
      app.quit();
    });
  });
}
