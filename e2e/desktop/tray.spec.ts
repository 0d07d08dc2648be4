import { nanodollarsOf } from '../../shared/money.ts';
import { answerNext } from './answer-next.ts';
import { expect, test } from './fixtures.ts';
import { readInMain } from './in-main.ts';

test('the tray lists an agent that was just made, and its tick pauses and resumes it', async ({ desktop }) => {
  const agents = () => desktop.ask((gateway) => gateway.agents.list());
  await expect.poll(desktop.trayItems).toContain('No agents yet');

  await desktop.ask((gateway) => gateway.agents.add({ name: 'Claude Code' }));
  await expect.poll(desktop.trayItems).toContain('Claude Code: $0.00 today > [x] May spend');

  await desktop.clickTrayItem(/^Claude Code/, /^May spend/);
  await expect.poll(agents).toMatchObject([{ name: 'Claude Code', paused: true }]);
  await expect.poll(desktop.trayItems).toContain('Claude Code: $0.00 today (paused) > [ ] May spend');

  await desktop.clickTrayItem(/^Claude Code/, /^May spend/);
  await expect.poll(agents).toMatchObject([{ paused: false }]);
});

test('an agent is raised and revoked from its line', async ({ desktop }) => {
  const keys = () => desktop.ask((gateway) => gateway.keys.list());
  await desktop.ask((gateway) => gateway.agents.add({ name: 'Aider' }));
  await desktop.ask((gateway) => gateway.agents.add({ name: 'Codex' }));
  for (const agent of ['Aider', 'Codex']) {
    await desktop.ask((gateway) =>
      gateway.keys.issue({ agent, caps: [{ window: 'day', amount: nanodollarsOf(1_000_000_000) }] }),
    );
  }
  await expect.poll(desktop.trayItems).toContain('Aider: $0.00 of $1.00 today');
  await desktop.clickTrayItem(/^Aider/, /^Raise \$1\.00 a day by \$1\.00 for today$/);
  await expect.poll(desktop.trayItems).toContain('Aider: $0.00 of $2.00 today');
  expect((await keys()).map(({ agent, caps }) => [agent, caps[0]?.raisedBy])).toEqual(
    expect.arrayContaining([
      ['Aider', 1_000_000_000],
      ['Codex', 0],
    ]),
  );

  const asked = await answerNext(desktop.app, 'Revoke');
  await desktop.clickTrayItem(/^Aider/, /^Revoke/);
  await expect.poll(asked).toMatch(/^Revoke Aider\?[\s\S]*its one sub-key[\s\S]*cannot be undone/);
  await expect
    .poll(async () => (await keys()).map(({ agent, state }) => [agent, state]))
    .toEqual(
      expect.arrayContaining([
        ['Aider', 'revoked'],
        ['Codex', 'active'],
      ]),
    );
});

test('the tray opens the dashboard at a page, in the window that is there', async ({ desktop }) => {
  const { window } = desktop;
  await window.evaluate(() => Object.assign(globalThis, { same: true }));
  await desktop.clickTrayItem(/^Connect a tool/);
  await expect(window.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
  await desktop.clickTrayItem(/^Settings$/);
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(await window.evaluate(() => Reflect.get(globalThis, 'same'))).toBe(true);

  await window.close();
  // The page is gone before its window is.
  await expect
    .poll(() => readInMain(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)))
    .toBe(0);
  const reopened = desktop.app.waitForEvent('window');
  await desktop.clickTrayItem(/^Connect a tool/);
  await expect((await reopened).getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
});

test('pausing everything from the tray shows in the tray', async ({ desktop }) => {
  await expect.poll(desktop.trayItems).toContain('Pause everything');
  await desktop.clickTrayItem(/^Pause everything$/);
  await expect.poll(desktop.trayItems).toContain('Everything is paused');
  await desktop.clickTrayItem(/^Resume everything$/);
  await expect.poll(desktop.trayItems).toContain('Pause everything');
});

test('revoking everything from the tray asks first, then does it and says so', async ({ desktop }) => {
  const states = () => desktop.ask(async (gateway) => (await gateway.keys.list()).map((key) => key.state));
  await desktop.ask((gateway) => gateway.agents.add({ name: 'Claude Code' }));
  expect(await desktop.trayItems()).not.toContain('Revoke everything…');
  await desktop.ask((gateway) =>
    gateway.keys.issue({ agent: 'Claude Code', caps: [{ window: 'day', amount: nanodollarsOf(1_000_000_000) }] }),
  );
  await expect.poll(desktop.trayItems).toContain('Revoke everything…');

  const inWindow = desktop.window.getByRole('button', { name: 'Revoke everything' });
  await expect(inWindow).toBeVisible();

  const refused = await answerNext(desktop.app, 'Cancel');
  await desktop.clickTrayItem(/^Revoke everything/);
  await expect.poll(refused).toMatch(/^Revoke everything\?[\s\S]*the one sub-key[\s\S]*cannot be undone/);
  expect(await states()).toEqual(['active']);

  await answerNext(desktop.app, 'Revoke everything');
  await desktop.clickTrayItem(/^Revoke everything/);
  await expect.poll(states).toEqual(['revoked']);
  await expect.poll(desktop.trayItems).toContain('Revoked 1 sub-key. No request was running.');
  await expect.poll(desktop.trayItems).not.toContain('Revoke everything…');
  await expect(inWindow).toHaveCount(0);
});
