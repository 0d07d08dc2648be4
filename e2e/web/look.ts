import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findBarriers } from './axe.ts';
import { expect } from './fixtures.ts';
import { findCutOff, findFaintText, findOverflow } from './looks.ts';

/** Looks at what is open in both themes. With PURSER_PICTURES it takes pictures there, for people to look at. */
export async function look(page: Page, what: string): Promise<void> {
  const place = process.env['PURSER_PICTURES'];
  for (const width of [640, 1440])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const where = `${what} at ${width}, ${colorScheme}`;
      expect.soft(await findBarriers(page), where).toEqual([]);
      expect.soft(await findFaintText(page), where).toEqual([]);
      expect.soft(await findOverflow(page), where).toEqual([]);
      expect.soft(await findCutOff(page), where).toEqual([]);
      if (place) await page.screenshot({ path: join(place, `${what}-${width}-${colorScheme}.png`), fullPage: true });
    }
}
