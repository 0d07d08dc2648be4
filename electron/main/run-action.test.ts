import { expect, test, vi } from 'vitest';
import { runAction } from './run-action.ts';
import type { ActionTargets } from './run-action.ts';

function targets(changes: Partial<ActionTargets>): ActionTargets {
  const nothing = (): undefined => undefined;
  return { openDashboard: nothing, restartGateway: nothing, quit: nothing, confirmRevoke: () => Promise.resolve(false), tellRevoked: nothing, gateway: nothing, ...changes };
}

test('revoking everything asks first, and a no asks the gateway for nothing', async () => {
  const gateway = vi.fn(() => undefined);
  await runAction({ kind: 'revoke-everything' }, targets({ gateway }));
  expect(gateway).not.toHaveBeenCalled();
});

test('a yes without a gateway says so, and nothing is told as revoked', async () => {
  const tellRevoked = vi.fn();
  const asked = runAction({ kind: 'revoke-everything' }, targets({ confirmRevoke: () => Promise.resolve(true), tellRevoked }));
  await expect(asked).rejects.toThrow('The gateway is not running.');
  expect(tellRevoked).not.toHaveBeenCalled();
});
