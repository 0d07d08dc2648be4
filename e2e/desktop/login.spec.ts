import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { readInMain } from './in-main.ts';

// Elsewhere the system keeps it, and a test must not change the person's own login.
if (process.platform === 'linux') {
  test('starting at login writes the desktop’s autostart file, and takes it away again', async ({ desktop }) => {
    const file = join(
      await readInMain(() => desktop.app.evaluate(({ app }) => app.getPath('appData'))),
      'autostart',
      'purser.desktop',
    );
    await expect.poll(desktop.trayItems).toContain('[ ] Start at login');
    await desktop.clickTrayItem(/^Start at login$/);
    await expect.poll(desktop.trayItems).toContain('[x] Start at login');
    expect(await readFile(file, 'utf8')).toMatch(/^Exec="\/.*" "\/.*" "--at-login"$/m);

    await desktop.clickTrayItem(/^Start at login$/);
    await expect.poll(desktop.trayItems).toContain('[ ] Start at login');
    await expect(readFile(file)).rejects.toThrow(/ENOENT/);
  });

  test.describe('started at login', () => {
    test.use({ arguments: ['--at-login'], opensWindow: false });

    test('the gateway serves and no window opens', async ({ desktop }) => {
      await expect.poll(desktop.trayItems).toContain('Pause everything');
      expect(
        await readInMain(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)),
      ).toBe(0);
    });
  });
}
