import type { Browser, Page } from '@playwright/test';
import { rawRequest } from '../../gateway/testing/raw-request.ts';
import type { RawReply } from '../../gateway/testing/raw-request.ts';
import { expect, test } from './fixtures.ts';
import type { Purser } from './fixtures.ts';
import { goTo } from './go-to.ts';
import { openOtherSite } from './other-site.ts';
import { runJson } from './purser-process.ts';
import { openStillGateway } from './still-gateway.ts';

const HOUR_MS = 3_600_000;

/** Logs in as the page does. @returns the answer, and what a call then brings */
async function logIn(purser: Purser): Promise<{ readonly reply: RawReply; readonly authorization: string }> {
  const code = new URL(purser.loginLink).hash.replace('#login=', '');
  const reply = await rawRequest(`${purser.dashboardUrl}/login`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const { bearer }: { bearer: string } = JSON.parse(reply.body.toString());
  return { reply, authorization: `Bearer ${bearer}` };
}

/** A harmless call of the contract. */
function callStatus(purser: Purser, headers: Readonly<Record<string, string>>): Promise<RawReply> {
  return rawRequest(`${purser.dashboardUrl}/rpc/gateway/status`, {
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });
}

/** A fresh link, as the command prints it. */
const freshLink = (purser: Purser): Promise<string> =>
  purser.ask(async (_, host) => (await host.dashboard.link()).link);

const isLive = (page: Page): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
const isOut = (page: Page, words: string): Promise<void> =>
  expect(page.locator('.notice').filter({ hasText: words })).toContainText('purser open');

test('a link logs in once, and nothing of it stays in the address or behind it', async ({ purser, page, browser }) => {
  await page.goto('about:blank');
  await page.goto(purser.loginLink);
  await isLive(page);
  expect(page.url()).toBe(`${purser.dashboardUrl}/`);
  const entries = await visited(page);
  expect(entries).toEqual(['about:blank', `${purser.dashboardUrl}/`]);

  const other = await inNewBrowser(browser);
  await other.goto(purser.loginLink);
  await isOut(other, 'used already');
  expect(other.url()).toBe(`${purser.dashboardUrl}/`);
  await other.goto(`${purser.dashboardUrl}/#/agents`);
  await isOut(other, 'used already');
  // A fresh one, pasted into the address of the page that is open.
  await other.goto(await freshLink(purser));
  await isLive(other);
  await other.context().close();
});

test(
  'another server on loopback gets no cookie, no referrer and no credential, and what the page holds is for its ' +
    'own port',
  async ({ dashboard: page, purser, context }) => {
    const seen: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[] = [];
    await context.addCookies([
      {
        name: 'purser-46103',
        value: 'of-an-older-purser',
        domain: '127.0.0.1',
        path: '/',
        httpOnly: true,
        sameSite: 'Strict',
      },
    ]);
    await page.reload();
    await isLive(page);
    expect(await context.cookies()).toEqual([]);
    const bearer = await page.evaluate(() => sessionStorage.getItem('purser:bearer'));
    expect(bearer).toMatch(/^[\w-]{43}$/);

    const site = await openOtherSite((request) => void seen.push(request));
    try {
      for (const url of [site.sameSite, site.crossSite]) {
        // The tab itself goes there, and a link of the dashboard leads there in another one.
        await page.goto(url);
        expect(
          await page.evaluate(() => [document.cookie, sessionStorage.length, localStorage.length, document.referrer]),
        ).toEqual(['', 0, 0, '']);
        await page.evaluate(() => fetch('/again', { credentials: 'include' }));
        await page.goBack();
        await isLive(page);
        const opened = context.waitForEvent('page');
        await page.evaluate((target) => void window.open(target), url);
        await (await opened).waitForLoadState();
      }
    } finally {
      await site.close();
    }
    expect(seen.length).toBeGreaterThanOrEqual(6);
    for (const { url, headers } of seen) {
      expect(headers, url).not.toHaveProperty('cookie');
      expect(headers, url).not.toHaveProperty('authorization');
      expect(headers['referer'] ?? '', url).not.toContain(new URL(purser.dashboardUrl).port);
      expect(JSON.stringify([url, headers])).not.toContain(bearer);
    }
  },
);

test('what a browser sent, sent again without the bearer, is refused', async ({ purser, page }) => {
  const calls: { readonly url: string; readonly headers: Record<string, string>; readonly body: string }[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/rpc/'))
      calls.push({ url: request.url(), headers: request.headers(), body: request.postData() ?? '' });
  });
  await page.goto(purser.loginLink);
  await isLive(page);
  expect(calls.map(({ url }) => new URL(url).pathname)).toContain('/rpc/gateway/live');
  for (const { url, headers, body } of calls) {
    expect(url).toMatch(/^[^?#]*$/);
    const { authorization = '', ...others } = headers;
    expect(authorization).toMatch(/^Bearer [\w-]{43}$/);
    expect((await rawRequest(url, { headers: others, body })).status, url).toBe(401);
  }
});

test('a session outlives a reload; two tabs have one each, and each ends alone', async ({
  dashboard: page,
  purser,
  context,
}) => {
  await page.reload();
  await isLive(page);
  const second = await context.newPage();
  await second.goto(purser.dashboardUrl);
  await isOut(second, 'This browser is not logged in.');
  await second.goto(await freshLink(purser));
  await isLive(second);

  await goTo(page, 'Settings');
  const rows = page.getByTestId('browser');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'This one' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Log out Headless Chrome on Linux' }).click();
  await expect(rows).toHaveCount(1);
  await isOut(second, 'not logged in any more');
  // Nothing stays for whoever sits there next.
  await expect(second.getByText('Spent today')).toHaveCount(0);
  await isLive(page);

  await page.getByRole('button', { name: 'Log out of this browser' }).click();
  await isOut(page, 'You are logged out here.');
  await expect(page.getByTestId('browser')).toHaveCount(0);
  await page.reload();
  await isOut(page, 'This browser is not logged in.');
  expect(runJson(purser.dataFolder, 'dashboard', 'sessions')).toEqual([]);
});

test('the command line lists a browser and ends it, in the middle of what it shows', async ({
  dashboard: page,
  purser,
}) => {
  const sessions = runJson(purser.dataFolder, 'dashboard', 'sessions');
  expect(sessions).toMatchObject([{ browser: 'Headless Chrome on Linux', current: false }]);
  expect(runJson(purser.dataFolder, 'dashboard', 'logout', '--all')).toEqual({ ended: 1 });
  await isOut(page, 'not logged in any more');
  await page.reload();
  await isOut(page, 'not logged in any more');
});

test('a session that nobody used for half a day has ended, whatever the page still holds', async ({ page }) => {
  const still = await openStillGateway();
  try {
    await page.goto(still.loginLink());
    await isLive(page);
    still.advanceClock(13 * HOUR_MS);
    await isOut(page, 'not logged in any more');
  } finally {
    await still.stop();
  }
});

test('without the bearer only the page is served, which holds nothing', async ({ purser }) => {
  const { authorization } = await logIn(purser);
  expect((await callStatus(purser, { authorization })).status).toBe(200);
  for (const headers of [
    {},
    { authorization: 'Bearer' },
    { authorization: `Bearer ${'A'.repeat(43)}` },
    { authorization: authorization.slice(0, -1) },
  ]) {
    expect((await callStatus(purser, headers)).status, JSON.stringify(headers)).toBe(401);
  }
  for (const path of [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '//etc/passwd',
  ]) {
    expect(
      (await rawRequest(`${purser.dashboardUrl}${path}`, { method: 'GET', headers: { authorization } })).status,
      path,
    ).toBe(404);
  }
});

test('another name, another origin, another site: refused, whatever they bring', async ({ purser }) => {
  const { authorization } = await logIn(purser);
  const { host, port } = new URL(purser.dashboardUrl);
  const hostile: readonly Readonly<Record<string, string>>[] = [
    { host: `evil.example:${port}` },
    { host: `localhost:${port}` },
    { host: '127.0.0.1' },
    { host: `${host}.evil.example` },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${port}` },
    { origin: purser.url },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', 'sec-fetch-mode': 'navigate' },
  ];
  for (const headers of hostile) {
    const reply = await callStatus(purser, { authorization, ...headers });
    expect(reply.status, JSON.stringify(headers)).toBe(403);
    expect(reply.body.toString()).not.toContain(purser.dataFolder);
  }
  expect(
    (await callStatus(purser, { authorization, origin: purser.dashboardUrl, 'sec-fetch-site': 'same-origin' })).status,
  ).toBe(200);
});

test('no answer carries a CORS header or sets a cookie, and every one carries the content security policy', async ({
  purser,
}) => {
  const { reply, authorization } = await logIn(purser);
  const preflight = {
    origin: 'https://evil.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };
  const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<RawReply> =>
    rawRequest(`${purser.dashboardUrl}${path}`, { method: 'GET', headers });
  const fromDashboard = [
    reply,
    await get('/'),
    await get('/nothing'),
    await get('/login'),
    await callStatus(purser, {}),
    await callStatus(purser, { authorization }),
    await callStatus(purser, { authorization, origin: 'https://evil.example' }),
    await rawRequest(`${purser.dashboardUrl}/rpc/gateway/status`, {
      method: 'OPTIONS',
      headers: { authorization, ...preflight },
    }),
  ];
  const fromGateway = [
    await rawRequest(`${purser.url}/openai/v1/chat/completions`, { method: 'OPTIONS', headers: preflight }),
    await rawRequest(`${purser.url}/openai/v1/chat/completions`, {
      headers: { origin: 'https://evil.example' },
      body: '{}',
    }),
    await rawRequest(`${purser.url}/openai/v1/chat/completions`, { body: '{}' }),
  ];
  for (const { headers } of [...fromDashboard, ...fromGateway]) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-') || name === 'set-cookie')).toEqual(
      [],
    );
  }
  for (const { headers, status } of fromDashboard) {
    expect(headers['content-security-policy'], String(status)).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
  }
});

async function inNewBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** The history that the browser itself keeps for going back. */
async function visited(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  return entries.map(({ url }) => url);
}
