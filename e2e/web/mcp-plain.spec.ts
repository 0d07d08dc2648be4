import { connectClaude, openConnections } from './connecting.ts';
import { expect, PROVIDER_KEY, test as base } from './fixtures.ts';
import { goTo } from './go-to.ts';
import { look } from './look.ts';
import { startPerson } from './person.ts';
import type { Person } from './person.ts';

const SECRET = 'ghp_a-secret-that-no-page-may-show';

const test = base.extend<{ person: Person }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  person: async ({}, provide) => {
    const person = await startPerson();
    const github = { command: 'npx', args: ['-y', 'a-github-server'], env: { GITHUB_TOKEN: SECRET } };
    const search = { type: 'http', url: 'https://search.example/mcp' };
    await person.write('.claude.json', `${JSON.stringify({ mcpServers: { github, search } }, null, 2)}\n`);
    await provide(person);
    await person.remove();
  },
  environment: async ({ person }, provide) => provide(person.environment),
});

test('servers that a tool has by itself are named with the line that moves them, and shown as a difference', async ({
  dashboard: page,
  purser,
  person,
  provider,
}) => {
  test.slow();
  const scene = { page, person, provider, ask: purser.ask };
  await openConnections(scene, PROVIDER_KEY);
  await connectClaude(scene);
  await goTo(page, 'MCP');
  const row = page.getByTestId('plain-servers');
  await expect(row).toContainText('github');
  await expect(row).toContainText('search');
  await expect(row).toContainText('purser mcp import claude-code');
  await expect(row.getByRole('button', { name: /^Move/ })).toHaveCount(0);
  await look(page, 'plain-servers');

  // As in the window of the app, which may say what runs on this machine.
  await page.evaluate(() => Reflect.set(window, 'purser', { host: 'desktop' }));
  await page.setViewportSize({ width: 1100, height: 800 });
  await goTo(page, 'Agents');
  await goTo(page, 'MCP');
  await row.getByRole('button', { name: /^Move/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('.claude.json');
  await expect(dialog).toContainText('a-github-server');
  expect(await page.content()).not.toContain(SECRET);
  await look(page, 'move-servers');
  // It is a browser all the same: the gateway takes no command from it.
  await dialog.getByRole('button', { name: /^Move/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('A browser may not say which command runs on this machine.');
  expect(await person.read('.claude.json')).toContain(SECRET);
});
