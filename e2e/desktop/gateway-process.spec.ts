import { kill } from 'node:process';
import { expect, test } from './fixtures.ts';

test('a gateway that is killed comes back, and the window and the tray with it', async ({ desktop }) => {
  const status = () => desktop.purser<{ pid: number }>(['status']);
  await desktop.purser(['agent', 'add', 'Aider']);
  await expect.poll(desktop.trayItems).toContain('[x] Aider: $0.00');
  const { pid } = await status();
  kill(pid, 'SIGKILL');
  await expect.poll(desktop.trayItems).toContain('Starting…');
  await expect.poll(() => status().then((one) => one.pid !== pid, () => false)).toBe(true);
  await expect.poll(desktop.trayItems).toContain('[x] Aider: $0.00');
});

test('a gateway that keeps dying is given up, said so in the tray, and started again by hand', async ({ desktop }) => {
  await expect.poll(desktop.trayItems).toContain('Pause everything');
  for (let killed = 0; killed < 3; killed += 1) {
    await expect.poll(desktop.trayItems).toContain('Pause everything');
    const { pid } = await desktop.purser<{ pid: number }>(['status']);
    kill(pid, 'SIGKILL');
    await expect.poll(desktop.trayItems).not.toContain('Pause everything');
  }
  await expect.poll(desktop.trayItems).toContain('The gateway is down');
  await desktop.clickTrayItem(/^Start it again$/);
  await expect.poll(desktop.trayItems).toContain('Pause everything');
});

test('quitting ends every process', async ({ desktop }) => {
  const { pid } = await desktop.purser<{ pid: number }>(['status']);
  await desktop.app.close();
  expect(() => kill(pid, 0)).toThrow(/ESRCH/);
});
