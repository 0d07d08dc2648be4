import { kill } from 'node:process';
import { expect } from './fixtures.ts';
import { test } from './panel-fixtures.ts';
import type { Panel, PanelLine } from './panel.ts';

const labels = (lines: readonly PanelLine[]): readonly string[] =>
  lines.map(({ label }) => label).filter((label) => label !== '');

async function clickLine(panel: Panel, label: string): Promise<void> {
  const line = (await panel.menu()).find((one) => one.label === label);
  if (!line) throw new Error(`no line "${label}" in the panel: ${labels(await panel.menu()).join(', ')}`);
  await panel.click(line);
}

test('the tray item registers with the panel, and its menu is read and clicked there', async ({ desktop, panel }) => {
  await expect.poll(() => panel.items().length).toBe(1);
  await expect.poll(async () => labels(await panel.menu())).toContain('Pause everything');
  expect(await panel.tooltip()).toBe('Purser: $0.00 today');
  const serving = await panel.picture();

  await clickLine(panel, 'Pause everything');
  await expect.poll(async () => labels(await panel.menu())).toContain('Resume everything');
  await expect.poll(panel.tooltip).toBe('Purser: everything is paused ($0.00 today)');
  expect(await panel.picture()).not.toBe(serving);
  expect(labels(await panel.menu())).toContain('Everything is paused');
  expect(await desktop.trayItems()).toEqual(
    expect.arrayContaining(labels(await panel.menu()).filter((label) => label !== 'Start at login')),
  );
});

test('an agent has its colour before its line', async ({ desktop, panel }) => {
  await desktop.ask((gateway) => gateway.agents.add({ name: 'Aider' }));
  await expect
    .poll(async () => (await panel.menu()).filter(({ pictured }) => pictured).map(({ label }) => label))
    .toEqual(['Aider: $0.00 today']);
});

test('a click on the item opens the dashboard', async ({ desktop, panel }) => {
  await desktop.window.close();
  await expect.poll(() => panel.items().length).toBe(1);
  const reopened = desktop.app.waitForEvent('window');
  await panel.activate();
  await expect(await reopened).toHaveTitle(/Purser/);
});

test('the menu opens while the gateway does not answer', async ({ desktop, panel }) => {
  await expect.poll(desktop.trayItems).toContain('Pause everything');
  const { pid } = await desktop.ask((gateway) => gateway.status());
  kill(pid, 'SIGSTOP');
  try {
    expect(labels(await panel.menu())).toContain('Pause everything');
  } finally {
    kill(pid, 'SIGCONT');
  }
});

test('a gateway that is given up shows in the panel, which starts it again', async ({ desktop, panel }) => {
  for (let killed = 0; killed < 3; killed += 1) {
    await expect.poll(desktop.trayItems).toContain('Pause everything');
    kill((await desktop.ask((gateway) => gateway.status())).pid, 'SIGKILL');
    await expect.poll(desktop.trayItems).not.toContain('Pause everything');
  }
  await expect.poll(panel.tooltip).toBe('Purser: the gateway is down');
  await clickLine(panel, 'Start it again');
  await expect.poll(panel.tooltip).toBe('Purser: $0.00 today');
});
