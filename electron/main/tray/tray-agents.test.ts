import { expect, test } from 'vitest';
import { aCap, aState, USD } from '../app/testing.ts';
import { agentItems } from './tray-agents.ts';

const NOW = 1_000;
const lines = (state: ReturnType<typeof aState>): readonly string[] =>
  agentItems(state, NOW).map((item) => (item.kind === 'separator' ? '' : item.label));

test('one line for each agent, the biggest spender of today first', () => {
  const agents = [{ name: 'Aider' }, { name: 'Claude Code', spentToday: 2 * USD, caps: [aCap(5, 2)] }];
  expect(lines(aState({ agents }))).toEqual(['Claude Code: $2.00 of $5.00 today', 'Aider: $0.00 today']);
});

test('the line tells of the cap that stops the agent first, of its own and its sub-keys', () => {
  const agents = [{ name: 'Aider', caps: [aCap(20, 1, { window: 'month' })] }];
  const line = (...keys: readonly object[]): readonly string[] =>
    lines(aState({ agents, keys: keys.map((key) => ({ ...key })) }));
  expect(line()).toEqual(['Aider: $1.00 of $20.00 this month']);
  expect(line({ caps: [aCap(5, 1)] })).toEqual(['Aider: $1.00 of $5.00 today']);
  expect(line({ caps: [aCap(5, 1)], state: 'revoked' })).toEqual(['Aider: $1.00 of $20.00 this month']);
  expect(line({ caps: [aCap(5, 1)], policy: { expiresAt: NOW } })).toEqual(['Aider: $1.00 of $20.00 this month']);
  expect(line({ caps: [aCap(5, 1)], policy: { expiresAt: NOW + 1 } })).toEqual(['Aider: $1.00 of $5.00 today']);
  // $20 are left of it, which is more than $4, but it is the one that is nearly used up.
  expect(line({ caps: [aCap(5, 1), aCap(100, 80, { window: 'total', resetsAt: null })] })).toEqual([
    'Aider: $80.00 of $100.00 in total (nearly used up)',
  ]);
});

test.each([
  [{ caps: [aCap(5, 4)] }, 'Aider: $4.00 of $5.00 today (nearly used up)'],
  [{ caps: [aCap(5, 5)] }, 'Aider: $5.00 of $5.00 today (used up)'],
  [{ caps: [aCap(5, 5)], paused: true }, 'Aider: $5.00 of $5.00 today (paused)'],
  [{ paused: true }, 'Aider: $0.00 today (paused)'],
])('says in words how it stands: %j', (agent, line) => {
  expect(lines(aState({ agents: [{ name: 'Aider', ...agent }] }))).toEqual([line]);
});

test('behind the line: the tick, the raise of exactly that cap, the dashboard, and what ends it', () => {
  const state = aState({
    agents: [{ name: 'Aider' }],
    keys: [{ caps: [aCap(5, 1), aCap(20, 1, { window: 'week' })] }],
  });
  const id = 'agt_aider0000000';
  expect(agentItems(state, NOW)).toEqual([
    {
      kind: 'submenu',
      label: 'Aider: $1.00 of $5.00 today',
      dot: { hue: 0, hollow: false },
      items: [
        { kind: 'checkbox', label: 'May spend', checked: true, action: { kind: 'pause-agent', id } },
        {
          kind: 'button',
          label: 'Raise $5.00 a day by $5.00 for today',
          action: { kind: 'raise-cap', scope: 'key:key_000000000000', window: 'day', rolling: false, extra: 5 * USD },
        },
        { kind: 'separator' },
        {
          kind: 'button',
          label: 'Open in dashboard',
          action: { kind: 'open-dashboard', route: { page: 'agents', params: { agent: id } } },
        },
        {
          kind: 'button',
          label: 'Sub-key lost? Rotate it…',
          action: { kind: 'open-dashboard', route: { page: 'agents', params: { agent: id } } },
        },
        { kind: 'separator' },
        { kind: 'button', label: 'Revoke…', action: { kind: 'revoke-agent', id } },
      ],
    },
  ]);
});

test('a paused agent has no tick, and its click resumes it; one without sub-keys has nothing to revoke', () => {
  const [item] = agentItems(aState({ agents: [{ name: 'Aider', paused: true }] }), NOW);
  expect(item).toMatchObject({
    items: [
      { checked: false, action: { kind: 'resume-agent' } },
      { kind: 'separator' },
      { label: 'Open in dashboard' },
    ],
  });
});

test('a cap that was raised is raised again by what it is, not by what it has become', () => {
  const [item] = agentItems(aState({ agents: [{ name: 'Aider', caps: [aCap(10, 9, { raisedBy: 5 * USD })] }] }), NOW);
  expect(item).toMatchObject({
    items: [{}, { label: 'Raise $10.00 a day by $5.00 for today', action: { extra: 5 * USD } }, {}, {}],
  });
});

test('the raise of a cap that holds requests in full says that they still are', () => {
  const [item] = agentItems(aState({ agents: [{ name: 'Aider', caps: [aCap(5, 1, { hold: 'full' })] }] }), NOW);
  const raise = {
    label: 'Raise $5.00 a day (held in full) by $5.00 for today',
    action: { kind: 'raise-cap', window: 'day' },
  };
  expect(item).toMatchObject({ items: [{}, raise, {}, {}] });
});

test('a long list is cut and says how much is missing', () => {
  const agents = Array.from({ length: 15 }, (_, index) => ({ name: `agent ${String.fromCharCode(97 + index)}` }));
  const items = agentItems(aState({ agents }), NOW);
  expect(items.filter(({ kind }) => kind === 'submenu')).toHaveLength(12);
  expect(items.at(-1)).toEqual({ kind: 'text', label: '3 more in the dashboard' });
});

test('each agent has a dot of its own colour, for life, and an outline while it may not spend', () => {
  const agents = [
    { name: 'Aider', createdAt: 1, paused: true },
    { name: 'Codex', createdAt: 2, spentToday: USD },
  ];
  const dots = (...more: readonly object[]): unknown =>
    agentItems(aState({ agents, ...Object.assign({}, ...more) }), NOW).map(
      (item) => item.kind === 'submenu' && [item.label.split(':')[0], item.dot],
    );
  expect(dots()).toEqual([
    ['Codex', { hue: 1, hollow: false }],
    ['Aider', { hue: 0, hollow: true }],
  ]);
  expect(dots({ everythingPaused: true })).toEqual([
    ['Codex', { hue: 1, hollow: true }],
    ['Aider', { hue: 0, hollow: true }],
  ]);
});
