import type { Page } from '@playwright/test';

/**
 * Wider than any font a person has: of those in common use DejaVu is among the widest, and the spacing is what WCAG 2.2
 * asks a page to stand (1.4.12, https://www.w3.org/TR/WCAG22/#text-spacing, read in November 2026). A text that fits
 * then fits everywhere.
 */
const WIDE_LETTERS = `
  :root { --font: 'DejaVu Sans', Verdana, sans-serif !important; --mono: 'DejaVu Sans Mono', monospace !important; }
  * { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
`;

/**
 * A box that scrolls by itself may be wider. A drawing has measured its letters when it was drawn, before they were
 * widened.
 */
const OWN_SCROLLING = 'pre, .scrolls, .request-list';

/**
 * Looks at a page as it is with its own letters, then with the widest. A sheet made by script is within its content
 * security policy.
 */
async function inAllLetters(
  page: Page,
  find: (page: Page, ownScrolling: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const own = await find(page, OWN_SCROLLING);
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, WIDE_LETTERS);
  try {
    return [...own, ...(await find(page, `${OWN_SCROLLING}, svg *`)).map((what) => `in wide letters, ${what}`)];
  } finally {
    await page.evaluate(() => void (document.adoptedStyleSheets = []));
  }
}

/**
 * Elements that stick out of the page or of their own scrolling box to the right, in letters of any width; empty when
 * all is well.
 */
export function findOverflow(page: Page): Promise<readonly string[]> {
  return inAllLetters(page, overflowOf);
}

function overflowOf(page: Page, ownScrolling: string): Promise<readonly string[]> {
  return page.evaluate((ownScrolling) => {
    const found: string[] = [];
    const isClipped = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
    const scroller = document.scrollingElement;
    if (scroller && scroller.scrollWidth > window.innerWidth)
      found.push(`the page is ${scroller.scrollWidth} wide in ${window.innerWidth}`);
    for (const element of document.querySelectorAll('#root *, [role=dialog], [role=dialog] *')) {
      const { right, left, width } = element.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
      // A clipped text is there for screen readers only.
      const apart = element.closest(ownScrolling) !== null || isClipped(element);
      // An inline element is as wide as its text; whether its box lets that show is checked below.
      if (width <= 1 || apart || getComputedStyle(element).display === 'inline') continue;
      if (right > window.innerWidth + 0.5 || left < -0.5) found.push(`${name} from ${left} to ${right}`);
    }
    // Text that is wider than its box, and not cut off, lies on top of its neighbour.
    const boxOf = (element: Element): Element =>
      getComputedStyle(element).display.startsWith('inline') && element.parentElement
        ? boxOf(element.parentElement)
        : element;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const { parentElement } = texts.currentNode;
      if (
        !parentElement?.checkVisibility() ||
        parentElement.closest('svg, pre, datalist, .scrolls') ||
        isClipped(parentElement)
      )
        continue;
      const box = boxOf(parentElement);
      range.selectNodeContents(texts.currentNode);
      const spills = range.getBoundingClientRect().right > box.getBoundingClientRect().right + 1;
      const { overflowX, whiteSpace } = getComputedStyle(box);
      // There, a blank at the end of a line hangs out of the box, unseen.
      if (spills && overflowX === 'visible' && whiteSpace !== 'pre-wrap')
        found.push(`the text “${texts.currentNode.textContent?.slice(0, 40)}” is wider than its box`);
    }
    return found;
  }, ownScrolling);
}

/**
 * Elements that hide a part of what is in them, and neither scroll nor say so with an ellipsis, in letters of any
 * width; empty when all is well.
 */
export function findCutOff(page: Page): Promise<readonly string[]> {
  return inAllLetters(page, cutOffOf);
}

function cutOffOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('#root *, [role=dialog], [role=dialog] *')) {
      const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(element);
      // Clipped away on purpose: for screen readers only. A drawing may paint over its edge.
      if (
        clipPath !== 'none' ||
        element.closest('svg, .visually-hidden') ||
        !element.checkVisibility() ||
        element.clientWidth <= 1
      )
        continue;
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const wide = hides(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      const high = hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (wide || high)
        found.push(
          `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} shows ${element.clientWidth} ` +
            `x ${element.clientHeight} of ${element.scrollWidth} x ${element.scrollHeight}`,
        );
    }
    // A fixed element must fit into the window: no scrolling brings the rest.
    for (const element of document.querySelectorAll('#root *')) {
      const { position, overflowY } = getComputedStyle(element);
      if (
        (position !== 'sticky' && position !== 'fixed') ||
        !element.checkVisibility() ||
        overflowY === 'auto' ||
        overflowY === 'scroll'
      )
        continue;
      const inside = Math.max(element.scrollHeight, element.getBoundingClientRect().height);
      if (inside > window.innerHeight + 1)
        found.push(
          `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} sticks to the window and ` +
            `is ${inside} high in ${window.innerHeight}`,
        );
    }
    return found;
  });
}

/** Texts with less contrast than WCAG AA asks (4.5 to 1), with their colors. Disabled controls are exempt. */
export function findFaintText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!canvas) throw new Error('This browser draws nothing.');
    const over = (color: string, under: readonly number[]): readonly number[] => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = `rgb(${under.join(',')})`;
      canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return Array.from(canvas.getImageData(0, 0, 1, 1).data).slice(0, 3);
    };
    const backgroundOf = (element: Element | null): readonly number[] =>
      element
        ? over(
            getComputedStyle(element).backgroundColor,
            element.matches('.dialog') ? [255, 255, 255] : backgroundOf(element.parentElement),
          )
        : [255, 255, 255];
    const luminance = (color: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = color.map((part) =>
        part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const found = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const text = texts.currentNode.textContent?.trim() ?? '';
      if (
        !element ||
        text === '' ||
        !element.checkVisibility() ||
        element.closest('svg, :disabled, .visually-hidden, datalist')
      )
        continue;
      const background = backgroundOf(element);
      const [one, two] = [luminance(background), luminance(over(getComputedStyle(element).color, background))];
      const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
      if (ratio < 4.5) found.add(`${ratio.toFixed(2)} to 1: ${text.slice(0, 40)} (${element.className})`);
    }
    return [...found];
  });
}

/** Where the keyboard is: whether that can be seen, and whether it is inside the open dialog. */
interface Focus {
  readonly name: string;
  readonly visible: boolean;
  readonly inDialog: boolean;
}

/** Presses Tab once. @returns undefined when the focus left the page for the browser's own buttons */
export async function tabOn(page: Page): Promise<Focus | undefined> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    // A hidden radio button is drawn by its neighbour, a bare input by the box around it.
    const drawn = [element, element.nextElementSibling, element.parentElement].flatMap((one) =>
      one ? [getComputedStyle(one)] : [],
    );
    const visible = drawn.some(
      (style) =>
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none',
    );
    return {
      name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.tagName,
      visible,
      inDialog: element.closest('[role=dialog]') !== null,
    };
  });
}
