import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startDemo } from '../e2e/web/purser-process.ts';
import { root } from './run-command.ts';

/** Takes the README's pictures from the built `purser demo`, as it is after a minute. Nothing in them is staged. */
const FOLDER = join(root, 'docs', 'images');
const WIDTH = 1280;
const HEIGHT = 900;
const WATCHED_MS = 65_000;
const MOST_BYTES = 500_000;

type Scheme = 'light' | 'dark';

async function takePicture(page: Page, name: string, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.mouse.move(0, 0);
  // Rows that just arrived are tinted for a moment.
  await page.waitForTimeout(1_500);
  if (!(await page.getByTestId('simulated').isVisible()))
    throw new Error('The picture would not say that it is simulated.');
  const path = join(FOLDER, `${name}-${colorScheme}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`${relative(root, path)}: ${Math.round(size / 1_000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${relative(root, path)} is larger than ${MOST_BYTES / 1_000} kB. Crop it.`);
}

/** The overview in both themes, its chart, and three other pages. */
async function takePictures(page: Page): Promise<void> {
  await page.getByTestId('leak').waitFor({ timeout: WATCHED_MS });
  // Cap warnings are told on the pages of their agents, too.
  for (const dismiss of (await page.getByRole('button', { name: 'Dismiss' }).all()).toReversed()) await dismiss.click();
  await takePicture(page, 'overview', 'light');
  await takePicture(page, 'overview', 'dark');
  await page.getByText('3 months', { exact: true }).click();
  await page.getByText('Model', { exact: true }).first().click();
  await page.getByText('3 months', { exact: true }).evaluate((range) => range.scrollIntoView({ block: 'start' }));
  await page.mouse.wheel(0, -120);
  await takePicture(page, 'chart', 'light');
  for (const name of ['Costs', 'Agents', 'Requests']) {
    await page.getByRole('link', { name, exact: true }).click();
    if (name === 'Costs') await page.getByLabel('Dates', { exact: true }).selectOption('Last 30 days');
    await takePicture(page, name.toLowerCase(), 'light');
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
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: 1.5 });
  await page.goto(demo.loginLink);
  await page.waitForTimeout(WATCHED_MS);
  await takePictures(page);
} finally {
  await demo.end('SIGINT');
  await browser.close();
}
