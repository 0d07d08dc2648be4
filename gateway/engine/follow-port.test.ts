import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemClock, systemRandom } from '../defaults.ts';
import { createGateway } from '../index.ts';
import type { Gateway } from '../index.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { connectInProcess } from '../testing/start-test-gateway.ts';
import { startTestMachine } from '../testing/start-test-machine.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

it('a port of the settings is used at the next start; connected tools follow it with the same sub-key', async () => {
  const { machine, home, remove } = await startTestMachine();
  const dataFolder = await mkdtemp(join(tmpdir(), 'purser-port-'));
  const secrets = createMemoryStore();
  const start = (port?: number): Promise<Gateway> =>
    createGateway(
      { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets, machine },
      { dataFolder, port, timeZone: 'Europe/Berlin', version: '0', simulated: false, maxBodyBytes: 2 ** 20 },
    );
  const file = join(home, '.claude', 'settings.json');
  const first = await start(0);
  const one = connectInProcess(first);
  await one.client.gateway.providers.add({ kind: 'anthropic', key: 'a-provider-key', unchecked: true });
  await one.client.gateway.connections.connect({ tool: 'claude-code' });
  const before = await readFile(file, 'utf8');
  expect(before).toContain(first.url);
  const port = await freePort();
  await one.client.gateway.settings.set({ port });
  // It still serves where tools look for it.
  expect((await one.client.gateway.status()).url).toBe(first.url);
  one.close();
  await first.stop(0);

  const second = await start();
  const two = connectInProcess(second);
  try {
    expect(second.url).toBe(`http://127.0.0.1:${port}`);
    await expect.poll(() => readFile(file, 'utf8')).toBe(before.replaceAll(first.url, second.url));
    const notices = async (): Promise<readonly string[]> => {
      for await (const event of await two.client.gateway.live())
        if (event.type === 'snapshot') return event.state.notices.map(({ text }) => text);
      return [];
    };
    await expect
      .poll(notices)
      .toContain(
        `Purser serves ${second.url} now. These tools were pointed there; restart those that are running: Claude Code.`,
      );
    await two.client.gateway.connections.disconnect({ id: 'claude-code' });
    await expect(readFile(file, 'utf8')).rejects.toThrow(/ENOENT/);
  } finally {
    two.close();
    await second.stop(0);
    await rm(dataFolder, { recursive: true, force: true });
    await remove();
  }
});
