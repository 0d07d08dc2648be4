import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Gives Electron's own files a folder of their own inside the data folder. That also makes the single-instance lock
 * one per data folder, so it must run before the lock is asked for. A chosen folder is private from the first moment:
 * Electron would make it readable for everyone. On macOS the default data folder is Electron's default one too.
 */
export function claimProfile(app: Pick<App, 'getPath' | 'setPath'>, dataFolder: string | undefined): void {
  if (dataFolder) mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', join(dataFolder ?? app.getPath('userData'), 'desktop'));
}
