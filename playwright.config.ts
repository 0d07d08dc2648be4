import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Debian's Chromium; elsewhere the one that `npx playwright install chromium` brings.
const chromium = [process.env['PURSER_CHROMIUM'], '/usr/bin/chromium'].find((file) => file && existsSync(file));
const isRoot = process.getuid?.() === 0;

const chromiumHere = {
  browserName: 'chromium',
  launchOptions: {
    ...(chromium ? { executablePath: chromium } : {}),
    // Chromium refuses its sandbox to root. The page under test is our own.
    args: isRoot ? ['--no-sandbox', '--disable-gpu'] : [],
  },
} as const;

export default defineConfig({
  outputDir: 'test-results',
  // One real window at a time: two would fight for the focus and for two cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A test that passes at the second try is a bug to look at. `npm test` allows one, and names it at its end.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // Pictures are taken on purpose only: `--update-snapshots`.
  updateSnapshots: 'none',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'web', testDir: 'e2e/web', use: chromiumHere },
    /** Mostly raw sockets; one spec has a real browser with a page of somebody else in it. */
    { name: 'attack', testDir: 'e2e/attack', use: chromiumHere },
    { name: 'desktop', testDir: 'e2e/desktop' },
    /** The same specs as an ordinary user with Chromium's sandbox on; the fixture reads the project's name. */
    { name: 'desktop-sandboxed', testDir: 'e2e/desktop' },
    /** Real tools: a native one takes seconds to start, and each answers several prompts in a test. */
    { name: 'agents', testDir: 'e2e/agents', timeout: 240_000 },
  ],
});
