// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw, press, saidProblem, tell } from '../../ui/testing.tsx';
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
