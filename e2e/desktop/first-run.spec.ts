import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeEffort, runFirstMinute, startNewcomer } from '../web/first-run.ts';
import type { Newcomer } from '../web/first-run.ts';
import { expect } from './fixtures.ts';
import { PROVIDER_KEY, test as base } from './spending.ts';

const test = base.extend<{ newcomer: Newcomer }>({
  newcomer: async ({ launcher }, provide) => {
    const newcomer = await startNewcomer();
    const inside = await readdir(newcomer.home, { recursive: true });
    for (const path of ['', ...inside]) launcher?.own(join(newcomer.home, path));
    await provide(newcomer);
    await newcomer.remove();
  },
  environment: async ({ newcomer }, provide) => provide(newcomer.environment),
});

const PROMISED_MS = 60_000;

test('from nothing to the first request in the window in less than a minute', async ({
  desktop,
  newcomer,
  provider,
}) => {
  const begun = Date.now();
  const effort = await runFirstMinute({ page: desktop.window, newcomer, provider }, PROVIDER_KEY);
  const took = Date.now() - begun;
  console.log(describeEffort(effort, took));
  expect(took).toBeLessThan(PROMISED_MS);
  expect(effort).toMatchObject({ clicks: 5, fields: 1 });
  expect(await desktop.ask(({ usage }) => usage.recent({ limit: 5 }))).toMatchObject([
    { agent: 'Claude Code', cost: provider.bill() },
  ]);
  await desktop.window.getByRole('button', { name: 'Open the overview' }).click();
  await expect(desktop.window.getByTestId('request')).toContainText('Claude Code');
});
