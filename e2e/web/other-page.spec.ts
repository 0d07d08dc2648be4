import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openOtherSite } from './other-site.ts';

const BODY = JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 5, messages: [{ role: 'user', content: 'Hello' }] });

/** The parts of a request that a hostile page may choose. */
interface Attempt {
  readonly method: 'GET' | 'POST';
  readonly credentials?: 'include';
  readonly mode?: 'no-cors';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends it from the page. @returns what the page could read, or `unreadable` */
function send(page: Page, url: string, request: Attempt): Promise<string> {
  return page.evaluate(
    ([target, init]) =>
      fetch(target, init)
        .then(async (answer) => (answer.type === 'opaque' ? 'unreadable' : `read ${await answer.text()}`))
        .catch(() => 'unreadable'),
    [url, request] as const,
  );
}

for (const kind of ['sameSite', 'crossSite'] as const) {
  test(`a page of another origin (${kind}) reads nothing, changes nothing and spends nothing`, async ({
    dashboard,
    purser,
    provider,
    context,
  }) => {
    const { key, gatewayUrl } = await purser.allowance('Claude Code', '1/day');
    const site = await openOtherSite();
    try {
      const page = await context.newPage();
      await page.goto(site[kind]);
      const rpc = `${purser.dashboardUrl}/rpc/gateway`;
      const json = { 'content-type': 'application/json' };
      const attempts: readonly (readonly [string, Attempt])[] = [
        [`${rpc}/status`, { method: 'POST', credentials: 'include', headers: json, body: '{}' }],
        [`${rpc}/status`, { method: 'GET', credentials: 'include' }],
        // Needs no preflight, and the answer need not be read to do harm.
        [`${rpc}/everything/pause`, { method: 'POST', credentials: 'include', mode: 'no-cors', body: '{}' }],
        [
          `${gatewayUrl}/chat/completions`,
          { method: 'POST', headers: { ...json, authorization: `Bearer ${key}` }, body: BODY },
        ],
        [`${gatewayUrl}/chat/completions?key=${key}`, { method: 'POST', mode: 'no-cors', body: BODY }],
      ];
      for (const [url, request] of attempts) expect(await send(page, url, request), url).toBe('unreadable');

      // Navigation carries no Origin; a window and a form are the two ways to make one.
      await openWindow(page, `${rpc}/everything/pause`);
      await submitForm(page, `${rpc}/everything/pause`);
      await page.evaluate((url) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
        return new Promise((resolve) => frame.addEventListener('load', resolve));
      }, purser.dashboardUrl);
      const framed = await Promise.all(
        page
          .frames()
          .slice(1)
          .map((frame) => frame.getByText('Purser').count()),
      );
      expect(framed.every((count) => count === 0)).toBe(true);
    } finally {
      await site.close();
    }
    expect(provider.requests).toEqual([]);
    expect(await purser.ask((gateway) => gateway.usage.summary({ by: 'agent' }))).toMatchObject({
      total: { nanodollars: 0 },
    });
    await expect(dashboard.getByRole('button', { name: 'Pause everything' })).toBeVisible();
    await expect(dashboard.getByText('Everything is paused')).toHaveCount(0);
  });
}

async function openWindow(page: Page, url: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.evaluate((target) => void window.open(target), url);
  const popup = await opened;
  await popup.waitForLoadState();
  expect(await popup.locator('body').innerText()).not.toContain('everythingPaused');
  await popup.close();
}

async function submitForm(page: Page, url: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.evaluate((target) => {
    const form = document.createElement('form');
    Object.assign(form, { action: target, method: 'post', target: '_blank', enctype: 'text/plain' });
    document.body.append(form);
    form.submit();
  }, url);
  const popup = await opened;
  await popup.waitForLoadState();
  await expect(popup.locator('body')).toHaveText('Purser answers only to its own page.');
  await popup.close();
}
