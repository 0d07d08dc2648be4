import { nanodollarsOf } from '../../shared/money.ts';
import { answerNext } from './answer-next.ts';
import { expect, test } from './fixtures.ts';

test('the tray lists an agent that was just made, and its tick pauses and resumes it', async ({ desktop }) => {
  const agents = () => desktop.ask((gateway) => gateway.agents.list());
  await expect.poll(desktop.trayItems).toContain('No agents yet');

  await desktop.ask((gateway) => gateway.agents.add({ name: 'Claude Code' }));
  await expect.poll(desktop.trayItems).toContain('[x] Claude Code: $0.00');

  await desktop.clickTrayItem(/^Claude Code/);
  await expect.poll(agents).toMatchObject([{ name: 'Claude Code', paused: true }]);
  await expect.poll(desktop.trayItems).toContain('[ ] Claude Code: $0.00 (paused)');

  await desktop.clickTrayItem(/^Claude Code/);
  await expect.poll(agents).toMatchObject([{ paused: false }]);
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
  await desktop.ask((gateway) => gateway.keys.issue({ agent: 'Claude Code', caps: [{ window: 'day', amount: nanodollarsOf(1_000_000_000) }] }));
  await expect.poll(desktop.trayItems).toContain('Revoke everything…');

  const refused = await answerNext(desktop.app, 'Cancel');
  await desktop.clickTrayItem(/^Revoke everything/);
  await expect.poll(refused).toMatch(/^Revoke everything\?[\s\S]*the one sub-key[\s\S]*cannot be undone/);
  expect(await states()).toEqual(['active']);

  await answerNext(desktop.app, 'Revoke everything');
  await desktop.clickTrayItem(/^Revoke everything/);
  await expect.poll(states).toEqual(['revoked']);
  await expect.poll(desktop.trayItems).toContain('Revoked 1 sub-key. No request was running.');
  await expect.poll(desktop.trayItems).not.toContain('Revoke everything…');
  await expect(desktop.window.getByText('No usable sub-key (1 revoked).')).toBeVisible();
});
