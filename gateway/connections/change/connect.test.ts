import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';

let machine: ConnectedMachine;
let client: GatewayClient;
const SETTINGS = '.claude/settings.json';
const ORIGINAL = '{ "model": "opus" }\n';

beforeEach(async () => {
  machine = await startConnectedMachine();
  ({ client } = machine);
});
afterEach(() => machine.stop());

it("with a preset: its cap and its rules, or a cap of one's own with the rules", async () => {
  const careful = { requestsPerMinute: 20, parallelRequests: 2 };
  const { limits } = await client.connections.connect({ tool: 'claude-code', preset: 'careful' });
  expect(limits).toMatchObject({
    caps: [{ window: 'day', amount: 2_000_000_000 }],
    providers: ['anthropic'],
    ...careful,
  });
  expect(await client.keys.list()).toMatchObject([{ caps: [{ amount: 2_000_000_000 }], policy: careful }]);
  // It has its limits already: what is asked for now is no way to widen them.
  expect((await client.connections.connect({ tool: 'claude-code', preset: 'long-runs' })).limits).toEqual(limits);
  await client.connections.disconnect({ id: 'claude-code' });
  const own = await client.connections.connect({
    tool: 'claude-code',
    preset: 'careful',
    caps: [{ window: 'hour', amount: nanodollarsOf(1_000_000_000) }],
  });
  expect(own.limits).toMatchObject({ caps: [{ window: 'hour', amount: 1_000_000_000 }], ...careful });
});

it('a repair that cannot be made leaves the sub-key as it works', async () => {
  await machine.write(SETTINGS, ORIGINAL);
  await client.connections.connect({ tool: 'claude-code' });
  const text = (await machine.read(SETTINGS)) ?? '';
  await rename(join(machine.home, '.claude'), join(machine.home, 'kept'));
  const inTheWay = await machine.write('.claude', '');
  await expect(client.connections.repair({ id: 'claude-code' })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining(`${inTheWay} is a file`),
  });
  await rm(inTheWay);
  await machine.write(SETTINGS, text);
  // Its secret was not replaced: what stands in the file is still the newest one.
  expect((await client.connections.list()).find(({ id }) => id === 'claude-code')?.state).toBe('connected');
});
