import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';
import { watchPolicy } from './policy-watch.ts';
import { runJson, startDemo } from './purser-process.ts';

/** Data folders of simulations that are there now; other Pursers on this machine may have theirs. */
function simulationFolders(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('purser-simulation-'));
}

test('the simulation beside a real gateway: labelled, alive, stopped at a cap, and gone without a trace', async ({
  dashboard: page,
  purser,
}) => {
  test.slow();
  const before = simulationFolders();
  await page.getByRole('button', { name: 'See it with simulated data' }).click();
  const banner = page.getByTestId('simulated');
  await expect(banner).toContainText('Simulated', { timeout: 60_000 });
  const folders = simulationFolders().filter((name) => !before.includes(name));
  expect(folders).toHaveLength(1);

  await expect(page.getByTestId('agent')).toHaveCount(6);
  const spent = page.getByTestId('spent-today');
  const early = await spent.innerText();
  await expect(spent).not.toHaveText(early);

  // A question, and an answer to it.
  const question = page.getByTestId('approval');
  await expect(question).toContainText('Docs writer asks for up to', { timeout: 60_000 });
  await question.getByRole('button', { name: /^Allow/ }).click();
  await expect(question).toHaveCount(0);

  // A leak: what it takes stays below the cap, what a bare key would have lost does not.
  const leak = page.getByTestId('leak');
  await expect(leak).toContainText('24 programs at once', { timeout: 75_000 });
  await expect(leak.getByTestId('leak-taken')).toHaveText(/^\$1\.\d\d$/, { timeout: 60_000 });
  await leak.getByRole('button', { name: 'Revoke the sub-key' }).click();
  await expect(leak).toContainText('Every request with the sub-key of Release script is refused now.');
  await expect(leak.getByTestId('leak-taken')).toHaveText(/^\$[01]\.\d\d$/);

  // Three months of work, by model too.
  await page.getByText('3 months', { exact: true }).click();
  await expect(page.getByText(/^\$[\d,.]+ in the last/).first()).toBeVisible();
  await page.getByText('Model', { exact: true }).first().click();
  await expect(page.getByText('claude-sonnet-4-5').first()).toBeVisible();

  await goTo(page, 'Agents');
  await expect(page.getByText('Requests that could cost more than is left are refused.').first()).toBeVisible({
    timeout: 75_000,
  });
  await expect(banner).toBeVisible();
  await page.getByRole('button', { name: /^Revoke .* of Claude Code$/ }).click();
  await expect(page.getByText(/of Claude Code is revoked\./)).toBeVisible();

  // A reload keeps the scene, and the label with it.
  await page.reload();
  await expect(banner).toBeVisible();
  await page.getByRole('button', { name: 'Leave the simulation' }).click();
  await goTo(page, 'Overview');
  await expect(page.getByRole('heading', { name: 'Give every AI tool its own allowance' })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await expect.poll(() => simulationFolders().filter((name) => folders.includes(name))).toEqual([]);
  expect(runJson(purser.dataFolder, 'usage')).toMatchObject({ total: { nanodollars: 0 }, rows: [] });
  expect(runJson(purser.dataFolder, 'agent', 'list')).toEqual([]);
});

test('purser demo says that it is simulated, and Ctrl+C leaves nothing behind', async ({ page }) => {
  const demo = await startDemo();
  try {
    const complaints = await watchPolicy(page);
    await page.goto(demo.loginLink);
    await expect(page.getByTestId('simulated')).toContainText('Simulated');
    await expect(page.getByTestId('request').first()).toBeVisible();
    // It is simulated already: no second one is offered, and there is nothing to leave.
    await expect(page.getByRole('button', { name: /simulat/i })).toHaveCount(0);
    expect(existsSync(demo.dataFolder)).toBe(true);
    expect(await demo.end('SIGINT')).toBe(0);
    expect(existsSync(demo.dataFolder)).toBe(false);
    expect(demo.stderr()).toBe('');
    expect(complaints()).toEqual([]);
  } finally {
    await demo.end('SIGKILL');
  }
});
