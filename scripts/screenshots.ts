import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startDemo } from '../e2e/web/purser-process.ts';
import { root } from './run-command.ts';

/** Takes the README's pictures from the built `purser demo`, as it is after a minute. Nothing in them is staged. */
const FOLDER = join(root, 'docs', 'images');
const WIDTH = 1280;
/** The table shows how it goes on below. */
const ROWS = 3;
const WATCHED_MS = 65_000;
const MOST_BYTES = 500_000;
/** The gauge of a cap that is used up. */
const CAP_HIT = '.cap-full';

async function takePictures(page: Page): Promise<void> {
  await page.locator(CAP_HIT).first().waitFor({ timeout: WATCHED_MS });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Rows that just arrived are tinted for a moment.
    await page.waitForTimeout(1_500);
    if (!(await page.getByTestId('simulated').isVisible()))
      throw new Error('The picture would not say that it is simulated.');
    const path = join(FOLDER, `dashboard-${colorScheme}.png`);
    const row = await page
      .getByTestId('request')
      .nth(ROWS - 1)
      .boundingBox();
    if (row === null) throw new Error(`There are fewer than ${ROWS} requests to show.`);
    await page.screenshot({
      path,
      fullPage: true,
      clip: { x: 0, y: 0, width: WIDTH, height: Math.floor(row.y + row.height) },
    });
    const { size } = statSync(path);
    console.log(`${relative(root, path)}: ${Math.round(size / 1_000)} kB`);
    if (size > MOST_BYTES) throw new Error(`${relative(root, path)} is larger than ${MOST_BYTES / 1_000} kB. Crop it.`);
  }
}

mkdirSync(FOLDER, { recursive: true });
const executablePath = [process.env['PURSER_CHROMIUM'], '/usr/bin/chromium'].find(
  (file) => file !== undefined && existsSync(file),
);
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const demo = await startDemo();
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1600 }, deviceScaleFactor: 2 });
  await page.goto(demo.loginLink);
  await page.waitForTimeout(WATCHED_MS);
  await takePictures(page);
} finally {
  await demo.end('SIGINT');
  await browser.close();
}
