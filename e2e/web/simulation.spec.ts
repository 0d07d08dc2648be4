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
  // It begins with an hour of real requests, which a busy machine takes its time for.
  await expect(banner).toContainText('Simulated', { timeout: 60_000 });
  const folders = simulationFolders().filter((name) => !before.includes(name));
  expect(folders).toHaveLength(1);

  await expect(page.getByTestId('agent')).toHaveCount(3);
  const spent = page.getByTestId('spent-today');
  await expect(spent).not.toHaveText('$0.00');
  const early = await spent.innerText();
  await expect(spent).not.toHaveText(early);
  await goTo(page, 'Agents');
  await expect(page.getByText('Requests that could cost more than is left are refused.')).toBeVisible({
    timeout: 75_000,
  });
  await expect(banner).toBeVisible();
  await page.getByRole('button', { name: /^Revoke .* of Claude Code$/ }).click();
  await expect(page.getByText(/of Claude Code is revoked for good\./)).toBeVisible();

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
