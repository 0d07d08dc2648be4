import { afterEach, expect, it } from 'vitest';
import { startConnectedMachine } from '../../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../../testing/start-connected-machine.ts';

let machine: ConnectedMachine;
const open = async (platform: NodeJS.Platform): Promise<ConnectedMachine['host']> => {
  machine = await startConnectedMachine({ platform });
  return machine.host;
};
afterEach(() => machine.stop());

it(
  'Windows: every variable that the commands set is taken out by the command that disconnecting gives, if it is ' +
    'still ours',
  async () => {
    const { client, gateway } = await open('win32');
    const { instructions: set } = await client.gateway.connections.connect({ tool: 'desktop-session' });
    const names = [...(set ?? '').matchAll(/SetEnvironmentVariable\('(\w+)', '([^']*)', 'User'\)/g)];
    expect(names).toHaveLength(6);

    const planned = await client.gateway.connections.disconnect({ id: 'desktop-session', dryRun: true });
    const done = await client.gateway.connections.disconnect({ id: 'desktop-session' });
    expect(done).toEqual({ ...planned, done: true });
    const taken = /foreach \(\$name in ([^)]*)\)/.exec(done.instructions ?? '')?.[1]?.split(', ') ?? [];
    const patterns = [...(done.instructions ?? '').matchAll(/-like '([^']*)\*'/g)].map(([, start]) => start ?? '-');
    expect(patterns).toEqual(['sk-purser-', `${gateway.url}/`]);
    for (const [, name, value] of names) {
      expect(taken).toContain(`'${name ?? ''}'`);
      expect(
        patterns.some((start) => value?.startsWith(start)),
        name,
      ).toBe(true);
    }
    expect(done.instructions).toContain("[Environment]::SetEnvironmentVariable($name, $null, 'User')");
  },
);

it('macOS: the login item goes, and the session can be cleared at once', async () => {
  const { client } = await open('darwin');
  const { connection } = await client.gateway.connections.connect({ tool: 'desktop-session' });
  expect(connection.files).toHaveLength(1);
  expect(await client.gateway.connections.verify({ id: 'desktop-session' })).toMatchObject({ ok: true });
  const { files, instructions } = await client.gateway.connections.disconnect({ id: 'desktop-session' });
  expect(files).toMatchObject([{ how: 'deleted' }]);
  expect(instructions).toContain('launchctl unsetenv OPENAI_API_KEY');
});

it('says nothing where nothing is left to do', async () => {
  const { client } = await open('linux');
  await client.gateway.connections.connect({ tool: 'codex' });
  expect((await client.gateway.connections.disconnect({ id: 'codex' })).instructions).toBeNull();
});
