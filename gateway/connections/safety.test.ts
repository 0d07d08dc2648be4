import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { startConnectedMachine } from '../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../testing/start-connected-machine.ts';

let machine: ConnectedMachine;
let connections: GatewayClient['connections'];

beforeEach(async () => {
  machine = await startConnectedMachine();
  ({ connections } = machine.client);
});
afterEach(() => machine.stop());

it('a folder whose name is a program puts nothing into a file that a shell runs', async () => {
  const project = join(machine.home, 'x\ntouch pwned #', 'app');
  await mkdir(project, { recursive: true });
  const connecting = connections.connect({ tool: 'direnv', project });
  await expect(connecting).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('Rename the folder'),
  });
  expect(await machine.read('x\ntouch pwned #/app/.envrc')).toBeUndefined();
});

it('a file that others can read, or a link out of its project, is named before a sub-key goes there', async () => {
  const file = await machine.write('work/app/.env', 'PORT=1\n');
  const project = join(machine.home, 'work/app');
  await chmod(file, 0o644);
  const notes = async (): Promise<string> => (await connections.plan({ tool: 'project', project })).notes.join('\n');
  expect(await notes()).not.toContain('Other users');
  await chmod(machine.home, 0o755);
  expect(await notes()).toContain(`Other users of this machine can read ${file}`);
  await chmod(file, 0o600);
  expect(await notes()).not.toContain('Other users');
  await machine.write('work/lured/README', '');
  await symlink(file, join(machine.home, 'work/lured/.env'));
  expect(
    (await connections.plan({ tool: 'project', project: join(machine.home, 'work/lured') })).notes.join('\n'),
  ).toContain(`is a link out of the project: the change is made in ${file}`);
});
