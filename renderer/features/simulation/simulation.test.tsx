// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw, press, saidProblem, tell } from '../../ui/testing.tsx';
import type { FakeGateway, FakeHost } from '../../ui/testing.tsx';
import { LeakPanel } from './leak-panel.tsx';
import { SimulationBanner } from './simulation-banner.tsx';
import { SimulationButton } from './simulation-button.tsx';

const real = aState();
const simulated = { ...real, gateway: { ...real.gateway, simulated: true } };

test('one button starts it', () => {
  const { session } = draw(<SimulationButton />, real);
  press('See it with simulated data');
  expect(session.startSimulation).toHaveBeenCalledOnce();
});

test('a start that failed is said beside the button', async () => {
  const { session } = draw(<SimulationButton />, real);
  vi.mocked(session.startSimulation).mockRejectedValue(new Error('gone'));
  press('See it with simulated data');
  expect(await saidProblem()).toContain('did not answer');
});

test('nothing stands above money that is real', () => {
  draw(<SimulationBanner />, real);
  expect(screen.queryByTestId('simulated')).toBeNull();
});

test('the simulation beside one’s own gateway is marked, and left by a button', () => {
  const { session } = draw(<SimulationBanner />, real);
  tell(session, { type: 'scene', scene: 'simulated' });
  expect(screen.getByTestId('simulated').textContent).toContain('made up');
  press('Leave the simulation');
  expect(session.leaveSimulation).toHaveBeenCalledOnce();
});

test('a gateway that is simulated itself is marked, and there is nowhere to go back to', () => {
  draw(<SimulationBanner />, simulated);
  expect(screen.getByTestId('simulated')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

const leak = {
  subKeyId: 'key_aaaaaaaaaaa0',
  agent: 'Release script',
  programs: 24,
  beganAt: 1,
  tried: 640,
  refused: 631,
  taken: 1_980_000_000,
  cap: { window: 'day', rolling: false, amount: 2_000_000_000 },
  bareSoFar: 133_120_000_000,
  barePerHour: 2_246_400_000_000,
} as const;
const host = { simulation: { leak: () => Promise.resolve(leak) } } satisfies FakeHost;

test('a leak is told with what it took, beside what a bare key would have lost, and ended by a button', async () => {
  const revoke = vi.fn(() => Promise.resolve({ revoked: true as const, cutRequests: 1, cutMs: 1 }));
  const { session } = draw(
    <LeakPanel state={simulated} />,
    simulated,
    { keys: { revoke } } satisfies FakeGateway,
    host,
  );
  tell(session, { type: 'link', link: 'live' });
  const panel = await screen.findByTestId('leak');
  expect(panel.textContent).toContain('24 programs at once');
  expect(panel.textContent).toContain('$1.98of $2.00 today; 631 requests refused');
  expect(panel.textContent).toContain('$133.12lost so far, for the same 640 requests');
  expect(panel.textContent).toContain('$15,400.00lost after 7 hours');
  press('Revoke the sub-key');
  await vi.waitFor(() => expect(revoke).toHaveBeenCalledExactlyOnceWith({ id: leak.subKeyId }));
  press('Hide');
  expect(screen.queryByTestId('leak')).toBeNull();
});

test('a leaked sub-key that is revoked needs no button any more', async () => {
  const revoked = aState({ keys: [{ state: 'revoked' }] });
  const state = { ...revoked, gateway: { ...revoked.gateway, simulated: true } };
  const { session } = draw(<LeakPanel state={state} />, state, {}, host);
  tell(session, { type: 'link', link: 'live' });
  expect((await screen.findByTestId('leak')).textContent).toContain('is refused now');
  expect(screen.queryByRole('button', { name: 'Revoke the sub-key' })).toBeNull();
});

test('real money knows of no simulated leak', () => {
  draw(<LeakPanel state={real} />, real);
  expect(screen.queryByTestId('leak')).toBeNull();
});
