import { join } from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { SUB_KEY_MARK } from '../../gateway/connections/verify/sub-key-mark.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { goTo } from './go-to.ts';
import { tabOn } from './looks.ts';
import { CODEX_CONFIG, DOTENV, LYING_KEY, PROJECT, SETTINGS } from './person.ts';
import type { Person } from './person.ts';

/** A dashboard, wherever it is drawn, in front of a gateway on a person's machine. */
export interface Scene {
  readonly page: Page;
  readonly person: Person;
  readonly provider: SimulatedProvider;
  readonly ask: <Result>(question: (gateway: GatewayClient) => Promise<Result>) => Promise<Result>;
}

const SUB_KEY = /sk-purser-[0-9A-Za-z]{38}/;
const settingsSchema = z.object({
  env: z.object({ ANTHROPIC_BASE_URL: z.string(), ANTHROPIC_AUTH_TOKEN: z.string() }),
});

/** Adds the keys without which no tool can be connected, and opens the page. @param key the simulated provider's */
export async function openConnections({ page, provider, ask }: Scene, key: string): Promise<void> {
  await ask(async ({ providers }) => {
    await providers.add({ kind: 'anthropic', baseUrl: provider.anthropicBaseUrl, key });
    await providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key });
  });
  await goTo(page, 'Connections');
}

/** The row of one tool on the page. */
export function toolRow(page: Page, title: string): Locator {
  return page.getByTestId('tool').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

/**
 * Connects Claude Code by its diff. The file is then changed as shown, and in nothing else. @returns the sub-key in it
 */
export async function connectClaude({ page, person }: Scene): Promise<string> {
  const before = await person.read(SETTINGS);
  await expect(toolRow(page, 'Claude Code')).toContainText('Found here');
  await page.getByRole('button', { name: 'Connect Claude Code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect Claude Code' });
  await expect(dialog).toContainText(SETTINGS);
  const shown = (await dialog.getByLabel('The exact change').textContent()) ?? '';
  expect(await person.read(SETTINGS)).toBe(before);
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('dialog', { name: 'Claude Code is connected' }).getByRole('button', { name: 'Done' }).click();

  const after = await person.read(SETTINGS);
  const key = SUB_KEY.exec(after)?.[0] ?? 'there is no sub-key in the file';
  expect(changesIn(shown)).toEqual(changesBetween(before, after.replaceAll(key, SUB_KEY_MARK)));
  const row = toolRow(page, 'Claude Code');
  await expect(row.getByText('Waiting for its first request', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(key);
  return key;
}

/** A tool that starts and asks nothing proves nothing; a request with the sub-key in the file does. */
export async function proveClaude({ page, person, provider, ask }: Scene): Promise<void> {
  const row = toolRow(page, 'Claude Code');
  const verify = row.getByRole('button', { name: 'Verify Claude Code' });
  await person.addCommand('claude');
  await verify.click();
  await expect(row).toContainText('no request with its sub-key arrived');
  await expect(row.getByText('Waiting for its first request', { exact: true })).toBeVisible();
  await person.removeCommand('claude');

  await verify.click();
  await expect(row).toContainText(
    /A request with the address and the sub-key from its file arrived|made a request of its own/,
  );
  await expect(row.getByText('Connected', { exact: true })).toBeVisible();

  const { env } = settingsSchema.parse(JSON.parse(await person.read(SETTINGS)));
  provider.setScript({ inputTokens: 100, outputTokens: 20 });
  const client = new Anthropic({ baseURL: env.ANTHROPIC_BASE_URL, authToken: env.ANTHROPIC_AUTH_TOKEN, maxRetries: 0 });
  await client.messages.create({
    model: 'claude-haiku-4-5',
    max_tokens: 100,
    messages: [{ role: 'user', content: 'Hello' }],
  });
  await expect(row).toContainText(/its own request arrived|its test request arrived/);
  const used = await ask(({ usage }) => usage.recent({ limit: 10 }));
  expect(used).toMatchObject([{ agent: 'Claude Code', model: 'claude-haiku-4-5' }]);
}

/**
 * Another program takes our address out of the file: the page says so, does not verify it, and writes it again on
 * request.
 */
export async function repairClaude({ page, person }: Scene): Promise<void> {
  const ours = await person.read(SETTINGS);
  await person.write(SETTINGS, ours.replace(/^.*ANTHROPIC_BASE_URL.*\n/m, ''));
  const row = toolRow(page, 'Claude Code');
  // As when a person comes back from an editor.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(row.getByText('Changed outside', { exact: true })).toBeVisible();
  await expect(row).toContainText('env.ANTHROPIC_BASE_URL was removed');
  await row.getByRole('button', { name: 'Verify Claude Code' }).click();
  await expect(row).toContainText('Repair the connection first');
  await row.getByRole('button', { name: 'Repair Claude Code' }).click();
  await expect(row.getByText('Connected', { exact: true })).toBeVisible();
  expect(JSON.parse(await person.read(SETTINGS))).toEqual(JSON.parse(ours));
}

/** Puts the file back, byte for byte, and the sub-key ends. */
export async function disconnectClaude({ page, person, ask }: Scene, original: string, key: string): Promise<void> {
  const { env } = settingsSchema.parse(JSON.parse(await person.read(SETTINGS)));
  const row = toolRow(page, 'Claude Code');
  await row.getByRole('button', { name: 'Disconnect Claude Code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Disconnect Claude Code?' });
  await expect(dialog).toContainText('will be restored byte for byte');
  await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(row).toContainText('Found here');
  expect(await person.read(SETTINGS)).toBe(original);
  expect((await ask(({ keys }) => keys.list())).map(({ state }) => state)).toEqual(['revoked']);
  const refused = new Anthropic({ baseURL: env.ANTHROPIC_BASE_URL, authToken: key, maxRetries: 0 }).models.list();
  await expect(refused).rejects.toMatchObject({ status: 403 });
}

/** Connects Codex and takes it back with no mouse at all; the focus is never lost. */
export async function connectCodexByKeyboard({ page, person }: Scene): Promise<void> {
  const before = await person.read(CODEX_CONFIG);
  await expect(toolRow(page, 'Codex CLI')).toContainText('Found here');
  await press(page, 'Connect Codex CLI');
  await expect(page.getByRole('dialog', { name: 'Connect Codex CLI' }).getByLabel('Cap in dollars')).toBeFocused();
  await expect(page.getByLabel('The exact change')).toContainText('model_provider = "purser"');
  await press(page, 'Connect');
  await expect(
    page.getByRole('dialog', { name: 'Codex CLI is connected' }).getByRole('button', { name: 'Done' }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(toolRow(page, 'Codex CLI').getByText('Waiting for its first request')).toBeVisible();
  await expect(toolRow(page, 'Codex CLI')).toBeFocused();
  const connected = await person.read(CODEX_CONFIG);
  expect(connected).toMatch(SUB_KEY);
  for (const comment of before.match(/#.*/g) ?? []) expect(connected).toContain(comment);

  await press(page, 'Disconnect Codex CLI');
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await press(page, 'Disconnect');
  await expect(toolRow(page, 'Codex CLI')).toContainText('Found here');
  await expect(toolRow(page, 'Codex CLI')).toBeFocused();
  expect(await person.read(CODEX_CONFIG)).toBe(before);
}

/** Claude Code's file names a command instead of holding a sub-key, where there is such a command. */
export async function connectWithoutSecret({ page, person }: Scene): Promise<void> {
  await page.getByRole('button', { name: 'Connect Claude Code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect Claude Code' });
  const keepOut = dialog.getByRole('checkbox', { name: /Keep the sub-key out of the file/ });
  await keepOut.check();
  await expect(dialog.getByRole('alert')).toContainText('There is no purser command on the PATH');
  await expect(dialog.getByRole('button', { name: 'Connect', exact: true })).toBeDisabled();

  await person.addCommand('purser');
  await keepOut.uncheck();
  await keepOut.check();
  await expect(dialog.getByLabel('The exact change')).toContainText("'token' '--agent' 'Claude Code'");
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  const row = toolRow(page, 'Claude Code');
  await row.getByRole('button', { name: 'Verify Claude Code' }).click();
  await expect(row.getByText('Connected', { exact: true })).toBeVisible();
  expect(await person.read(SETTINGS)).not.toMatch(SUB_KEY);
}

/** A provider key in a dotenv file is found, moved into the secret store, and never shown. */
export async function moveLyingKey({ page, person, ask }: Scene): Promise<void> {
  await page.getByRole('button', { name: 'Check now' }).click();
  const finding = page.getByTestId('finding').filter({ hasText: 'is here in plain text' });
  await expect(finding).toHaveCount(1);
  await expect(finding).toContainText('OPENAI_API_KEY');
  await expect(finding).toContainText(/\.env, line 2/);
  expect(await page.content()).not.toContain(LYING_KEY);

  await finding.getByRole('button', { name: 'Fix it' }).click();
  await expect(
    page.getByText(/Moved the key on line 2 of .*\.env into the secret store as provider "openai-2"/),
  ).toBeVisible();
  await expect(finding).toHaveCount(0);
  const text = await person.read(DOTENV);
  expect(text).not.toContain(LYING_KEY);
  expect(text).toMatch(
    /^# scripts\nOPENAI_API_KEY=sk-purser-\w{38}\nOPENAI_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/openai-2\/v1\nLOG_LEVEL=debug\n$/,
  );
  expect((await ask(({ providers }) => providers.list())).map(({ name }) => name)).toContain('openai-2');

  await page.getByText('Check a project, too').click();
  await page.getByLabel('Also in a project').fill(join(person.home, PROJECT));
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(finding).toContainText(/shop\/\.env, line 1/);
  // A repository can bring its author's key: the file is named before anything is taken out of it.
  const inProject = await person.read(`${PROJECT}/.env`);
  await finding.getByRole('button', { name: 'Move the key…' }).click();
  const question = page.getByRole('dialog', { name: 'Is this key your own?' });
  await expect(question).toContainText(join(person.home, PROJECT, '.env'));
  expect(await person.read(`${PROJECT}/.env`)).toBe(inProject);
  await question.getByRole('button', { name: 'It is mine, move it' }).click();
  await expect(
    page.getByText(/Moved the key on line 1 of .*\.env into the secret store as provider "openai-2"/),
  ).toBeVisible();
  expect(await person.read(`${PROJECT}/.env`)).not.toContain(LYING_KEY);
  const shown = await page.content();
  expect(shown).not.toContain(LYING_KEY);
  expect(shown).not.toMatch(SUB_KEY);
}

/** Tabs on to the control of this name and presses it. */
async function press(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 150) {
    const focus = await tabOn(page);
    if (focus?.name === name) return page.keyboard.press('Enter');
    passed.push(focus?.name ?? 'nothing');
  }
  throw new Error(`The keyboard does not get to "${name}". It passes: ${passed.join(', ')}.`);
}

interface Changes {
  readonly out: readonly string[];
  readonly in: readonly string[];
}

function changesIn(diff: string): Changes {
  const lines = diff.split('\n');
  const withSign = (sign: string): string[] =>
    lines
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .toSorted();
  return { out: withSign('-'), in: withSign('+') };
}

function changesBetween(before: string, after: string): Changes {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return {
    out: old.filter((line) => !now.includes(line)).toSorted(),
    in: now.filter((line) => !old.includes(line)).toSorted(),
  };
}
