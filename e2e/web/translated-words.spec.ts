import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { de } from '../../renderer/strings/de/de.ts';
import { zh } from '../../renderer/strings/zh/zh.ts';
import { connectNewest, realServer } from '../../gateway/mcp/whole-way/testing.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { findEnglish } from './english-on-page.ts';
import { expect, PROVIDER_KEY, test as base } from './fixtures.ts';
import type { Allowance, Purser } from './fixtures.ts';
import { listenIn, settle } from './forgotten-words.ts';
import { findOverflow } from './looks.ts';
import { SETTINGS, startPerson } from './person.ts';
import type { Person } from './person.ts';

const test = base.extend<{ person: Person }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  person: async ({}, provide) => {
    const person = await startPerson();
    await person.write(
      '.bashrc',
      'export HTTPS_PROXY=http://proxy.example:3128\nexport ANTHROPIC_BASE_URL=http://127.0.0.1:1/x\n',
    );
    await provide(person);
    await person.remove();
  },
  environment: async ({ person }, provide) => provide(person.environment),
});

const memory = providerNameSchema.parse('memory');
/** A server says in its own words what its tools do. */
const SERVERS_OWN = [/knowledge graph/];
const messages = [{ role: 'user', content: 'Hello' }];

/** Requests that are refused for as many reasons as fit into a minute: each has a sentence of its own. */
async function beRefused(purser: Purser, { gatewayUrl, key }: Allowance): Promise<void> {
  const send = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<unknown> =>
    fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }).then((response) => response.text());
  const chat = `${gatewayUrl}/chat/completions`;
  await send(chat, '{"model":');
  await send(chat, { model: 'gpt-4o-mini', messages: 'Hello' });
  await send(chat, { model: 'gpt-4o-mini', messages, n: -1 });
  await send(chat, { model: 'gpt-4o mini', messages });
  await send(chat, { model: 'gpt-nobody-knows', messages });
  await send(chat, { model: 'gpt-4o-mini', messages, tools: [{ type: 'web_search' }] });
  await send(chat, { model: 'gpt-4o-mini', messages }, { 'content-encoding': 'snappy' });
  await send(`${gatewayUrl}/fine_tuning/jobs`, {});
  await send(`${purser.url}/nobody/v1/chat/completions`, { model: 'x', messages });
  await send(`${purser.url}/v1/chat`, { model: 'x', messages });
  await send(`${purser.url}/groq/v1/chat/completions`, { model: 'llama-3.3-70b-versatile', messages, max_tokens: 5 });
}

/** A call of a tool that is denied, one with an argument that is, and one that a person denies. */
async function beRefusedTools({ ask, url }: Purser, { key }: Allowance): Promise<void> {
  await ask((gateway) => gateway.mcp.add({ name: memory, way: realServer('memory'), prices: [] }));
  await ask((gateway) =>
    gateway.policies.set({
      scope: 'everything',
      policy: {
        mcp: {
          tools: { deny: ['memory/create_relations'] },
          arguments: [{ tools: 'memory/search_nodes', argument: 'query', allow: ['milk'] }],
        },
      },
    }),
  );
  const client = await connectNewest(`${url}/mcp/memory`, key);
  const call = (name: string, given: Record<string, unknown>): Promise<unknown> =>
    client.callTool({ name, arguments: given }).catch(() => undefined);
  await call('create_relations', { relations: [] });
  await call('search_nodes', { query: 'bread' });
  await call('read_graph', {});
  const deleted = call('delete_entities', { entityNames: ['Ada'] });
  await expect.poll(async () => (await ask((gateway) => gateway.approvals.list())).length).toBe(1);
  for (const { id } of await ask((gateway) => gateway.approvals.list()))
    await ask((gateway) => gateway.approvals.answer({ id, answer: 'deny' }));
  await deleted;
  await client.close();
}

/** What the record has of a day: prices, pauses, ends. */
async function changeThings({ ask }: Purser): Promise<void> {
  await ask(async (gateway) => {
    const price = {
      model: 'mine',
      input: nanodollarsOf(5),
      output: nanodollarsOf(7),
      cacheRead: null,
      cacheWrite: null,
    };
    await gateway.prices.set(price);
    const [agent] = await gateway.agents.list();
    if (!agent) throw new Error('There is no agent.');
    await gateway.agents.pause({ id: agent.id });
    await gateway.agents.resume({ id: agent.id });
    const { id } = await gateway.keys.issue({
      agent: agent.name,
      caps: [{ window: 'day', amount: nanodollarsOf(1e9) }],
    });
    await gateway.keys.revoke({ id });
  });
}

async function look(page: Page, what: string): Promise<void> {
  const place = process.env['PURSER_PICTURES'];
  await settle(page);
  expect.soft(await findEnglish(page, SERVERS_OWN), what).toEqual([]);
  expect.soft(await findOverflow(page), what).toEqual([]);
  if (!place) return;
  for (const width of [640, 1440])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(place, `${what}-${width}-${colorScheme}.png`), fullPage: true });
    }
}

async function open(page: Page, name: string): Promise<void> {
  await page.evaluate((hash) => void (window.location.hash = hash), `#/${name}`);
  await expect(page.locator('main h1')).toBeVisible();
}

for (const [language, locale, strings] of [
  ['German', 'de-DE', de],
  ['Chinese', 'zh-CN', zh],
] as const) {
  test.describe(language, () => {
    test.use({ locale });

    test('no page shows an English sentence, whoever wrote it', async ({ page, purser, person, provider }) => {
      test.setTimeout(120_000);
      const tag = locale.slice(0, 2);
      const allowance = await purser.allowance('Claude Code', '1/day');
      await purser.ask((gateway) =>
        gateway.providers.add({ kind: 'anthropic', baseUrl: provider.anthropicBaseUrl, key: PROVIDER_KEY }),
      );
      await purser.ask((gateway) =>
        gateway.providers.add({ kind: 'groq', baseUrl: 'http://127.0.0.1:1/v1', key: PROVIDER_KEY, unchecked: true }),
      );
      await beRefused(purser, allowance);
      await beRefusedTools(purser, allowance);
      await changeThings(purser);
      await listenIn(page);
      await page.goto(purser.loginLink);
      await expect(page.locator('main h1')).toBeVisible();

      for (const name of ['overview', 'costs', 'agents', 'keys', 'mcp', 'settings', 'audit']) {
        await open(page, name);
        await look(page, `${tag}-${name}`);
      }

      await open(page, 'requests');
      const rows = page.getByTestId('refused').or(page.getByTestId('request'));
      await expect.poll(() => rows.count()).toBeGreaterThan(12);
      for (let at = 0; at < (await rows.count()); at += 1) {
        await rows.nth(at).click();
        await expect(page.locator('aside').first()).toBeVisible();
        expect.soft(await findEnglish(page), `request ${at}`).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await look(page, `${tag}-requests`);

      await open(page, 'connections');
      const tool = page.getByTestId('tool').filter({ hasText: 'Claude Code' }).first();
      await page.locator('#doctor-title').locator('xpath=..').getByRole('button').click();
      await expect(page.getByTestId('finding').first()).toBeVisible();
      await look(page, `${tag}-connections`);
      await tool.getByRole('button', { name: strings.connections.connectTool('Claude Code') }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.locator('.diff').first()).toBeVisible();
      await look(page, `${tag}-connect`);
      await dialog.getByRole('button', { name: strings.connections.doConnect, exact: true }).click();
      await dialog.getByRole('button', { name: strings.common.done, exact: true }).click();
      const connection = page.getByTestId('connection').first();
      await expect(connection).toBeVisible();
      await connection.getByRole('button').first().click();
      await expect(connection.locator('.notice')).toBeVisible();
      await look(page, `${tag}-verified`);
      await person.write(SETTINGS, '{}');
      await page.locator('#doctor-title').locator('xpath=..').getByRole('button').click();
      await connection.getByRole('button').first().click();
      await look(page, `${tag}-changed`);
    });
  });
}
