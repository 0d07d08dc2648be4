import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Puts Electron's own files beside a chosen data folder, which also makes the single-instance lock one per data
 * folder. Must run before the lock is asked for. The folder is private from the first moment: Electron would make
 * it readable for everyone.
 */
export function claimProfile(app: Pick<App, 'setPath'>, dataFolder: string | undefined): void {
  if (!dataFolder) return;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', join(dataFolder, 'desktop'));
}
