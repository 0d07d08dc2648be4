// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { choose, draw, fill, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { IssueKeyDialog } from './issue-key-dialog.tsx';

const OPENAI = { name: 'openai', gatewayUrl: 'http://127.0.0.1:4141/openai/v1' };
const ANTHROPIC = { name: 'anthropic', kind: 'anthropic', gatewayUrl: 'http://127.0.0.1:4141/anthropic' };
const FIVE_A_DAY = { window: 'day', rolling: false, amount: 5_000_000_000 } as const;
const SECRET = 'sk-purser-secret';

const add = vi.fn(() => Promise.resolve({}));
const issue = vi.fn(
  ({
    agent,
    caps,
  }: {
    readonly agent: string;
    readonly caps: readonly object[];
    readonly capsOn?: string | undefined;
  }) => Promise.resolve({ id: 'key_aaaaaaaaaaa1', key: SECRET, agent, caps }),
);
const onClose = vi.fn();
const gateway = { agents: { add }, keys: { issue } } satisfies FakeGateway;
beforeEach(() => {
  for (const mock of [add, issue, onClose]) mock.mockClear();
});

function open(agent?: string, providers: readonly object[] = [OPENAI]): void {
  const state = aState({ providers });
  draw(<IssueKeyDialog state={state} agent={agent} onClose={onClose} />, state, gateway);
}

test('the usual sub-key of an agent that is known takes one click', async () => {
  open('Agent 0');
  press('Issue sub-key');
  expect((await screen.findByTestId('issued-key')).textContent).toBe(SECRET);
  expect(issue).toHaveBeenCalledExactlyOnceWith({
    agent: 'Agent 0',
    caps: [FIVE_A_DAY],
    capsOn: 'agent',
    policy: {},
  });
  expect(add).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog', { name: 'Sub-key for Agent 0' }).textContent).toContain('Capped at $5.00 a day.');
});

test('a name that nobody has makes an agent first, and that is said before', async () => {
  open();
  fill('Agent', 'Night build');
  expect(screen.getByText('Creates a new agent called “Night build”.')).toBeDefined();
  press('Issue sub-key');
  await screen.findByTestId('issued-key');
  expect(add).toHaveBeenCalledExactlyOnceWith({ name: 'Night build' });
  expect(issue.mock.calls[0]?.[0].agent).toBe('Night build');
});

test('an agent that could not be made gets no sub-key', async () => {
  add.mockRejectedValueOnce(new Error('gone'));
  open();
  fill('Agent', 'Night build');
  press('Issue sub-key');
  expect(await saidProblem()).toContain('did not answer');
  expect(issue).not.toHaveBeenCalled();
});

test.each([
  ['', '5', /name/i],
  ['Codex', 'lots', 'Enter an amount above $0, such as 5 or 0.25.'],
  ['Codex', '', 'Set at least one cap, such as 5 dollars a day.'],
])('“%s” with “%s” dollars is not asked for', async (name, dollars, sentence) => {
  open();
  fill('Agent', name);
  fill('Cap in dollars', dollars);
  press('Issue sub-key');
  expect(await saidProblem()).toMatch(sentence);
  expect(issue).not.toHaveBeenCalled();
});

test('a preset brings its caps and its rules, says what it is for, and its caps can be changed', async () => {
  open('Agent 0');
  choose('Careful');
  const said = 'A fifth of the usual amount, and slow enough to watch.';
  expect(screen.getAllByText('How much').map(({ className }) => className)).toContain('caption');
  expect(screen.getByRole('group', { name: 'How much', description: said })).toBeDefined();
  expect(screen.getByLabelText('Cap in dollars')).toHaveProperty('value', '1');
  fill('Cap in dollars', '3');
  expect(screen.getByRole('radio', { name: 'Careful' })).toHaveProperty('checked', true);
  press('Issue sub-key');
  await screen.findByTestId('issued-key');
  expect(issue.mock.calls[0]?.[0]).toEqual({
    agent: 'Agent 0',
    caps: [{ ...FIVE_A_DAY, amount: 3_000_000_000 }],
    capsOn: 'agent',
    policy: { requestsPerMinute: 20, parallelRequests: 1 },
  });
});

test('an agent with caps shares them with its new sub-key, unless that one gets its own', async () => {
  const caps = [{ ...FIVE_A_DAY, raisedBy: 0, spent: 0, reserved: 0, resetsAt: 0 }];
  const state = aState({ providers: [OPENAI], agents: [{ name: 'Agent 0', caps }] });
  draw(<IssueKeyDialog state={state} agent="Agent 0" onClose={onClose} />, state, gateway);
  expect(screen.getByText('Shares what Agent 0 may spend: $5.00 a day. Change it under Agents.')).toBeDefined();
  expect(screen.queryByLabelText('Cap in dollars')).toBeNull();
  press('Issue sub-key');
  await screen.findByTestId('issued-key');
  expect(issue.mock.calls[0]?.[0]).toEqual({ agent: 'Agent 0', caps: [], capsOn: 'agent', policy: {} });
});

test('caps can be on the sub-key alone', async () => {
  open('Agent 0');
  choose('This sub-key alone');
  press('Issue sub-key');
  await screen.findByTestId('issued-key');
  expect(issue.mock.calls[0]?.[0]).toMatchObject({ caps: [FIVE_A_DAY], capsOn: 'key' });
});

test('providers, a project, a new secret by days, and a question instead of a refusal', async () => {
  open('Agent 0', [OPENAI, ANTHROPIC]);
  choose('anthropic', 'checkbox');
  fill('Project folder', '/home/me/shop');
  fill('Days until a new secret', '30');
  choose('Let a request that does not fit wait, and ask me', 'checkbox');
  press('Issue sub-key');
  await screen.findByTestId('issued-key');
  expect(issue.mock.calls[0]?.[0]).toMatchObject({
    project: '/home/me/shop',
    policy: { providers: ['anthropic'], onCap: 'ask', rotateDays: 30 },
  });
});

test('days that are no number are not asked for', async () => {
  open('Agent 0');
  fill('Days until a new secret', 'soon');
  press('Issue sub-key');
  expect(await saidProblem()).toContain('“soon” is not a whole number above 0.');
  expect(issue).not.toHaveBeenCalled();
});

test('a preset keeps the wish that every request is held in full', async () => {
  open('Agent 0');
  choose('Hold every request in full', 'checkbox');
  choose('Just once');
  press('Issue sub-key');
  await screen.findByTestId('issued-key');
  expect(issue.mock.calls[0]?.[0].caps).toEqual([
    { window: 'total', rolling: false, amount: 5_000_000_000, hold: 'full' },
  ]);
});

test('models and an end go with it, and are told with the secret', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-21T10:00:00Z'), toFake: ['Date'] });
  open('Agent 0');
  fill('Only these models', 'claude-*, gpt-5*');
  fill('Expires', '8h');
  press('Issue sub-key');
  await screen.findByTestId('issued-key');
  const policy = { models: { allow: ['claude-*', 'gpt-5*'] }, expiresAt: Date.parse('2026-11-21T18:00:00Z') };
  expect(issue).toHaveBeenCalledWith({ agent: 'Agent 0', caps: [FIVE_A_DAY], capsOn: 'agent', policy });
  expect(screen.getByText(/only claude-\* or gpt-5\*\. Works until 19:00\./)).toBeDefined();
});

test('a last day must be chosen before it is asked for', async () => {
  open('Agent 0');
  fill('Expires', 'date');
  press('Issue sub-key');
  expect(await saidProblem()).toBe('Choose the last day that the sub-key works.');
  fill('Last day', '2001-01-01');
  press('Issue sub-key');
  expect(await saidProblem()).toContain('That day is in the past.');
  expect(issue).not.toHaveBeenCalled();
});

test('the secret is not lost to Escape, and the dialog knows whether it was copied', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  open('Agent 0');
  press('Issue sub-key');
  await screen.findByTestId('issued-key');
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByText('Not copied yet')).toBeDefined();
  press('Copy the sub-key');
  await waitFor(() => expect(screen.queryByText('Not copied yet')).toBeNull());
  expect(writeText).toHaveBeenCalledExactlyOnceWith(SECRET);
  press('Done');
  expect(onClose).toHaveBeenCalledOnce();
});

test('Escape closes the form, where nothing is lost', () => {
  open('Agent 0');
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

test('how to use it is told for each provider, in the names that its SDK reads', async () => {
  open('Agent 0', [OPENAI, ANTHROPIC]);
  press('Issue sub-key');
  await screen.findByTestId('issued-key');
  expect(screen.getByText(/^export OPENAI_BASE_URL=/).textContent).toBe(
    `export OPENAI_BASE_URL=${OPENAI.gatewayUrl}\nexport OPENAI_API_KEY=${SECRET}`,
  );
  choose('anthropic');
  expect(screen.getByText(/^export ANTHROPIC_BASE_URL=/).textContent).toContain(`ANTHROPIC_API_KEY=${SECRET}`);
});

test('without a provider key the next step is named', async () => {
  open('Agent 0', []);
  press('Issue sub-key');
  expect(await screen.findByText('Next, add a provider key: this sub-key works once there is one.')).toBeDefined();
  expect(screen.queryByText('Base URL')).toBeNull();
});
