// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw, press, saidProblem } from '../../ui/testing.tsx';
import { CommandLinePanel } from './command-line-panel.tsx';

const file = '/home/a/.local/bin/purser';
type State = 'installed' | 'not-installed' | 'other' | 'unavailable';
const view = (state: State, onPath = true) => ({ state, file, onPath });

test('the command is installed, and removed again', async () => {
  const status = vi.fn(() => Promise.resolve(view('not-installed')));
  const install = vi.fn(() => Promise.resolve(view('installed', false)));
  const remove = vi.fn(() => Promise.resolve(view('not-installed')));
  draw(<CommandLinePanel />, aState(), {}, { commandLine: { status, install, remove } });
  expect((await screen.findByTestId('command-line')).textContent).toContain(`It would be ${file}`);
  status.mockResolvedValue(view('installed', false));
  press('Install command line tool');
  expect(await screen.findByText(/may not look in/)).toBeDefined();
  expect(install).toHaveBeenCalledOnce();
  status.mockResolvedValue(view('not-installed'));
  press('Remove');
  await waitFor(() => expect(screen.queryByText('Remove')).toBeNull());
  expect(remove).toHaveBeenCalledOnce();
});

test('what cannot be done is said', async () => {
  const install = () => Promise.reject(new Error('gone'));
  draw(
    <CommandLinePanel />,
    aState(),
    {},
    {
      commandLine: { status: () => Promise.resolve(view('not-installed')), install },
    },
  );
  await screen.findByTestId('command-line');
  press('Install command line tool');
  expect(await saidProblem()).toContain('did not answer');
});

test.each(['other', 'unavailable'] as const)('with %s there is nothing to install', async (state) => {
  const status = vi.fn(() => Promise.resolve(view(state)));
  draw(<CommandLinePanel />, aState(), {}, { commandLine: { status } });
  await waitFor(() => expect(status).toHaveBeenCalled());
  expect(screen.queryByText('Install command line tool')).toBeNull();
});
