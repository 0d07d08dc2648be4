import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';

let machine: ConnectedMachine;
let client: GatewayClient;
beforeEach(async () => {
  machine = await startConnectedMachine();
  ({ client } = machine);
});
afterEach(() => machine.stop());

const addServer = () =>
  client.mcp.add({
    name: providerNameSchema.parse('files'),
    way: { kind: 'command', command: 'no-such-command', args: [], variables: [], folder: null },
    unchecked: true,
  });
const entryOf = async (id: string) =>
  (await client.connections.list()).flatMap(({ connections }) => connections).find((one) => one.id === id)?.mcp;
const lookFor = async (id: string) => {
  const { findings } = await client.connections.doctor({});
  return findings.find((found) => found.id === id);
};

it('the doctor says that a tool has no entry yet for the servers that came after it, and gives it one', async () => {
  await client.connections.connect({ tool: 'claude-code' });
  expect(await lookFor('no-mcp:claude-code')).toBeUndefined();
  await addServer();
  expect(await lookFor('no-mcp:claude-code')).toMatchObject({
    severity: 'note',
    tool: 'claude-code',
    acts: [{ kind: 'put-right', what: 'connect-again', connection: 'claude-code' }],
  });
  const { fixed } = await client.connections.doctor({ fix: ['no-mcp:claude-code'] });
  expect(fixed).toMatchObject([{ id: 'no-mcp:claude-code' }]);
  expect(await machine.read('.claude.json')).toContain(`${machine.host.gateway.url}/mcp`);
  expect(await lookFor('no-mcp:claude-code')).toBeUndefined();
});

it.each(['claude-code', 'codex'])('that %s is to have no entry is remembered, whenever it was said', async (tool) => {
  await addServer();
  await client.connections.connect({ tool });
  expect(await entryOf(tool)).toBe('written');
  await client.connections.connect({ tool, mcp: false });
  expect(await entryOf(tool)).toBe('left-out');
  for (const file of ['.claude.json', '.codex/config.toml'])
    expect((await machine.read(file)) ?? '').not.toContain(`${machine.host.gateway.url}/mcp`);
  // Connecting it again without a word leaves it so, and so does the doctor.
  await client.connections.connect({ tool });
  await client.connections.connect({ tool, models: ['another-model'] });
  expect(await entryOf(tool)).toBe('left-out');
  expect(await lookFor(`no-mcp:${tool}`)).toBeUndefined();
  await client.connections.connect({ tool, mcp: true });
  expect(await entryOf(tool)).toBe('written');
});

it('that no entry is wanted is remembered although nothing changes with it', async () => {
  await client.connections.connect({ tool: 'claude-code' });
  await client.connections.connect({ tool: 'claude-code', mcp: false });
  await addServer();
  await client.connections.connect({ tool: 'claude-code' });
  expect(await entryOf('claude-code')).toBe('left-out');
  expect(await machine.read('.claude.json')).toBeUndefined();
});

it('Claude Code has the entry of a project where only this person has it', async () => {
  const project = join(machine.home, 'shop');
  await machine.write('shop/README', '');
  const text = `{\n  "projects": { ${JSON.stringify(project)}: { "allowedTools": [] } }\n}\n`;
  await machine.write('.claude.json', text);
  const { connection } = await client.connections.connect({ tool: 'claude-code', project, mcp: true });
  expect(JSON.parse((await machine.read('.claude.json')) ?? '')).toMatchObject({
    projects: { [project]: { allowedTools: [], mcpServers: { purser: { url: `${machine.host.gateway.url}/mcp` } } } },
  });
  expect(await machine.read('shop/.mcp.json')).toBeUndefined();
  await client.connections.disconnect({ id: connection.id });
  expect(await machine.read('.claude.json')).toBe(text);
});
