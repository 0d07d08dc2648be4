import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import { startRemoteServer } from '../../gateway/mcp/whole-way/start-remote-server.ts';
import { connectNewest } from '../../gateway/mcp/whole-way/testing.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';
import { look } from './look.ts';

const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { operationId: 'getPet', summary: 'One pet.' },
      delete: { operationId: 'deletePet', summary: 'Lets a pet go.' },
    },
  },
};

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

test('a server that wants a login is logged in to from the page, and runs', async ({ dashboard: page, purser }) => {
  const remote = await startRemoteServer();
  const name = providerNameSchema.parse('remote');
  await purser.ask((gateway) =>
    gateway.mcp.add({ name, way: { kind: 'url', url: remote.url, headers: [] }, unchecked: true }),
  );
  await goTo(page, 'MCP');
  const server = page.getByTestId('mcp-server');
  await expect(server).toContainText('wants you to log in');
  await server.getByRole('button', { name: 'Log in at remote' }).click();
  const link = server.getByRole('link', { name: 'Open the login page' });
  await look(page, 'mcp-login');
  const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await expect(opened.locator('body')).toContainText('Purser has the answer. You can close this window.');
  await expect(server).toContainText('Running');
  await expect(link).toHaveCount(0);
  expect(remote.heard).toEqual(['registered', 'redeemed']);
  await remote.stop();
});

test('an API becomes tools by the address of its description, and has a limit for everybody', async ({
  dashboard: page,
  purser,
}) => {
  test.slow();
  const api = createServer((request, response) =>
    response.end(request.url === '/openapi.json' ? JSON.stringify(DESCRIPTION) : '{"name":"Rex"}'),
  );
  const origin = await listen(api);
  await goTo(page, 'MCP');
  await page.getByRole('button', { name: 'Add server' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add server' });
  await dialog.getByText('An HTTP API').click();
  await expect(dialog).toContainText('Add the API as a provider first');
  await page.keyboard.press('Escape');
  await purser.ask((gateway) =>
    gateway.providers.add({
      kind: 'http',
      name: providerNameSchema.parse('pets'),
      baseUrl: origin,
      key: 'a-real-key',
      unchecked: true,
      http: { credential: { in: 'header', name: 'X-Key', prefix: '' }, pricePerCall: 0 },
    }),
  );
  await page.getByRole('button', { name: 'Add server' }).click();
  await dialog.getByText('An HTTP API').click();
  await dialog.getByLabel('Name', { exact: true }).fill('pet-tools');
  await dialog.getByRole('button', { name: 'Add server' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Choose the API.');
  await dialog.getByLabel('API', { exact: true }).selectOption('pets');
  await dialog.getByLabel('OpenAPI description').fill(`${origin}/openapi.json`);
  await dialog.getByLabel('Only these operations').fill('GET *');
  await look(page, 'mcp-add-api');
  await dialog.getByRole('button', { name: 'Add server' }).click();
  await expect(page.getByRole('dialog', { name: 'Added pet-tools' })).toContainText('It has 1 tool.');
  await page.getByRole('button', { name: 'Done' }).click();

  const server = page.getByTestId('mcp-server');
  await server.getByRole('button', { name: 'Caps and rules of pets' }).click();
  const rules = page.getByRole('dialog', { name: /everyone who uses pets/ });
  await rules.getByText('Rates and size').click();
  await rules.getByLabel('Requests a minute').fill('1');
  await rules.getByRole('button', { name: 'Save' }).click();
  await expect(server).toContainText('1 request a minute');
  await look(page, 'mcp-api');
  const { key } = await purser.allowance('Codex', '1/day');
  const client = await connectNewest(`${purser.url}/mcp/pet-tools`, key);
  const call = () => client.callTool({ name: 'getPet', arguments: { id: '1' } });
  expect(JSON.stringify(await call())).toContain('Rex');
  await expect(call()).rejects.toThrow('1 request a minute');
  await client.close();

  // A file does as well as an address.
  await page.getByRole('button', { name: 'Add server' }).click();
  await dialog.getByText('An HTTP API').click();
  await dialog.getByLabel('Name', { exact: true }).fill('all-pets');
  await dialog.getByLabel('API', { exact: true }).selectOption('pets');
  const buffer = Buffer.from(JSON.stringify(DESCRIPTION));
  await dialog
    .getByLabel('Choose a file instead')
    .setInputFiles({ name: 'pets.json', mimeType: 'application/json', buffer });
  await expect(dialog.getByLabel('OpenAPI description')).toHaveValue('pets.json');
  await dialog.getByRole('button', { name: 'Add server' }).click();
  await expect(page.getByRole('dialog', { name: 'Added all-pets' })).toContainText('It has 2 tools.');
  api.close();
});
