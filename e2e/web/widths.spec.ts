import { expect } from './fixtures.ts';
import { findCutFacts, sidewaysOf } from './facts.ts';
import { goTo, PAGES } from './go-to.ts';
import { test } from './still-page.ts';

/** Wide and narrow windows, and one of 1440 at 200 %. */
const WINDOWS = [
  { width: 640, height: 720 },
  { width: 720, height: 450 },
  { width: 800, height: 720 },
  { width: 1100, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

test('no number, no version of a model and no outcome is cut at any width, and nothing scrolls sideways', async ({
  look,
  working,
}) => {
  test.slow();
  const page = await look(working);
  for (const name of PAGES) {
    await goTo(page, name);
    for (const size of WINDOWS) {
      await page.setViewportSize(size);
      const what = `${name} at ${size.width}`;
      expect.soft(await findCutFacts(page), what).toEqual([]);
      expect.soft(await sidewaysOf(page), what).toEqual([]);
    }
  }
});

test('columns of the overview align, and its controls stay where they are when words change', async ({
  look,
  working,
}) => {
  const page = await look(working);
  const range = page.getByRole('group', { name: 'Range of the chart' });
  for (const width of [640, 1100, 1440, 1920]) {
    await page.setViewportSize({ width, height: 720 });
    const bars = await page.locator('.brief .cap-bar').evaluateAll((all) =>
      all.map((bar) => {
        const { left, right } = bar.getBoundingClientRect();
        return `${Math.round(left)} to ${Math.round(right)}`;
      }),
    );
    expect.soft(bars.length, `bars at ${width}`).toBe(4);
    expect.soft(new Set(bars).size, `ends of the bars at ${width}`).toBe(1);
    const before = await range.boundingBox();
    for (const text of ['Week', 'Year', '15 min', 'Day']) {
      await range.getByText(text, { exact: true }).click();
      expect.soft(await range.boundingBox(), `${text} at ${width}`).toEqual(before);
    }
  }
  await expect(page.locator('.spend-bars svg.recharts-surface')).toHaveAccessibleName(/^Spend, last /);
});

test('at 200 % the first screen shows what was spent, not only notices; the keyboard has a way past the pages', async ({
  look,
  working,
}) => {
  const page = await look(working);
  await page.setViewportSize({ width: 720, height: 450 });
  await expect(page.getByTestId('spent-today')).toBeInViewport({ ratio: 1 });
  // One clock: the notice says it as the rest of the page does.
  await expect(page.locator('.notice').first()).toContainText(/resets at 12:00\sAM\.$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});
