import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Everything the gateway has told this page. */
    heard?: string;
    /** Questions that have no answer yet; the stream of live events is none. */
    asked?: number;
  }
}

/**
 * Keeps what the gateway tells the page, so that its words can be told from the page's own. Before the page is opened.
 */
export async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { fetch } = window;
    window.heard = '';
    window.asked = 0;
    const count = (more: number): void => {
      window.asked = (window.asked ?? 0) + more;
    };
    window.fetch = async (...of) => {
      count(1);
      const response = await fetch(...of).catch((error: unknown) => {
        count(-1);
        throw error;
      });
      const isStream = response.headers.get('content-type')?.includes('event-stream') === true;
      if (isStream) count(-1);
      const reader = response.clone().body?.pipeThrough(new TextDecoderStream()).getReader();
      const listen = async (): Promise<void> => {
        for (;;) {
          const part = await reader?.read();
          if (part?.value === undefined) return;
          window.heard += part.value;
        }
      };
      void listen()
        .catch(() => undefined)
        .finally(() => isStream || count(-1));
      return response;
    };
  });
}

/** Until everything the page asked for is answered and drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => window.asked === 0);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/**
 * Words that a person reads or hears on this page, that stand outside of the pseudo language's brackets and were not
 * told by the gateway: somebody wrote them into a component. Commands are the same in every language. Names of months
 * and days come from the browser.
 * @param known words that are the same in every language
 */
export function findForgottenWords(page: Page, known: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((known) => {
    // Every fifth day of a year: each month and each day of the week is among them, as it is written and shortened.
    const dates = Array.from({ length: 73 }, (_, index) =>
      new Date(2026, 0, 1 + 5 * index).toLocaleDateString('en', { weekday: 'long', month: 'long', day: 'numeric' }),
    ).join(' ');
    const heard = `${window.heard ?? ''} ${known.join(' ')} ${dates}`;
    const found = new Set<string>();
    const look = (text: string | null, where: Element): void => {
      // A sentence with a part set off, or a link in it, is several texts: one has the first bracket, another the last.
      const rest = (text ?? '')
        .replaceAll(/https?:\/\/\S+|⟦[^⟧]*⟧/g, ' ')
        .replace(/^[^⟦]*⟧/, ' ')
        .replace(/⟦[^⟧]*$/, ' ');
      for (const word of rest.match(/[A-Za-z][A-Za-z’'-]+/g) ?? []) {
        if (!heard.includes(word))
          found.add(
            `“${word}” in “${(text ?? '').trim().slice(0, 80)}” ` +
              `(${where.tagName.toLowerCase()}.${where.getAttribute('class') ?? ''})`,
          );
      }
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      if (parentElement && !parentElement.closest('script, style, noscript, code')) look(textContent, parentElement);
    }
    for (const element of document.querySelectorAll(
      '[aria-label], [title], [placeholder], [alt], [aria-valuetext], [aria-roledescription]',
    )) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription'])
        look(element.getAttribute(name), element);
    }
    return [...found];
  }, known);
}
