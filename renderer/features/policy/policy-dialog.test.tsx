// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { PolicyDialog } from './policy-dialog.tsx';
import { scopesOf } from './policy-scopes.ts';

const policy = policySchema.parse({
  caps: [{ window: 'day', rolling: false, amount: 5_000_000_000 }],
  models: { deny: ['gpt-4o'] },
  parallelRequests: 3,
});
const state = aState({ agents: [{ policy }] });
test('saves what was changed and keeps the rest; undo puts the old policy back', async () => {
  const [, agent] = scopesOf(state);
  if (agent === undefined) throw new Error('the state has an agent');
  const set = vi.fn(() => Promise.resolve({}));
  const closed = vi.fn();
  const drawn = draw(<PolicyDialog state={state} scoped={agent} onClose={closed} />, state, { policies: { set } });
  expect(screen.getByRole('dialog', { name: 'Caps and rules of Agent 0' })).toBeDefined();
  fireEvent.change(screen.getByLabelText('Cap in dollars'), { target: { value: '7.50' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  const saved = { ...policy, caps: [{ window: 'day', rolling: false, amount: 7_500_000_000 }] };
  expect(set).toHaveBeenLastCalledWith({ scope: agent.scope, policy: saved });
  await drawn.toasts[0]?.undo?.();
  expect(set).toHaveBeenLastCalledWith({ scope: agent.scope, policy });
});

test('one switch holds every request in full, and takes it back', async () => {
  const [, agent] = scopesOf(state);
  if (agent === undefined) throw new Error('the state has an agent');
  const set = vi.fn(() => Promise.resolve({}));
  const closed = vi.fn();
  draw(<PolicyDialog state={state} scoped={agent} onClose={closed} />, state, { policies: { set } });
  const held = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Hold every request in full' });
  expect(held.checked).toBe(false);
  fireEvent.click(held);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  const caps = [{ window: 'day', rolling: false, amount: 5_000_000_000, hold: 'full' }];
  expect(set).toHaveBeenLastCalledWith({ scope: agent.scope, policy: { ...policy, caps } });
  fireEvent.click(held);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(set).toHaveBeenLastCalledWith({ scope: agent.scope, policy }));
});

test('what cannot be read is said, and nothing is sent', () => {
  const [everything] = scopesOf(state);
  if (everything === undefined) throw new Error('everything is always there');
  draw(<PolicyDialog state={state} scoped={everything} onClose={() => undefined} />, state);
  fireEvent.click(screen.getByRole('button', { name: 'Add a cap' }));
  fireEvent.change(screen.getByLabelText('Cap in dollars'), { target: { value: 'lots' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('alert').textContent).toContain('“lots” is no amount of dollars');
});
