import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { readInMain } from './in-main.ts';

/** Linux: the mode of the seccomp filter a process is in; 2 is "filtered". */
const SECCOMP_FILTERED = /^Seccomp:\s+2$/m;

test('the page runs in Chromium’s sandbox', async ({ desktop }, testInfo) => {
  const { app } = desktop;
  const preferences = await readInMain(() =>
    app.evaluate(({ BrowserWindow }) =>
      // Not in the typings; it is what the window was really made with.
      Reflect.apply(
        Reflect.get(BrowserWindow.getAllWindows()[0]?.webContents ?? {}, 'getLastWebPreferences'),
        BrowserWindow.getAllWindows()[0]?.webContents,
        [],
      ),
    ),
  );
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });

  if (testInfo.project.name !== 'desktop-sandboxed' || process.platform !== 'linux') return;
  const pid = await readInMain(() =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()),
  );
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(status).toMatch(SECCOMP_FILTERED);
  expect(status).not.toMatch(/^Uid:\s+0\s/m);
});
