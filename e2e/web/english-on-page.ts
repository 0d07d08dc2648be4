import type { Page } from '@playwright/test';
import { englishIn } from '../../scripts/told-texts/find-english.ts';

/** So many English words in one text are no name. */
const LEAST = 2;

/**
 * Texts that a person reads or hears on this page and that are English, where the page was opened in another
 * language. What is a program's own stays: commands, code, a difference between files.
 * @param known texts that others have written, such as a provider
 */
export async function findEnglish(page: Page, known: readonly RegExp[] = []): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement?.closest('script, style, noscript, code, .diff') === null) found.add(textContent ?? '');
    }
    const named = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription'];
    for (const element of document.querySelectorAll(named.map((name) => `[${name}]`).join(', ')))
      for (const name of named) found.add(element.getAttribute(name) ?? '');
    return [...found];
  });
  return texts
    .map((text) => text.trim())
    .filter((text) => englishIn(text).length >= LEAST && !known.some((pattern) => pattern.test(text)));
}
