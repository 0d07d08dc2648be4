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
