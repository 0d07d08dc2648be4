import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../defaults.ts';
import { createGateway } from '../../index.ts';
import { openVaultStore } from '../../secrets/vault-store.ts';
import { connectInProcess } from '../../testing/start-test-gateway.ts';
import { startTestMachine } from '../../testing/start-test-machine.ts';
import type { TestMachine } from '../../testing/start-test-machine.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';

const FILE = '.claude.json';
const CANARY = 'a-secret-that-must-not-be-lost-CANARY';
const ORIGINAL = `{
  "mcpServers": {
    "lost": { "command": "no-such-command", "env": { "API_KEY": "${CANARY}" } }
  },
  "numStartups": 41
}
`;

let machine: TestMachine;
beforeEach(async () => {
  machine = await startTestMachine();
  await machine.write(FILE, ORIGINAL);
});
afterEach(() => machine.remove());

const vault = () =>
  openVaultStore({ file: join(machine.home, 'purser.vault'), passphrase: 'a long passphrase of a test' });

/** A gateway on what the one before left. */
async function withGateway<T>(use: (client: GatewayClient) => Promise<T>): Promise<T> {
  const gateway = await createGateway(
    {
      clock: systemClock,
      random: systemRandom,
      log: { log: () => undefined },
      secrets: await vault(),
      machine: machine.machine,
    },
    {
      dataFolder: join(machine.home, 'data'),
      port: 0,
      timeZone: 'Europe/Berlin',
      version: '0.0.0-test',
      simulated: false,
      maxBodyBytes: 2 ** 20,
      approvalMs: 60_000,
    },
  );
  const { client, close } = connectInProcess(gateway);
  try {
    return await use(client.gateway);
  } finally {
    close();
    await gateway.stop(0);
  }
}

async function crash(work: 'move' | 'put-back', moment: string): Promise<void> {
  const runner = join(import.meta.dirname, 'move-runner.ts');
  const child = spawn(process.execPath, [runner, machine.home, work, moment], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

/** The secret is in the file of the tool, or in the secret store. */
async function assertNotLost(): Promise<void> {
  const inFile = ((await machine.read(FILE)) ?? '').includes(CANARY);
  const inStore = ((await (await vault()).get('mcp:lost')) ?? '').includes(CANARY);
  expect(inFile || inStore).toBe(true);
}

async function connectAndRead(): Promise<string> {
  return withGateway(async (client) => {
    await client.providers.add({ kind: 'anthropic', key: 'a-provider-key', unchecked: true });
    await client.connections.connect({ tool: 'claude-code', mcp: true });
    return (await machine.read(FILE)) ?? '';
  });
}

const SLOW = { timeout: 60_000 };

it.each(['before-store', 'after-store', 'before-file', 'after-file'])(
  'a move that is killed %s loses no secret, and is made or undone when it is asked for again',
  SLOW,
  async (moment) => {
    const connected = await connectAndRead();
    await crash('move', moment);
    await assertNotLost();
    await withGateway(async (client) => {
      if (moment === 'after-file') {
        expect(await client.mcp.plain()).toMatchObject([{ servers: [], moved: ['lost'] }]);
      } else {
        expect(await machine.read(FILE)).toBe(connected);
        const done = await client.mcp.move({ tool: 'claude-code', unchecked: true });
        expect(done.moved).toMatchObject([{ name: 'lost', as: 'lost' }]);
      }
      expect((await client.mcp.list()).map(({ name }) => name)).toEqual(['lost']);
      expect(await client.mcp.putBack({ tool: 'claude-code' })).toMatchObject({ back: ['lost'], kept: [] });
      expect(await client.mcp.list()).toEqual([]);
    });
    expect(await machine.read(FILE)).toBe(connected);
    expect(await (await vault()).get('mcp:lost')).toBeUndefined();
  },
);

it.each(['before-file', 'after-file', 'before-delete', 'after-delete'])(
  'putting back that is killed %s loses no secret, and goes on when it is asked for again',
  SLOW,
  async (moment) => {
    const connected = await connectAndRead();
    await withGateway((client) => client.mcp.move({ tool: 'claude-code', unchecked: true }));
    await crash('put-back', moment);
    await assertNotLost();
    await withGateway(async (client) => {
      expect(await client.mcp.putBack({ tool: 'claude-code' })).toMatchObject({ taken: [], kept: [] });
      expect(await client.mcp.list()).toEqual([]);
    });
    expect(await machine.read(FILE)).toBe(connected);
    expect(await (await vault()).get('mcp:lost')).toBeUndefined();
  },
);
