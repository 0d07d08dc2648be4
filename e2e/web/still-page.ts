import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Browser, Page, PageAssertionsToHaveScreenshotOptions } from '@playwright/test';
import { z } from 'zod';
import { expect } from './fixtures.ts';
import { NOW, openStillGateway } from './still-gateway.ts';
import type { StillGateway } from './still-gateway.ts';
import { liveThroughWeek, WEEK_BEGAN } from './working-week.ts';

/** Which Chromium drew the pictures. */
const DRAWN_BY = join(import.meta.dirname, 'snapshots', 'drawn-by.json');
/** Higher pages are cut off there. */
const MOST_HEIGHT = 1_600;
/** Of all pixels: less than one word of small text. The same Chromium with the same font draws the same. */
const MOST_PIXELS = 150;
/** A busy machine takes seconds for a picture, and compares until two of them are the same. */
const PATIENCE_MS = 25_000;
/** Ships with the system packages that the test run installs; what a person's page uses depends on their system. */
const FONTS = { '--font': 'DejaVu Sans', '--mono': 'DejaVu Sans Mono' } as const;

interface Fixtures {
  /** Opens the dashboard of a still gateway, drawn the same everywhere. */
  readonly look: (still: StillGateway) => Promise<Page>;
}

/** With a gateway after a week of work. Nobody changes it: each picture is the same whatever was taken before. */
export const test = base.extend<Fixtures, { working: StillGateway }>({
  working: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
    async ({}, provide) => {
      const still = await openStillGateway(WEEK_BEGAN);
      await liveThroughWeek(still);
      await provide(still);
      await still.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  launchOptions: [
    async ({ launchOptions }, provide) => {
      // Text is drawn without what a screen or a font configuration adds to it.
      await provide({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), '--font-render-hinting=none', '--disable-lcd-text'],
      });
    },
    { scope: 'worker' },
  ],

  look: async ({ page, browser }, provide, testInfo) => {
    const isUpdate = testInfo.config.updateSnapshots !== 'none';
    // Another Chromium draws edges and shadows in its own way: what it shows tells nothing about the product.
    if (!isUpdate) testInfo.skip(drawnBy() !== majorOf(browser), explainOtherBrowser(browser));
    await provide(async (still) => {
      await page.clock.setFixedTime(NOW);
      await page.goto(still.loginLink());
      await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
      await pinFonts(page);
      return page;
    });
    if (isUpdate) noteBrowser(browser);
  },
});

/** Compares a page from its top to its end with the pictures of it, in both themes. */
export function comparePage(page: Page, name: string): Promise<void> {
  return compare(page, name, async () => {
    const { width, height } = await page.evaluate(() => ({
      width: window.innerWidth,
      height: document.documentElement.scrollHeight,
    }));
    return { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, MOST_HEIGHT) } };
  });
}

/** Compares what a person sees at once with the pictures of it, in both themes: for what lies over a page. */
export function compareWindow(page: Page, name: string): Promise<void> {
  return compare(page, name, () => Promise.resolve({}));
}

async function compare(
  page: Page,
  name: string,
  part: () => Promise<PageAssertionsToHaveScreenshotOptions>,
): Promise<void> {
  // Nothing is under the pointer.
  await page.mouse.move(0, 0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect.soft(page).toHaveScreenshot(`${name}-${colorScheme}.png`, {
      ...(await part()),
      maxDiffPixels: MOST_PIXELS,
      threshold: 0.2,
      timeout: PATIENCE_MS,
    });
  }
}

async function pinFonts(page: Page): Promise<void> {
  const missing = await page.evaluate((fonts) => {
    const canvas = document.createElement('canvas').getContext('2d');
    const widthIn = (font: string): number => {
      if (canvas) canvas.font = `16px ${font}`;
      return canvas?.measureText('Spent today: mmmiii').width ?? 0;
    };
    for (const [property, font] of Object.entries(fonts))
      document.documentElement.style.setProperty(property, `'${font}'`);
    // A font that is not there is as wide as whatever stands in for it.
    return Object.values(fonts).filter((font) => widthIn(`'${font}', serif`) === widthIn('serif'));
  }, FONTS);
  if (missing.length > 0)
    throw new Error(
      `The pictures are drawn with ${missing.join(' and ')}, which this system does not have. Install it (Debian: ` +
        `apt-get install fonts-dejavu-core).`,
    );
}

function noteBrowser(browser: Browser): void {
  writeFileSync(DRAWN_BY, `${JSON.stringify({ chromium: majorOf(browser) })}\n`);
}

function drawnBy(): string {
  return z.object({ chromium: z.string() }).parse(JSON.parse(readFileSync(DRAWN_BY, 'utf8'))).chromium;
}

function explainOtherBrowser(browser: Browser): string {
  return (
    `the pictures were taken with Chromium ${drawnBy()}, and this is Chromium ${majorOf(browser)}; look at the ` +
    `pages, then take them anew: npx playwright test --project=web e2e/web/snapshots.spec.ts --update-snapshots`
  );
}

function majorOf(browser: Browser): string {
  return browser.version().split('.')[0] ?? 'unknown';
}
