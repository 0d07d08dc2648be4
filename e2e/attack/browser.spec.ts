import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from '../web/fixtures.ts';
import { openOtherSite } from '../web/other-site.ts';
import { chatBody } from './fixtures.ts';
import { attempt, KINDS } from './page-attempts.ts';

test('the attempts are real: a server that does not look who asks gets them', async ({ page }) => {
  const site = await openOtherSite();
  /** The purpose of each request, as Chromium says it. */
  const seen: string[] = [];
  const careless = createServer((request, response) => {
    seen.push(`${request.method} ${String(request.headers['sec-fetch-dest'])}`);
    response
      .writeHead(200, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'content-type': 'text/event-stream',
      })
      .end('data: {}\n\n');
  });
  await once(careless.listen(0, '127.0.0.1'), 'listening');
  const address = careless.address();
  try {
    await page.goto(site.sameSite);
    const read = await attempt(
      page,
      `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/x`,
      '{}',
      'x',
    );
    expect(read).toEqual(expect.arrayContaining(['fetch', 'worker', 'link prefetch']));
    // A service worker of another origin is stopped by the browser itself; `undefined` is the WebSocket.
    const wanted = [
      'GET empty',
      'GET font',
      'GET iframe',
      'GET image',
      'GET object',
      'GET script',
      'GET style',
      'GET undefined',
      'GET video',
      'OPTIONS empty',
      'POST empty',
      'POST iframe',
    ];
    expect([...new Set(seen)].toSorted()).toEqual(wanted);
    expect(seen.length).toBeGreaterThanOrEqual(KINDS.length - 1);
  } finally {
    careless.closeAllConnections();
    careless.close();
    await site.close();
  }
});

for (const origin of ['sameSite', 'crossSite'] as const) {
  test(`no way in which a page of another port (${origin}) can ask reaches a provider or a call of Purser's`, async ({
    dashboard,
    purser,
    provider,
    context,
  }) => {
    const received: string[] = [];
    const site = await openOtherSite(({ url, headers }) => void received.push(JSON.stringify([url, headers])));
    const { key, gatewayUrl } = await purser.allowance('Claude Code', '1/day');
    const bearer = (await dashboard.evaluate(() => sessionStorage.getItem('purser:bearer'))) ?? '';
    expect(bearer).not.toBe('');
    const before = await purser.ask(async (gateway) => ({
      keys: await gateway.keys.list(),
      agents: await gateway.agents.list(),
    }));
    try {
      // The page knows more than any page could: the sub-key, and every path.
      const targets: readonly (readonly [string, string, string])[] = [
        [`${gatewayUrl}/chat/completions?key=${key}`, chatBody('a page'), key],
        [
          `${gatewayUrl}/responses?key=${key}`,
          JSON.stringify({ model: 'gpt-5', input: 'a page', max_output_tokens: 20 }),
          key,
        ],
        [`${gatewayUrl}/models?key=${key}`, '', key],
        [`${purser.dashboardUrl}/rpc/gateway/everything/pause`, '{}', 'guessed'],
        [
          `${purser.dashboardUrl}/rpc/gateway/keys/issue`,
          JSON.stringify({ json: { agent: 'Claude Code', caps: [] } }),
          'guessed',
        ],
      ];
      await Promise.all(
        targets.map(async ([url, body, credential]) => {
          const page = await context.newPage();
          await page.goto(site[origin]);
          expect(await attempt(page, url, body, credential), url).toEqual([]);
          await page.close();
        }),
      );
    } finally {
      await site.close();
    }
    expect(provider.requests).toEqual([]);
    expect(await purser.ask((gateway) => gateway.usage.summary({ by: 'agent' }))).toMatchObject({
      total: { nanodollars: 0 },
    });
    expect(
      await purser.ask(async (gateway) => ({
        keys: (await gateway.keys.list()).length,
        agents: (await gateway.agents.list()).length,
      })),
    ).toEqual({ keys: before.keys.length, agents: before.agents.length });
    await expect(dashboard.getByRole('button', { name: 'Pause everything' })).toBeVisible();
    // And the other server, which the same browser visited while it was logged in, was told nothing.
    expect(received.length).toBeGreaterThan(0);
    for (const text of received) {
      expect(text).not.toContain(bearer);
      expect(text).not.toMatch(/"(cookie|authorization)"/);
    }
  });
}
