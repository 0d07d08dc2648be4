import { nanodollarsOf } from '../../shared/money.ts';
import { expect, test } from './fixtures.ts';
import type { Desktop } from './fixtures.ts';
import { readInMain } from './in-main.ts';

function countWindows({ app }: Desktop): Promise<number> {
  return readInMain(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length));
}

test('closing the window keeps the gateway serving, and the tray opens it again', async ({ desktop }) => {
  const { url } = await desktop.ask((gateway) => gateway.status());
  await desktop.window.close();
  await expect.poll(() => countWindows(desktop)).toBe(0);
  const response = await fetch(`${url}/openai/v1/chat/completions`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(401);

  const reopened = desktop.app.waitForEvent('window');
  await desktop.clickTrayItem(/^Open dashboard$/);
  await expect(await reopened).toHaveTitle(/Purser/);
});

test('a second start ends by itself and brings the first one to the front', async ({ desktop }) => {
  await desktop.window.close();
  const reopened = desktop.app.waitForEvent('window');
  expect(await desktop.startAgain()).toBe(0);
  await expect(await reopened).toHaveTitle(/Purser/);
});

test('the page cannot leave, open windows, reach Node or ask for more than the clipboard', async ({ desktop }) => {
  const page = desktop.window;
  const home = page.url();
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  await page.evaluate(() => {
    window.location.href = 'https://example.com/';
  });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
  });
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(
    await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')]),
  ).toEqual(['undefined', 'undefined']);
  expect(page.url()).toBe(home);
  expect(await countWindows(desktop)).toBe(1);
});

test('the page runs no script from elsewhere and none written into it', async ({ desktop }) => {
  const ran = await desktop.window.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'document.title = "taken over"';
        document.body.append(script);
      }),
  );
  expect(ran).toMatch(/^script-src/);
});

if (process.platform === 'linux') {
  test.describe('on a desktop of another region', () => {
    test.use({ environment: { LANG: 'de_AT.UTF-8' } });

    test('tray, page and money are as there', async ({ desktop }) => {
      await desktop.ask((gateway) => gateway.agents.add({ name: 'Aider' }));
      await desktop.ask((gateway) =>
        gateway.keys.issue({ agent: 'Aider', caps: [{ window: 'day', amount: nanodollarsOf(7_500_000_000) }] }),
      );
      await desktop.clickTrayItem(/^Aider/, /^Im Dashboard öffnen$/);
      await expect(desktop.window.getByRole('heading', { level: 1, name: 'Agenten' })).toBeVisible();
      await expect(desktop.window.getByText(/7,50/).first()).toBeVisible();
    });
  });
}
