// @vitest-environment happy-dom
import { act, fireEvent, renderHook, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { approvalViewSchema } from '../../../shared/contract/approval-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import { aState } from '../../state/testing.ts';
import { draw, tell } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { Palette } from './palette.tsx';
import { usePalette } from './use-palette.ts';

const done = () => vi.fn(() => Promise.resolve({}));
const approval = approvalViewSchema.parse({
  id: 'apr_aaaaaaaa',
  at: 1,
  expiresAt: 2,
  agentId: 'agt_aaaaaaaaaaa0',
  agent: 'Codex',
  subKeyId: 'key_aaaaaaaaaaa0',
  provider: 'openai',
  model: 'gpt-5',
  needed: 1,
  reason: 'No room.',
  raiseBy: 5_000_000_000,
});

function open(gateway: FakeGateway = {}, state: StateView = aState()) {
  const onClose = vi.fn();
  return { onClose, ...draw(<Palette state={state} onClose={onClose} />, state, gateway) };
}

const type = (text: string): void => {
  fireEvent.input(screen.getByPlaceholderText('Go to a page, pause an agent, change a cap…'), {
    target: { value: text },
  });
};
const lines = (): readonly (string | null)[] => screen.queryAllByRole('menuitem').map(({ textContent }) => textContent);
const pick = (name: string): void => void fireEvent.click(screen.getByRole('menuitem', { name }));

test('a few letters of any words find a command, whatever their case and order', async () => {
  open();
  expect(lines().length).toBeGreaterThan(10);
  type('agent PAUSE');
  await waitFor(() => expect(lines()).toEqual(['Pause Agent 0']));
  type('no such thing');
  expect(await screen.findByText('No command matches.')).toBeDefined();
});

test('Escape closes it', () => {
  const { onClose } = open();
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

test('a page is gone to', () => {
  const { onClose } = open();
  pick('Go to Audit');
  expect(window.location.hash).toBe('#/audit');
  expect(onClose).toHaveBeenCalledOnce();
});

test.each([
  ['Issue sub-key', { kind: 'issue-key' }],
  ['Caps and rules of everything', { kind: 'policy', scope: EVERYTHING }],
  ['Revoke everything…', { kind: 'revoke-everything' }],
  ['Rotate sub-key Agent 0 …ab12', { kind: 'rotate-key', id: 'key_aaaaaaaaaaa0' }],
])('“%s” opens its dialog', (line, dialog) => {
  const { dialogs, onClose } = open();
  pick(line);
  expect(dialogs).toEqual([dialog]);
  expect(onClose).toHaveBeenCalledOnce();
});

test('an agent is paused, and that is said', async () => {
  const pause = done();
  const { toasts } = open({ agents: { pause } });
  pick('Pause Agent 0');
  await waitFor(() => expect(toasts).toEqual([{ text: 'Agent 0 is paused.' }]));
  expect(pause).toHaveBeenCalledExactlyOnceWith({ id: 'agt_aaaaaaaaaaa0' });
});

test('a paused agent and a paused everything are resumed', async () => {
  const [agent, everything] = [done(), done()];
  const state = aState({ agents: [{ paused: true }], everythingPaused: true });
  const { toasts } = open({ agents: { resume: agent }, everything: { resume: everything } }, state);
  pick('Resume Agent 0');
  pick('Resume everything');
  await waitFor(() => expect(toasts).toHaveLength(2));
  expect(toasts.map(({ text }) => text)).toEqual(['Agent 0 may spend again.', 'Agents may spend again.']);
  expect([agent.mock.calls.length, everything.mock.calls.length]).toEqual([1, 1]);
});

test('a cap is raised', async () => {
  const raise = vi.fn(() => Promise.resolve({ cap: { amount: 10_000_000_000 } }));
  const { toasts } = open({ caps: { raise } });
  pick('Agent 0 …ab12: Raise $5.00 a day by $5.00 for today');
  await waitFor(() => expect(toasts).toEqual([{ text: 'Raised to $10.00 until midnight.' }]));
});

test('a request that waits comes first, and is answered', async () => {
  const answer = done();
  const { toasts } = open({ approvals: { answer } }, { ...aState(), approvals: [approval] });
  expect(lines().slice(0, 3)).toContain('Allow Codex once: gpt-5');
  pick('Allow Codex once: gpt-5');
  await waitFor(() => expect(toasts).toEqual([{ text: 'The request goes on.' }]));
  expect(answer).toHaveBeenCalledExactlyOnceWith({
    id: 'apr_aaaaaaaa',
    answer: 'allow-once',
    raiseBy: 5_000_000_000,
  });
});

test('a command that failed is said at the foot of the window', async () => {
  const { toasts } = open({ everything: { pause: () => Promise.reject(new Error('gone')) } });
  pick('Pause everything');
  await waitFor(() => expect(toasts[0]?.text).toContain('did not answer'));
});

test('the theme of the page is changed', () => {
  const set = done();
  open({ settings: { set } });
  pick('Theme: dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(set).toHaveBeenCalledExactlyOnceWith({ theme: 'dark' });
});

test('the simulation is started from the own gateway, and left from the simulated one', () => {
  const { session } = open();
  pick('Look around with simulated data');
  expect(session.startSimulation).toHaveBeenCalledOnce();
  tell(session, { type: 'scene', scene: 'simulated' });
  pick('Leave the simulation');
  expect(session.leaveSimulation).toHaveBeenCalledOnce();
});

test.each([
  [{ key: 'k', ctrlKey: true }, true],
  [{ key: 'K', metaKey: true }, true],
  [{ key: 'k' }, false],
  [{ key: 'k', ctrlKey: true, shiftKey: true }, false],
])('%j opens it: %s', (keys, isOpen) => {
  const { result } = renderHook(() => usePalette());
  fireEvent.keyDown(window, keys);
  expect(result.current.isOpen).toBe(isOpen);
  act(() => result.current.close());
  expect(result.current.isOpen).toBe(false);
});
