import { expect, test, vi } from 'vitest';
import { agentIdSchema } from '../../../shared/ids.ts';
import { runAction } from './run-action.ts';
import type { ActionTargets } from './run-action.ts';

const agent = agentIdSchema.parse('agt_aider0000000');

function targets(changes: Partial<ActionTargets>): ActionTargets {
  const nothing = (): undefined => undefined;
  return {
    openDashboard: nothing,
    restartGateway: nothing,
    useKeychain: () => Promise.resolve(),
    quit: nothing,
    startAtLogin: nothing,
    confirmRevoke: () => Promise.resolve(false),
    tellRevoked: nothing,
    gateway: nothing,
    ...changes,
  };
}

test.each([{ kind: 'revoke-everything' }, { kind: 'revoke-agent', id: agent }] as const)(
  '$kind asks first, and a no asks the gateway for nothing',
  async (action) => {
    const gateway = vi.fn(() => undefined);
    const confirmRevoke = vi.fn(() => Promise.resolve(false));
    await runAction(action, targets({ gateway, confirmRevoke }));
    expect(confirmRevoke).toHaveBeenCalledWith(action.kind === 'revoke-agent' ? agent : undefined);
    expect(gateway).not.toHaveBeenCalled();
  },
);

test('a yes without a gateway says so, and nothing is told as revoked', async () => {
  const tellRevoked = vi.fn();
  const asked = runAction(
    { kind: 'revoke-everything' },
    targets({ confirmRevoke: () => Promise.resolve(true), tellRevoked }),
  );
  await expect(asked).rejects.toThrow('The gateway is not running.');
  expect(tellRevoked).not.toHaveBeenCalled();
});

test('the dashboard opens where the click leads, and starting at login is passed on', async () => {
  const openDashboard = vi.fn();
  const startAtLogin = vi.fn();
  await runAction({ kind: 'open-dashboard', route: { page: 'connections' } }, targets({ openDashboard }));
  await runAction({ kind: 'start-at-login', on: true }, targets({ startAtLogin }));
  expect(openDashboard).toHaveBeenCalledWith({ page: 'connections' });
  expect(startAtLogin).toHaveBeenCalledWith(true);
});
