import { kill } from 'node:process';
import { goTo } from '../web/go-to.ts';
import { expect, test } from './fixtures.ts';

test('a gateway that is killed comes back, and the window and the tray with it', async ({ desktop }) => {
  const status = () => desktop.ask((gateway) => gateway.status());
  await desktop.ask((gateway) => gateway.agents.add({ name: 'Aider' }));
  await expect.poll(desktop.trayItems).toContain('Aider: $0.00 today');
  const { pid } = await status();
  kill(pid, 'SIGKILL');
  await expect.poll(desktop.trayItems).toContain('Starting…');
  await expect
    .poll(() =>
      status().then(
        (one) => one.pid !== pid,
        () => false,
      ),
    )
    .toBe(true);
  await expect.poll(desktop.trayItems).toContain('Aider: $0.00 today');

  // On port 0 the new gateway has another address, so a window that shows it is connected to the new one.
  const { url } = await status();
  await goTo(desktop.window, 'Connections');
  await expect(desktop.window.getByText(`${url}/openai/v1`)).toBeVisible();
});

test('a gateway that keeps dying is given up, said so in the tray, and started again by hand', async ({ desktop }) => {
  await expect.poll(desktop.trayItems).toContain('Pause everything');
  for (let killed = 0; killed < 3; killed += 1) {
    await expect.poll(desktop.trayItems).toContain('Pause everything');
    const { pid } = await desktop.ask((gateway) => gateway.status());
    kill(pid, 'SIGKILL');
    await expect.poll(desktop.trayItems).not.toContain('Pause everything');
  }
  await expect.poll(desktop.trayItems).toContain('The gateway is down');
  // The window gives the tray's reason, and takes it back when the gateway is there again, whoever started it.
  const [, reason = ''] = await desktop.trayItems();
  const said = desktop.window.getByRole('alert');
  await expect(said).toContainText(reason);
  await desktop.clickTrayItem(/^Start it again$/);
  await expect.poll(desktop.trayItems).toContain('Pause everything');
  await expect(said).toBeHidden();
  await expect(desktop.window.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
});

test('quitting ends every process', async ({ desktop }) => {
  const { pid } = await desktop.ask((gateway) => gateway.status());
  await desktop.app.close();
  // The gateway's process may be a moment behind the one that it was started by.
  await expect(() => expect(() => kill(pid, 0)).toThrow(/ESRCH/)).toPass({ timeout: 5_000 });
});
