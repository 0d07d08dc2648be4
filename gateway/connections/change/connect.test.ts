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
  // The cap is on the agent, whose next sub-key shares it; the rules are the sub-key's.
  expect(await client.keys.list()).toMatchObject([{ caps: [], policy: careful }]);
  expect(await client.agents.list()).toMatchObject([{ caps: [{ amount: 2_000_000_000 }], policy: {} }]);
  // It has its limits already: what is asked for now is no way to widen them.
  expect((await client.connections.connect({ tool: 'claude-code', preset: 'long-runs' })).limits).toEqual(limits);
  await client.connections.disconnect({ id: 'claude-code' });
  const own = await client.connections.connect({
    tool: 'claude-code',
    preset: 'careful',
    caps: [{ window: 'hour', amount: nanodollarsOf(1_000_000_000) }],
  });
  expect(own.limits.caps).toMatchObject([
    { window: 'day', amount: 2_000_000_000 },
    { window: 'hour', amount: 1_000_000_000 },
  ]);
  // Connecting once more with a wider preset is no second budget.
  await client.connections.disconnect({ id: 'claude-code' });
  const { limits: again } = await client.connections.connect({ tool: 'claude-code', preset: 'long-runs' });
  expect(again.caps).toEqual(own.limits.caps);
  await client.connections.disconnect({ id: 'claude-code' });
  const alone = await client.connections.connect({ tool: 'claude-code', preset: 'careful', capsOn: 'key' });
  expect((await client.keys.list()).at(-1)).toMatchObject({ caps: [{ amount: 2_000_000_000 }] });
  expect(alone.limits).toMatchObject(careful);
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
