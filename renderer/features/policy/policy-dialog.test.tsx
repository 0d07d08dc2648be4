// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { aState } from '../../state/testing.ts';
import { choose, draw, fill, fillTime, press } from '../../ui/testing.tsx';
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
  expect(screen.getByRole('alert').textContent).toBe('Enter an amount above $0, such as 5 or 0.25.');
});

/** The dialog of an agent, or of its sub-key, without any rule. */
function open(whose: 'agent' | 'key') {
  const bare = aState({ providers: [{ name: 'openai' }, { name: 'house' }], keys: [{ policy: ONE_CAP }] });
  const scoped = scopesOf(bare).find(({ scope }) => scope.startsWith(whose));
  if (scoped === undefined) throw new Error('the state has one');
  const set = vi.fn((_input: { readonly policy: object }) => Promise.resolve({}));
  const drawn = draw(<PolicyDialog state={bare} scoped={scoped} onClose={() => undefined} />, bare, {
    policies: { set },
  });
  return { set, ...drawn };
}
const ONE_CAP = { caps: [{ window: 'day', rolling: false, amount: 5_000_000_000 }] };

/** Saves, and gives back what was asked for. */
async function saved({ set }: ReturnType<typeof open>): Promise<object | undefined> {
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(set).toHaveBeenCalledOnce());
  return set.mock.calls[0]?.[0].policy;
}

test('where it may go: models, providers, endpoints, environment, folder', async () => {
  const drawn = open('agent');
  fill('Only these models', 'gpt-*, o3');
  fill('Never these models', '*-preview');
  choose('house', 'checkbox');
  fill('Only these endpoints', 'chat/completions');
  fill('Environment', 'dev');
  fill('Only from this folder', '/home/me/shop');
  expect(await saved(drawn)).toEqual({
    models: { allow: ['gpt-*', 'o3'], deny: ['*-preview'] },
    providers: ['house'],
    endpoints: ['chat/completions'],
    environment: 'dev',
    folder: '/home/me/shop',
  });
});

test('how much at once, and how much one request may be', async () => {
  const drawn = open('agent');
  fill('Requests a minute', '60');
  fill('Tokens a minute', '100000');
  fill('Requests at a time', '4');
  fill('Most for one request', '0.25');
  fill('Longest output in tokens', '8000');
  expect(await saved(drawn)).toEqual({
    requestsPerMinute: 60,
    tokensPerMinute: 100_000,
    parallelRequests: 4,
    maxCost: 250_000_000,
    maxOutput: 8_000,
  });
});

test('when it works: working days are kept in the order of the week', async () => {
  const drawn = open('agent');
  choose('Only in working hours', 'checkbox');
  for (const day of ['Tue', 'Wed', 'Thu', 'Fri', 'Sun', 'Tue']) choose(day, 'checkbox');
  fillTime('From', '22:00');
  fillTime('To', '06:00');
  expect(screen.getByText('Times are Europe/Berlin. An end before the start runs past midnight.')).toBeDefined();
  expect(await saved(drawn)).toEqual({ workingHours: { days: ['mon', 'tue', 'sun'], from: '22:00', to: '06:00' } });
});

test('a sub-key alone has a secret to replace, and keeps its cap', async () => {
  open('agent');
  expect(screen.queryByLabelText('Days until a new secret')).toBeNull();
  cleanup();
  const drawn = open('key');
  fill('Days until a new secret', '30');
  fill('Last day', '2031-03-01');
  const expiresAt = new Date(2031, 2, 2).getTime();
  expect(await saved(drawn)).toEqual({ ...ONE_CAP, rotateDays: 30, expiresAt });
});

test('what happens at a cap, and when it may be out of hand', async () => {
  const drawn = open('agent');
  fill('When a request does not fit', 'ask');
  fill('When it spends much faster than usual', 'pause');
  fill('When it repeats the same request', 'off');
  expect(await saved(drawn)).toEqual({ onCap: 'ask', brake: { velocity: 'pause', loop: 'off' } });
});

test('parts that say something are open, the others folded', () => {
  open('agent');
  const isOpen = (title: string): unknown => screen.getByText(title).closest('details')?.open;
  expect(isOpen('Models and providers')).toBe(false);
  fill('Never these models', 'o3');
  expect(isOpen('Models and providers')).toBe(true);
  expect(isOpen('Brake')).toBe(false);
});

test('a policy that could not be saved stays in its form', async () => {
  const { set } = open('agent');
  set.mockRejectedValue(new Error('gone'));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('did not answer');
  expect(screen.getByRole('dialog')).toBeDefined();
});

test('caps for models and for each conversation, and the group of an agent', async () => {
  const grouped = aState({ agents: [{}], keys: [], groups: [{ name: 'night-shift' }] });
  const agent = scopesOf(grouped).find(({ scope }) => scope.startsWith('agent:'));
  if (agent === undefined) throw new Error('the state has an agent');
  const set = vi.fn<(input: { readonly policy: object }) => Promise<object>>(() => Promise.resolve({}));
  draw(<PolicyDialog state={grouped} scoped={agent} onClose={() => undefined} />, grouped, { policies: { set } });
  press('Add a cap for a model');
  fill('Models of cap 1', 'claude-opus-*');
  fill('Amount of cap 1 for models in dollars', '3');
  press('Add a cap for a model');
  fill('Models of cap 2', 'claude-opus-*');
  fill('Amount of cap 2 for models in dollars', '20');
  fill('Window of cap 2 for models', 'month');
  press('Add a cap for each conversation');
  fill('Cap 1 for each conversation in dollars', '2');
  fill('Group', 'night-shift');
  press('Save');
  await waitFor(() => expect(set).toHaveBeenCalledOnce());
  expect(set.mock.calls[0]?.[0]).toMatchObject({
    policy: {
      modelCaps: [
        {
          models: 'claude-opus-*',
          caps: [
            { window: 'day', amount: 3_000_000_000 },
            { window: 'month', amount: 20_000_000_000 },
          ],
        },
      ],
      conversationCaps: [{ window: 'day', amount: 2_000_000_000 }],
      group: 'night-shift',
    },
  });
});
