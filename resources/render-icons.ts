import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { appIconSvg, glyphSvg } from './glyph.ts';
import type { Glyph } from './glyph.ts';

/*
 * Draws every icon: `npm exec -- node resources/render-icons.ts`. The PNGs are committed, so that building Purser
 * needs no browser. PURSER_CHROMIUM names the Chromium to draw with.
 */
const folder = import.meta.dirname;

/** File name suffix and ink. macOS ignores the colour of a template and uses its shape. */
const INKS: readonly (readonly [suffix: string, ink: string])[] = [
  ['Template', '#000000'],
  ['-on-light', '#1b1e26'],
  ['-on-dark', '#ffffff'],
];
const GLYPHS: readonly Glyph[] = ['serving', 'near', 'capped', 'paused', 'down', 'waiting'];

async function render(page: Page, svg: string, size: number, file: string): Promise<void> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  const target = join(folder, file);
  await mkdir(dirname(target), { recursive: true });
  await page.screenshot({ path: target, omitBackground: true });
}

const browser = await chromium.launch({
  executablePath: process.env['PURSER_CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

for (const glyph of GLYPHS) {
  for (const [suffix, ink] of INKS) {
    await render(page, glyphSvg(glyph, ink), 16, `tray/${glyph}${suffix}.png`);
    await render(page, glyphSvg(glyph, ink), 32, `tray/${glyph}${suffix}@2x.png`);
  }
}
// electron-builder makes .icns and .ico from the large one; windows on Linux show the small one.
await render(page, appIconSvg(), 1024, 'icon-1024.png');
await render(page, appIconSvg(), 512, 'icon.png');
await writeFile(join(folder, 'icon.svg'), appIconSvg());

await browser.close();
