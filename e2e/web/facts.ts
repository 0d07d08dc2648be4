import type { Page } from '@playwright/test';

/** What is never cut, whatever the width: amounts, counts, the version of a model, how a request ended. */
const FACTS = '.number, .requests-model, .requests-outcome, .chip, .list-model, .list-outcome';
/** These scroll by themselves when there are more columns than room. */
const OWN_SCROLLING = '.scrolls, pre, .visually-hidden';

/**
 * Facts that are cut: wider than the box that hides the rest of them, ended by an ellipsis, or out of the window. Empty
 * when all is well.
 */
export function findCutFacts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([facts, ownScrolling]) => {
      const found: string[] = [];
      const cuts = (element: Element): boolean =>
        getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      for (const fact of document.querySelectorAll(`#root :is(${facts})`)) {
        if (!fact.checkVisibility() || fact.closest(ownScrolling) !== null || fact.textContent === '') continue;
        const { left, right, width } = fact.getBoundingClientRect();
        const what = `“${fact.textContent}” of ${fact.getAttribute('class') ?? ''}`;
        if (width > 1 && (left < 0 || right > window.innerWidth + 0.5)) found.push(`${what} leaves the window`);
        if (cuts(fact)) found.push(`${what} is cut`);
        for (let box = fact.parentElement; box && box.id !== 'root'; box = box.parentElement) {
          const edge = box.getBoundingClientRect();
          if (cuts(box) && right > edge.right + 1) found.push(`${what} is cut by ${box.getAttribute('class') ?? ''}`);
        }
      }
      return [...new Set(found)];
    },
    [FACTS, OWN_SCROLLING] as const,
  );
}

/** What could be scrolled sideways: the page, its navigation or a table; empty when all is well. */
export function sidewaysOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.nav, .scrolls')].flatMap((box) =>
      box.scrollWidth > box.clientWidth
        ? [`${box.getAttribute('class') ?? 'the page'}, by ${box.scrollWidth - box.clientWidth}`]
        : [],
    ),
  );
}
