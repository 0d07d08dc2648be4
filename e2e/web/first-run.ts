import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { z } from 'zod';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { startTestMachine } from '../../gateway/testing/start-test-machine.ts';
import type { TestMachine } from '../../gateway/testing/start-test-machine.ts';

const SETTINGS = '.claude/settings.json';
const settingsSchema = z.object({
  env: z.object({ ANTHROPIC_BASE_URL: z.string(), ANTHROPIC_AUTH_TOKEN: z.string() }),
});

/** Somebody who has one tool and has never seen Purser. */
export interface Newcomer extends TestMachine {
  /** For the program that this person starts: no tool of whoever runs the tests is theirs. */
  readonly environment: Readonly<Record<string, string>>;
}

export async function startNewcomer(): Promise<Newcomer> {
  const machine = await startTestMachine();
  await machine.write(SETTINGS, '{\n  "model": "sonnet"\n}\n');
  const { home } = machine;
  return {
    ...machine,
    environment: { HOME: home, USERPROFILE: home, SHELL: '/bin/bash', PATH: ['/usr/bin', '/bin'].join(':') },
  };
}

/** The effort of a person: `ownAddress` is what only a provider of the test's own costs, on top. */
export interface Effort {
  clicks: number;
  fields: number;
  readonly ownAddress: { clicks: number; fields: number };
}

interface Stage {
  readonly page: Page;
  readonly newcomer: Newcomer;
  readonly provider: SimulatedProvider;
}

/** The whole way from an empty Purser to the first request on the page, by mouse and keyboard. */
export async function runFirstMinute({ page, newcomer, provider }: Stage, key: string): Promise<Effort> {
  const effort: Effort = { clicks: 0, fields: 0, ownAddress: { clicks: 0, fields: 0 } };
  const click = async (target: Locator): Promise<void> => {
    await target.click();
    effort.clicks += 1;
  };
  await expect(page.getByText('Claude Code is on this machine and spends at Anthropic')).toBeVisible();
  await click(page.getByRole('button', { name: 'Add provider key' }));
  const adding = page.getByRole('dialog', { name: 'Add provider key' });
  await adding.getByLabel('Anthropic key').fill(key);
  effort.fields += 1;
  await adding.getByText('Other name or address').click();
  await adding.getByLabel('Base URL').fill(provider.anthropicBaseUrl);
  Object.assign(effort.ownAddress, { clicks: 1, fields: 1 });
  await click(adding.getByRole('button', { name: 'Add key' }));
  await expect(page.getByText(/^Anthropic accepts this key; \d+ models\.$/)).toBeVisible();

  await click(page.getByRole('button', { name: 'Connect Claude Code' }));
  const connecting = page.getByRole('dialog', { name: 'Connect Claude Code' });
  await expect(connecting.getByLabel('The exact change')).toContainText('ANTHROPIC_BASE_URL');
  await click(connecting.getByRole('button', { name: 'Connect', exact: true }));
  await click(page.getByRole('dialog', { name: 'Claude Code is connected' }).getByRole('button', { name: 'Done' }));
  await expect(page.getByText('Waiting for the first request')).toBeVisible();

  await useTool(newcomer, provider);
  await expect(page.getByRole('heading', { name: 'Claude Code’s first request has arrived' })).toBeVisible();
  const row = page.getByTestId('request');
  await expect(row).toContainText('claude-haiku-4-5');
  return effort;
}

/** Asks as the tool would: with what its own file says, and nothing else. 1,200 tokens in and 200 out cost $0.0022. */
async function useTool({ home }: Newcomer, provider: SimulatedProvider): Promise<void> {
  const { env } = settingsSchema.parse(JSON.parse(await readFile(join(home, SETTINGS), 'utf8')));
  provider.setScript({ inputTokens: 1_200, outputTokens: 200 });
  const client = new Anthropic({ baseURL: env.ANTHROPIC_BASE_URL, authToken: env.ANTHROPIC_AUTH_TOKEN, maxRetries: 0 });
  await client.messages.create({
    model: 'claude-haiku-4-5',
    max_tokens: 300,
    messages: [{ role: 'user', content: 'Hello' }],
  });
}

/** One line for whoever reads the run. */
export function describeEffort({ clicks, fields, ownAddress }: Effort, milliseconds: number): string {
  const own =
    `and ${ownAddress.clicks} click and ${ownAddress.fields} field more for the address of the test's own ` +
    `provider`;
  return (
    `From the first page to the first request on it: ${(milliseconds / 1000).toFixed(1)} s for a ` +
    `script, ${clicks} clicks and ${fields} typed field (${own}).`
  );
}
