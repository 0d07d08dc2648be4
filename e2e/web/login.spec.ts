import { rawRequest } from '../../gateway/testing/raw-request.ts';
import type { RawReply } from '../../gateway/testing/raw-request.ts';
import { expect, test } from './fixtures.ts';
import type { Purser } from './fixtures.ts';

async function logIn(purser: Purser): Promise<{ readonly reply: RawReply; readonly cookie: string }> {
  const reply = await rawRequest(purser.loginLink, { method: 'GET' });
  return { reply, cookie: (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '' };
}

/** A harmless call of the contract. */
function callStatus(purser: Purser, headers: Readonly<Record<string, string>>): Promise<RawReply> {
  return rawRequest(`${purser.dashboardUrl}/rpc/gateway/status`, { headers: { 'content-type': 'application/json', ...headers }, body: '{}' });
}

test('a login link works once and becomes a strict cookie', async ({ purser, page }) => {
  const { reply, cookie } = await logIn(purser);
  expect(reply.status).toBe(303);
  expect(reply.headers.location).toBe('/');
  expect(reply.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  expect((await callStatus(purser, { cookie })).status).toBe(200);

  const second = await rawRequest(purser.loginLink, { method: 'GET' });
  expect(second.status).toBe(403);
  expect(second.headers['set-cookie']).toBeUndefined();
  expect(second.body.toString()).toContain('This login link was used already');
  await page.goto(purser.loginLink);
  await expect(page.locator('body')).toContainText('This login link was used already');
  await page.goto(purser.dashboardUrl);
  await expect(page.locator('body')).toContainText('Open the login link');
});

test('without the cookie nothing is served, not even the page', async ({ purser }) => {
  const { cookie } = await logIn(purser);
  const [name = ''] = cookie.split('=');
  for (const headers of [{}, { cookie: `${name}=` }, { cookie: `${name}=${'A'.repeat(43)}` }, { cookie: cookie.slice(0, -1) }]) {
    expect((await callStatus(purser, headers)).status, JSON.stringify(headers)).toBe(401);
    expect((await rawRequest(purser.dashboardUrl, { method: 'GET', headers })).status).toBe(401);
  }
  for (const path of ['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '//etc/passwd']) {
    expect((await rawRequest(`${purser.dashboardUrl}${path}`, { method: 'GET', headers: { cookie } })).status, path).toBe(404);
  }
});

test('another name, another origin, another site: refused, whatever cookie they bring', async ({ purser }) => {
  const { cookie } = await logIn(purser);
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
    const reply = await callStatus(purser, { cookie, ...headers });
    expect(reply.status, JSON.stringify(headers)).toBe(403);
    expect(reply.body.toString()).not.toContain(purser.dataFolder);
  }
  expect((await callStatus(purser, { cookie, origin: purser.dashboardUrl, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});

test('no answer carries a CORS header, and every one carries the content security policy', async ({ purser }) => {
  const { reply, cookie } = await logIn(purser);
  const preflight = { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
  const get = (path: string, headers: Readonly<Record<string, string>>): Promise<RawReply> => rawRequest(`${purser.dashboardUrl}${path}`, { method: 'GET', headers });
  const fromDashboard = [
    reply,
    await get('/', { cookie }),
    await get('/', {}),
    await get('/nothing', { cookie }),
    await get('/login?token=wrong', {}),
    await callStatus(purser, { cookie }),
    await callStatus(purser, { cookie, origin: 'https://evil.example' }),
    await rawRequest(`${purser.dashboardUrl}/rpc/gateway/status`, { method: 'OPTIONS', headers: { cookie, ...preflight } }),
  ];
  const fromGateway = [
    await rawRequest(`${purser.url}/openai/v1/chat/completions`, { method: 'OPTIONS', headers: preflight }),
    await rawRequest(`${purser.url}/openai/v1/chat/completions`, { headers: { origin: 'https://evil.example' }, body: '{}' }),
    await rawRequest(`${purser.url}/openai/v1/chat/completions`, { body: '{}' }),
  ];
  for (const { headers } of [...fromDashboard, ...fromGateway]) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
  for (const { headers, status } of fromDashboard) {
    expect(headers['content-security-policy'], String(status)).toMatch(/default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  }
});
