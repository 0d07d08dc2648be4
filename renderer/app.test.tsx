// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { aRequest, aSeries, aState, thePeriods } from './state/testing.ts';
import { App } from './app.tsx';
import { draw, giveSize, press, tell } from './ui/testing.tsx';
import type { FakeGateway, FakeHost } from './ui/testing.tsx';

const NOW = Date.now();
const state = aState({ agents: [{ spentTotal: 1 }], providers: [{ name: 'openai' }] });
const resume = vi.fn(() => Promise.resolve({}));
const gateway = {
  agents: { pause: () => Promise.resolve({}), resume },
  audit: { newest: () => Promise.resolve([]) },
  connections: { list: () => Promise.resolve([]), doctor: () => Promise.resolve({ findings: [], fixed: [] }) },
  mcp: { list: () => Promise.resolve([]) },
  prices: { list: () => Promise.resolve([]), book: () => Promise.resolve({ fetchedAt: null, check: null }) },
  usage: {
    search: () => Promise.resolve({ requests: [], refusals: [], next: null, searchedTo: NOW }),
    sum: () => Promise.resolve({ requests: 0, refused: 0, cost: 0, inputTokens: 0, outputTokens: 0, next: null }),
    series: () => Promise.resolve({ points: [] }),
    costs: () =>
      Promise.resolve({
        by: 'model' as const,
        from: NOW - 1,
        to: NOW,
        before: null,
        rows: [],
        others: null,
        total: {
          requests: 0,
          inputTokens: 0,
          cachedTokens: 0,
          outputTokens: 0,
          nanodollars: 0,
          usd: '0.00',
          before: null,
        },
      }),
    month: () => Promise.resolve({ month: '2026-11', today: '2026-11-18', days: [], first: null, forecast: null }),
  },
} satisfies FakeGateway;
const host = {
  dashboard: { sessions: () => Promise.resolve([]) },
  commandLine: { status: () => Promise.resolve({ state: 'unavailable' as const, file: '', onPath: false }) },
  simulation: { leak: () => Promise.resolve(null) },
} satisfies FakeHost;
beforeEach(() => giveSize(800));

const open = (shown = state) => draw(<App />, shown, gateway, host);

/** Goes to an address, as a link does. */
function go(hash: string): void {
  window.location.hash = hash;
  fireEvent(window, new Event('hashchange'));
}

test.each([
  ['#/', 'Overview', 'Recent requests'],
  ['#/costs', 'Costs', 'Spending by day'],
  ['#/agents', 'Agents', 'Everything together'],
  ['#/keys?provider=openai', 'Keys', 'Your prices'],
  ['#/connections', 'Connections', 'Any other tool'],
  ['#/mcp', 'MCP', 'Servers'],
  ['#/audit', 'Audit', 'Verify the audit log'],
  ['#/settings', 'Settings', 'Appearance and formats'],
])('%s is the page %s', async (hash, title, section) => {
  open();
  go(hash);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
  expect(await screen.findByRole('heading', { level: 2, name: section })).toBeDefined();
});

test('the address of the requests carries their filters', async () => {
  const search = vi.spyOn(gateway.usage, 'search');
  open();
  go('#/requests?provider=openai&outcome=cut');
  expect(screen.getByLabelText('Provider')).toHaveProperty('value', 'openai');
  await waitFor(() => expect(search).toHaveBeenLastCalledWith({ provider: 'openai', outcome: 'cut', limit: 100 }));
  fireEvent.change(screen.getByLabelText('Outcome'), { target: { value: '' } });
  await waitFor(() => expect(search).toHaveBeenLastCalledWith({ provider: 'openai', limit: 100 }));
});

test('a newcomer sees the first steps, and the money once there was a request', async () => {
  const { session } = open(aState({ agents: [], keys: [] }));
  expect(await screen.findByRole('button', { name: 'Add provider key' })).toBeDefined();
  expect(screen.queryByTestId('spent-today')).toBeNull();
  tell(session, { type: 'snapshot', state, recent: [aRequest(1, NOW)] });
  expect(screen.getByTestId('spent-today')).toBeDefined();
});

test('what was read is kept on the screen while the link is down, and marked as old', () => {
  const { session } = open();
  tell(session, { type: 'link', link: 'lost' });
  expect(screen.getByRole('alert').textContent).toContain('The numbers below may be out of date.');
  expect(screen.getByTestId('spent-today').closest('.stale')).not.toBeNull();
});

test('a dialog opens from anywhere, and closes', async () => {
  open();
  press('Issue sub-key');
  expect(screen.getByRole('dialog', { name: 'Issue sub-key' })).toBeDefined();
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a question about the simulation is never answered for one’s own gateway', () => {
  const { session } = open();
  tell(session, { type: 'scene', scene: 'simulated' }, { type: 'snapshot', state, recent: [] });
  press('Revoke everything');
  expect(screen.getByRole('dialog', { name: 'Revoke everything?' })).toBeDefined();
  tell(session, { type: 'scene', scene: 'own' }, { type: 'snapshot', state, recent: [] });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what was done is said at the foot of the window, and undone there', async () => {
  const { session } = open();
  tell(session, { type: 'pace', view: aSeries(NOW) }, { type: 'periods', view: thePeriods(NOW) });
  press('Pause Agent 0');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(resume).toHaveBeenCalledOnce());
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('the keyboard reaches everything through the palette', async () => {
  open();
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  const palette = screen.getByRole('dialog', { name: 'Go to or do anything' });
  fireEvent.click(within(palette).getByRole('menuitem', { name: 'Go to Settings' }));
  act(() => void window.dispatchEvent(new Event('hashchange')));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
});
