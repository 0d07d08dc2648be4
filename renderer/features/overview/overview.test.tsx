// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { StateView } from '../../../shared/contract/views.ts';
import { aSeries, aState, thePeriods } from '../../state/testing.ts';
import { draw, press, tell } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { AgentsBrief } from './agents-brief.tsx';
import { Figures } from './figures.tsx';
import { PaceLine } from './pace-line.tsx';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const CAP = { window: 'day', rolling: false, amount: 5_000_000_000, raisedBy: 0, spent: 1_000_000_000, reserved: 0 };
const DAY_CAP = { ...CAP, resetsAt: NOW + 3_600_000 };
beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));

/** The state with money spent and a cap on everything. */
function spending(changes: Parameters<typeof aState>[0] = {}): StateView {
  const state = aState({ agents: [{ caps: [DAY_CAP], spentToday: 1_000_000_000, requestsToday: 12 }], ...changes });
  const [cap] = aState({ agents: [{ caps: [DAY_CAP] }] }).agents[0]?.caps ?? [];
  if (cap === undefined) throw new Error('the agent has a cap');
  return { ...state, spentToday: cap.spent, everything: { caps: [cap], policy: {} } };
}

test('what was spent today is there at once, the week and the month when they are read', () => {
  const state = spending();
  const { session } = draw(<Figures state={state} now={NOW} />, state);
  expect(screen.getByTestId('spent-today').textContent).toBe('$1.00');
  expect(screen.getAllByText('…')).toHaveLength(2);
  tell(session, { type: 'periods', view: thePeriods(NOW) });
  expect(screen.getByText('$4.00')).toBeDefined();
  expect(screen.getByText('$9.50')).toBeDefined();
});

test('the cap on everything stands beside it, and today is compared with yesterday', () => {
  const state = spending();
  const { session } = draw(<Figures state={state} now={NOW} />, state);
  tell(session, { type: 'periods', view: thePeriods(NOW) });
  expect(screen.getByRole('progressbar', { name: 'Cap on everything: $1.00 of $5.00 today' })).toBeDefined();
  const figures = screen.getByRole('region', { name: 'Spend against caps' });
  expect(figures.textContent).toContain('12 requests; 96% more than this time yesterday.');
});

test.each([
  ['a pause of everything', { everythingPaused: true }, 'Everything is paused, so nothing more can be spent.'],
  ['no active sub-key', { keys: [{ state: 'paused' }] }, 'No sub-key is active, so nothing more can be spent.'],
  ['an active sub-key', {}, 'The caps allow at most $4.00 more.'],
  [
    'a cap that is used up',
    { keys: [{ caps: [{ ...DAY_CAP, spent: DAY_CAP.amount }] }] },
    'The caps have no room left.',
  ],
])('%s says what can still be spent', (_what, changes, sentence) => {
  const state = spending(changes);
  draw(<Figures state={state} now={NOW} />, state);
  expect(screen.getByText(new RegExp(sentence.replaceAll(/[$.]/g, '\\$&')))).toBeDefined();
});

test('the pace is told once it is known, with what caches saved', () => {
  const state = spending();
  const { session } = draw(<PaceLine state={state} now={NOW} />, state);
  expect(screen.queryByTestId('pace')).toBeNull();
  tell(session, { type: 'pace', view: aSeries(NOW) }, { type: 'periods', view: thePeriods(NOW) });
  expect(screen.getByTestId('pace').textContent).toMatch(/^\$4\.08 an hour\. .*Prompt caches saved \$0\.30 today\.$/);
});

test('agents stand in the order of what they spent, each with its tightest cap', () => {
  const state = aState({
    agents: [
      { name: 'Idle', spentToday: 0 },
      { name: 'Busy', spentToday: 1_000_000_000, caps: [DAY_CAP] },
    ],
    keys: [
      {
        agentId: 'agt_aaaaaaaaaaa1',
        caps: [{ ...DAY_CAP, window: 'total', amount: 2_000_000_000, spent: 1_500_000_000 }],
      },
    ],
  });
  draw(<AgentsBrief state={state} />, state);
  const [first, second] = screen.getAllByTestId('agent');
  expect(first?.textContent).toContain('Busy');
  expect(first?.textContent).toContain('$1.00· $1.50 of $2.00 in total');
  expect(second?.textContent).toContain('Idle');
  expect(within(second ?? document.body).queryByRole('progressbar')).toBeNull();
  expect(screen.getByRole('link', { name: 'All agents' }).getAttribute('href')).toBe('#/agents');
});

test('eight agents at most, and one of them is paused from here', async () => {
  const pause = vi.fn(() => Promise.resolve({}));
  const state = aState({ agents: Array.from({ length: 10 }, () => ({})) });
  const { toasts } = draw(<AgentsBrief state={state} />, state, { agents: { pause } } satisfies FakeGateway);
  expect(screen.getAllByTestId('agent')).toHaveLength(8);
  press('Pause Agent 3');
  await waitFor(() => expect(toasts[0]?.text).toBe('Agent 3 is paused.'));
  expect(pause).toHaveBeenCalledExactlyOnceWith({ id: 'agt_aaaaaaaaaaa3' });
});

test('a paused agent says so, and its bar stays to be compared with the others', () => {
  const state = aState({ agents: [{ caps: [DAY_CAP] }], everythingPaused: true });
  draw(<AgentsBrief state={state} />, state);
  expect(screen.getByText('Paused')).toBeDefined();
  expect(screen.getByRole('progressbar')).toBeDefined();
});

test('amounts under each other have the same decimals, and one that is below its cap does not look like it', () => {
  const state = aState({
    agents: [
      { name: 'One', spentToday: 880_000_000 },
      { name: 'Two', spentToday: 47_000_000, caps: [{ ...DAY_CAP, amount: 50_000_000, spent: 47_000_000 }] },
    ],
  });
  draw(<AgentsBrief state={state} />, state);
  expect(screen.getAllByTestId('agent').map((row) => row.querySelector('.brief-spent')?.textContent)).toEqual([
    '$0.880',
    '$0.047',
  ]);
});

test('while everything is paused nothing is said of a pace', () => {
  const state = spending({ everythingPaused: true });
  const { session } = draw(<PaceLine state={state} now={NOW} />, state);
  tell(session, { type: 'pace', view: aSeries(NOW) });
  expect(document.body.textContent).toBe('');
  tell(session, { type: 'periods', view: thePeriods(NOW) });
  expect(document.body.textContent).toBe('Prompt caches saved $0.30 today.');
});
