// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { StateView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { aState } from '../../state/testing.ts';
import { draw, pickInMenu, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { AgentsPanel } from './agents-panel.tsx';

const AGENT = 'agt_aaaaaaaaaaa0';
const KEY = 'key_aaaaaaaaaaa0';
const DAY_CAP = {
  window: 'day',
  rolling: false,
  amount: 5_000_000_000,
  raisedBy: 0,
  spent: 0,
  reserved: 0,
  resetsAt: 1,
};

function show(state: StateView, gateway: FakeGateway = {}, asked?: string) {
  return draw(<AgentsPanel state={state} asked={asked} />, state, gateway);
}

test('an agent shows its money, what it does, and the sub-keys that work', () => {
  show(
    aState({
      agents: [{ name: 'Codex', spentToday: 1_200_000_000, requestsToday: 12, running: 2 }],
      keys: [{ hint: 'ab12' }, { hint: 'cd34', state: 'revoked' }],
    }),
  );
  const card = screen.getByTestId('agent');
  expect(within(card).getByRole('heading', { name: 'Codex' })).toBeDefined();
  expect(card.textContent).toContain('$1.20 today, 12 requests');
  expect(card.textContent).toContain('2 requests running');
  expect(within(card).getAllByTestId('sub-key')).toHaveLength(1);
  expect(within(card).getByText('…ab12')).toBeDefined();
});

test('agents stand in the order of their age, and the one that the address names is brought into sight', () => {
  const seen = vi.spyOn(Element.prototype, 'scrollIntoView').mockReturnValue(undefined);
  show(
    aState({
      agents: [
        { name: 'Younger', createdAt: 2 },
        { name: 'Older', createdAt: 1 },
      ],
    }),
    {},
    'agt_aaaaaaaaaaa0',
  );
  const names = screen.getAllByTestId('agent').map((card) => within(card).getByRole('heading').textContent);
  expect(names).toEqual(['Older', 'Younger']);
  expect(seen).toHaveBeenCalledOnce();
  expect(seen.mock.contexts[0]).toHaveProperty('textContent', expect.stringContaining('Younger'));
});

test('caps on models and on each conversation have bars as others do, and are not told in words again', () => {
  const [opus, one] = [
    { ...DAY_CAP, amount: 3_000_000_000, spent: 1_500_000_000 },
    { ...DAY_CAP, window: 'total', amount: 2_000_000_000, spent: 500_000_000, resetsAt: null },
  ];
  const policy = {
    modelCaps: [{ models: 'claude-opus-*', caps: [{ window: 'day', rolling: false, amount: 3_000_000_000 }] }],
  };
  const parts = {
    models: [{ models: 'claude-opus-*', caps: [opus] }],
    conversation: { session: '0f1e2d3c-4b5a-6978', caps: [one] },
  };
  show(aState({ agents: [{ policy, parts }], keys: [] }));
  const bars = screen.getAllByRole('progressbar').map((bar) => bar.getAttribute('aria-label'));
  expect(bars).toEqual([
    'claude-opus-*: $1.50 of $3.00 today',
    'Fullest conversation, 0f1e2d3c-4b5…: $0.50 of $2.00 in total',
  ]);
  expect(screen.queryByText(/for claude-opus/)).toBeNull();
});

test('without an agent there is one thing to do', () => {
  const { dialogs } = show(aState({ agents: [], keys: [] }));
  expect(screen.getByText('No agents yet. Your first sub-key creates one.')).toBeDefined();
  press('Issue sub-key');
  expect(dialogs).toEqual([{ kind: 'issue-key' }]);
});

test('an agent without a usable sub-key says how many were revoked, and offers one for it', () => {
  const { dialogs } = show(aState({ keys: [{ state: 'revoked' }] }));
  expect(screen.getByText('No usable sub-key (1 revoked).')).toBeDefined();
  press('Issue one');
  expect(dialogs).toEqual([{ kind: 'issue-key', agent: 'Agent 0' }]);
});

test('pausing an agent says so, with the way back', async () => {
  const [pause, resume] = [vi.fn(() => Promise.resolve({})), vi.fn(() => Promise.resolve({}))];
  const { toasts } = show(aState(), { agents: { pause, resume } } satisfies FakeGateway);
  press('Pause Agent 0');
  await waitFor(() => expect(toasts.map(({ text }) => text)).toEqual(['Agent 0 is paused.']));
  expect(pause).toHaveBeenCalledExactlyOnceWith({ id: AGENT });
  await toasts[0]?.undo?.();
  expect(resume).toHaveBeenCalledExactlyOnceWith({ id: AGENT });
});

test('a paused agent is let go on, and nothing is said: one sees it', async () => {
  const resume = vi.fn(() => Promise.resolve({}));
  const { toasts } = show(aState({ agents: [{ paused: true }] }), { agents: { resume } } satisfies FakeGateway);
  expect(screen.getByText('Paused')).toBeDefined();
  press('Resume Agent 0');
  await waitFor(() => expect(resume).toHaveBeenCalledExactlyOnceWith({ id: AGENT }));
  expect(toasts).toEqual([]);
});

test('a pause that failed is said beside its button, which can be pressed again', async () => {
  show(aState(), { agents: { pause: () => Promise.reject(new Error('gone')) } } satisfies FakeGateway);
  press('Pause Agent 0');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.getByRole('button', { name: 'Pause Agent 0' }).getAttribute('aria-disabled')).toBe('false');
});

test('a pause of everything is seen at every agent', () => {
  show(aState({ agents: [{}, {}], keys: [], everythingPaused: true }));
  expect(screen.getAllByText('Paused')).toHaveLength(2);
});

test('a stop that is not on disk yet is marked, at the agent and at the sub-key', () => {
  show(aState({ agents: [{ paused: true, notYetStored: true }], keys: [{ state: 'paused', notYetStored: true }] }));
  expect(screen.getAllByText('Not yet on disk')).toHaveLength(2);
});

test('revoking a sub-key takes one click, and its measured result stays until it is read', async () => {
  const revoke = vi.fn(() => Promise.resolve({ id: KEY, cutRequests: 2, cutMs: 41 }));
  const { dialogs } = show(aState(), { keys: { revoke } } satisfies FakeGateway);
  press('Revoke the sub-key ending in ab12 of Agent 0');
  const told = 'The sub-key ending in ab12 of Agent 0 is revoked. 2 running requests cut in 41 ms.';
  expect(await screen.findByText(told)).toBeDefined();
  expect(revoke).toHaveBeenCalledExactlyOnceWith({ id: KEY });
  press('Issue another');
  expect(dialogs).toEqual([{ kind: 'issue-key', agent: 'Agent 0' }]);
  press('Dismiss');
  expect(screen.queryByText(told)).toBeNull();
});

test('a revocation is taken back while that can be; then nothing says that it is revoked', async () => {
  const undo = { ids: [KEY], until: Date.now() + 5_000 };
  const revoke = vi.fn(() => Promise.resolve({ id: KEY, cutRequests: 0, cutMs: 1, undo }));
  const undoRevoke = vi.fn(() => Promise.resolve({ restored: [KEY] }));
  const { toasts } = show(aState(), { keys: { revoke, undoRevoke } } satisfies FakeGateway);
  press('Revoke the sub-key ending in ab12 of Agent 0');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByText(/is revoked\./)).toBeNull());
  expect(undoRevoke).toHaveBeenCalledExactlyOnceWith({ ids: [KEY] });
  expect(toasts).toEqual([]);
});

test('when it is too late, no way back is offered', async () => {
  const undo = { ids: [KEY], until: Date.now() };
  const revoke = vi.fn(() => Promise.resolve({ id: KEY, cutRequests: 0, cutMs: 1, undo }));
  show(aState(), { keys: { revoke } } satisfies FakeGateway);
  press('Revoke the sub-key ending in ab12 of Agent 0');
  await screen.findByText(/is revoked\./);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('a sub-key is paused with the way back, and resumed', async () => {
  const [pause, resume] = [vi.fn(() => Promise.resolve({})), vi.fn(() => Promise.resolve({}))];
  const { toasts } = show(aState(), { keys: { pause, resume } } satisfies FakeGateway);
  press('Pause the sub-key ending in ab12 of Agent 0');
  await waitFor(() => expect(toasts).toHaveLength(1));
  expect(toasts[0]?.text).toBe('The sub-key ending in ab12 of Agent 0 is paused.');
  expect(pause).toHaveBeenCalledExactlyOnceWith({ id: KEY });
  await toasts[0]?.undo?.();
  expect(resume).toHaveBeenCalledExactlyOnceWith({ id: KEY });
});

test('a cap that is used up is raised for today by as much again as it was', async () => {
  const full = { ...DAY_CAP, amount: 8_000_000_000, raisedBy: 3_000_000_000, spent: 8_000_000_000 };
  const raise = vi.fn(() => Promise.resolve({ cap: { amount: 13_000_000_000 } }));
  const { toasts, dialogs } = show(aState({ keys: [{ caps: [full] }] }), { caps: { raise } } satisfies FakeGateway);
  expect(screen.getByText('Requests that could cost more than is left are refused.')).toBeDefined();
  press('Raise $5.00 a day by $5.00 for today');
  await waitFor(() => expect(toasts).toEqual([{ text: 'Raised to $13.00 until midnight.' }]));
  expect(raise).toHaveBeenCalledExactlyOnceWith({
    scope: scopeOf('key', KEY),
    window: 'day',
    rolling: false,
    extra: 5_000_000_000,
  });
  press('Issue another sub-key');
  expect(dialogs).toEqual([{ kind: 'issue-key', agent: 'Agent 0' }]);
});

test('a used up cap of the agent says what it means, and offers to raise the agent’s', async () => {
  const raise = vi.fn(() => Promise.resolve({ cap: { amount: 10_000_000_000 } }));
  const state = aState({ agents: [{ caps: [{ ...DAY_CAP, spent: DAY_CAP.amount }] }], keys: [{ caps: [] }] });
  show(state, { caps: { raise } } satisfies FakeGateway);
  expect(screen.getByText('Requests that could cost more than is left are refused.')).toBeDefined();
  expect(screen.queryByText('Issue another sub-key')).toBeNull();
  press('Raise $5.00 a day by $5.00 for today');
  await waitFor(() => expect(raise).toHaveBeenCalledOnce());
  expect(raise).toHaveBeenCalledWith({
    scope: scopeOf('agent', AGENT),
    window: 'day',
    rolling: false,
    extra: 5_000_000_000,
  });
});

test('a raise that failed is said at the foot of the window', async () => {
  const state = aState({ agents: [{ caps: [DAY_CAP] }] });
  const { toasts } = show(state, { caps: { raise: () => Promise.reject(new Error('gone')) } } satisfies FakeGateway);
  pickInMenu('More for Agent 0', 'Raise $5.00 a day by $5.00 for today');
  await waitFor(() => expect(toasts[0]?.text).toContain('did not answer'));
});

test.each([
  ['Caps and rules of the agent…', { kind: 'policy', scope: scopeOf('agent', AGENT) }],
  ['Issue another sub-key…', { kind: 'issue-key', agent: 'Agent 0' }],
  ['Log prompts and replies…', { kind: 'keep-bodies', id: AGENT }],
  ['Revoke all its sub-keys…', { kind: 'revoke-agent', id: AGENT }],
])('the menu of an agent: “%s”', (line, dialog) => {
  const { dialogs } = show(aState());
  pickInMenu('More for Agent 0', line);
  expect(dialogs).toEqual([dialog]);
});

test('the menu of an agent leads to its requests, and offers nothing to revoke where nothing works', () => {
  show(aState({ keys: [{ state: 'revoked' }] }));
  press('More for Agent 0');
  expect(screen.queryByRole('menuitem', { name: 'Revoke all its sub-keys…' })).toBeNull();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Show its requests' }));
  expect(window.location.hash).toBe(`#/requests?agent=${AGENT}`);
});

test.each([
  ['Change its caps and rules…', { kind: 'policy', scope: scopeOf('key', KEY) }],
  ['Rotate its secret…', { kind: 'rotate-key', id: KEY }],
])('the menu of a sub-key: “%s”', (line, dialog) => {
  const { dialogs } = show(aState());
  pickInMenu('More for the sub-key ending in ab12 of Agent 0', line);
  expect(dialogs).toEqual([dialog]);
});

test('what is kept of an agent can be seen and changed', () => {
  const { dialogs } = show(aState({ agents: [{ keepBodies: { days: 7 } }] }));
  press('Prompts and replies are logged for 7 days');
  expect(dialogs).toEqual([{ kind: 'keep-bodies', id: AGENT }]);
});

test('the rules of an agent and of everything are told, and everything has its own dialog', () => {
  const state = aState({ agents: [{ policy: { requestsPerMinute: 60 }, caps: [DAY_CAP] }] });
  const { dialogs } = show(state);
  expect(screen.getByText('60 requests a minute')).toBeDefined();
  expect(screen.getByText('No cap on all agents together.')).toBeDefined();
  press('Caps and rules');
  expect(dialogs).toEqual([{ kind: 'policy', scope: 'everything' }]);
});

test.each([
  ['its project', { project: '/home/me/shop' }, 'For the project /home/me/shop'],
  ['its rules', { policy: { models: { allow: ['gpt-*'] } } }, 'Only gpt-*'],
  ['when it ends', { policy: { expiresAt: Date.now() + 60_000 } }, /^Works until \d\d:\d\d$/],
  ['that it ended', { policy: { expiresAt: 1 } }, 'Expired'],
  ['that its secret should be replaced', { rotationDueAt: 1 }, 'Rotation due'],
  [
    'until when the old secret works',
    { rotation: { graceEndsAt: Date.now() + 60_000, oldLastUsedAt: Date.now() } },
    /^Old one still used/,
  ],
])('a sub-key says %s', (_what, changes, text) => {
  show(aState({ keys: [changes] }));
  expect(screen.getByText(text)).toBeDefined();
});

test('a refusal is news for a while, but not one of a pause, which is seen as long as it lasts', () => {
  const refusal = { rule: 'models', message: 'Use `gpt-5` instead.', provider: 'openai', model: 'gpt-4' };
  const now = Date.now();
  show(
    aState({
      keys: [
        { lastRefusal: { ...refusal, at: now } },
        { lastRefusal: { ...refusal, at: now - 16 * 60_000 } },
        { lastRefusal: { ...refusal, at: now, rule: 'agent-paused' } },
      ],
    }),
  );
  expect(screen.getAllByTestId('refusal')).toHaveLength(1);
  expect(screen.getByTestId('refusal').textContent).toContain('Use gpt-5 instead.');
});
