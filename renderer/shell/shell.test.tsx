// @vitest-environment happy-dom
import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import type { PageId } from '../../shared/page-routes.ts';
import { scopeOf } from '../../shared/policy.ts';
import { aState } from '../state/testing.ts';
import type { OpenDialog } from '../ui/dialogs.ts';
import { draw, press, saidProblem, tell } from '../ui/testing.tsx';
import type { FakeGateway } from '../ui/testing.tsx';
import { AppDialogs } from './app-dialogs.tsx';
import { Navigation } from './navigation.tsx';
import { PageHeader } from './page-header.tsx';
import { ToastLine } from './toast-line.tsx';
import { useFocusRestore } from './use-focus-restore.ts';
import { useTopOfPage } from './use-top-of-page.ts';

const state = aState();
const [agent, subKey] = [state.agents[0], state.keys[0]];
if (agent === undefined || subKey === undefined) throw new Error('the state has both');

test('the navigation leads to every page, marks the one that is shown, and opens the palette', () => {
  const onPalette = vi.fn();
  draw(<Navigation page="agents" shortcut="Ctrl K" onPalette={onPalette} />, state);
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Overview',
    'Costs',
    'Agents',
    'Requests',
    'Keys',
    'Connections',
    'MCP',
    'Audit',
    'Settings',
  ]);
  expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Agents');
  press('Search Ctrl K');
  expect(onPalette).toHaveBeenCalledOnce();
});

test('the first stop of the keyboard leads past the navigation, and leaves the address alone', () => {
  window.location.hash = '#/requests?agent=a';
  const main = { current: document.body.appendChild(document.createElement('main')) };
  main.current.tabIndex = -1;
  draw(<Navigation page="requests" main={main} shortcut="" onPalette={() => undefined} />, state);
  fireEvent.click(screen.getByRole('link', { name: 'Skip to the page' }));
  expect(document.activeElement).toBe(main.current);
  expect(window.location.hash).toBe('#/requests?agent=a');
  main.current.remove();
});

test('the navigation says whether what is shown is live', () => {
  const { session } = draw(<Navigation page="agents" shortcut="" onPalette={() => undefined} />, state);
  expect(screen.getByRole('status').textContent).toBe('Live');
  tell(session, { type: 'link', link: 'lost' });
  expect(screen.getByRole('status').textContent).toBe('Reconnecting');
  tell(session, { type: 'signed-out', why: 'ended' });
  expect(screen.getByRole('status').textContent).toBe('Logged out');
});

test('the theme goes round, and says what comes next', () => {
  localStorage.clear();
  const set = vi.fn((change: object) => Promise.resolve(change));
  draw(<Navigation page="agents" shortcut="" onPalette={() => undefined} />, state, { settings: { set } });
  press('Theme: system. Switch to light.');
  press('Theme: light. Switch to dark.');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  press('Theme: dark. Switch to system.');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});

test('everything is paused with the way back, and resumed', async () => {
  const [pause, resume] = [vi.fn(() => Promise.resolve({})), vi.fn(() => Promise.resolve({}))];
  const gateway = { everything: { pause, resume } } satisfies FakeGateway;
  const { toasts, session } = draw(<PageHeader title="Overview" />, state, gateway);
  press('Pause everything');
  await waitFor(() => expect(toasts[0]?.text).toBe('Everything is paused, and running requests were cut.'));
  await toasts[0]?.undo?.();
  expect([pause.mock.calls.length, resume.mock.calls.length]).toEqual([1, 1]);
  tell(session, { type: 'state', state: aState({ everythingPaused: true }) });
  await waitFor(() => press('Resume everything'));
  await waitFor(() => expect(toasts[1]).toEqual({ text: 'Agents may spend again.' }));
});

test('a pause of everything that failed is said under the title', async () => {
  const gateway = { everything: { pause: () => Promise.reject(new Error('gone')) } } satisfies FakeGateway;
  const { toasts } = draw(<PageHeader title="Overview" />, state, gateway);
  press('Pause everything');
  expect(await saidProblem()).toContain('did not answer');
  expect(toasts).toEqual([]);
});

test.each([
  ['a newcomer finds nothing to stop', aState({ keys: [] }), []],
  [
    'who has revoked all can pause, and issue',
    aState({ keys: [{ state: 'revoked' }] }),
    ['Pause everything', 'Issue sub-key'],
  ],
  ['everybody else can revoke', state, ['Pause everything', 'Revoke everything', 'Issue sub-key']],
])('%s', (_name, seen, buttons) => {
  draw(<PageHeader title="Overview" />, seen);
  expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(buttons);
});

test('to revoke everything and to issue a sub-key have dialogs', () => {
  const { dialogs } = draw(<PageHeader title="Overview" />, state);
  press('Revoke everything');
  press('Issue sub-key');
  expect(dialogs).toEqual([{ kind: 'revoke-everything' }, { kind: 'issue-key' }]);
});

test.each<[OpenDialog, string]>([
  [{ kind: 'add-provider', provider: 'anthropic' }, 'Add provider key'],
  [{ kind: 'issue-key' }, 'Issue sub-key'],
  [{ kind: 'keep-bodies', id: agent.id }, 'Log prompts and replies of Agent 0?'],
  [{ kind: 'policy', scope: scopeOf('agent', agent.id) }, 'Caps and rules of Agent 0'],
  [{ kind: 'revoke-everything' }, 'Revoke everything?'],
  [{ kind: 'revoke-agent', id: agent.id }, 'Revoke all sub-keys of Agent 0?'],
  [{ kind: 'rotate-key', id: subKey.id }, 'Rotate …ab12 of Agent 0'],
])('%j is a dialog, and none when what it is about is gone', (dialog, title) => {
  const gone = aState({ agents: [], keys: [] });
  const isAboutOne = 'id' in dialog || 'scope' in dialog;
  draw(<AppDialogs dialog={dialog} state={state} onClose={() => undefined} />, state);
  expect(screen.getByRole('dialog', { name: title })).toBeDefined();
  draw(<AppDialogs dialog={dialog} state={gone} onClose={() => undefined} />, gone);
  expect(screen.getAllByRole('dialog', { hidden: true })).toHaveLength(isAboutOne ? 1 : 2);
});

test('a toast is undone by its button, and then gone', async () => {
  const [undo, onGone] = [vi.fn(() => Promise.resolve()), vi.fn()];
  render(<ToastLine toast={{ text: 'Codex is paused.', undo }} onGone={onGone} />);
  expect(screen.getByRole('status').textContent).toContain('Codex is paused.');
  press('Undo');
  await waitFor(() => expect(onGone).toHaveBeenCalledOnce());
  expect(undo).toHaveBeenCalledOnce();
});

test('an undo that failed stays, with the reason', async () => {
  const onGone = vi.fn();
  render(<ToastLine toast={{ text: 'x', undo: () => Promise.reject(new Error('gone')) }} onGone={onGone} />);
  press('Undo');
  expect(await saidProblem()).toContain('did not answer');
  expect(onGone).not.toHaveBeenCalled();
});

test('a toast goes by itself after a while, or at once by its cross', () => {
  vi.useFakeTimers();
  const onGone = vi.fn();
  render(<ToastLine toast={{ text: 'x' }} onGone={onGone} />);
  act(() => void vi.advanceTimersByTime(11_000));
  expect(onGone).not.toHaveBeenCalled();
  act(() => void vi.advanceTimersByTime(1_000));
  expect(onGone).toHaveBeenCalledOnce();
  press('Dismiss');
  expect(onGone).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

/** A page with a button that opens a dialog, and one to close it. */
function Page({ keepsOpener }: { readonly keepsOpener: boolean }): ReactNode {
  const page = useRef<HTMLElement>(null);
  const focus = useFocusRestore(page);
  return (
    <main ref={page} tabIndex={-1}>
      {keepsOpener && <button onClick={() => focus.remember()}>open</button>}
      <button onClick={() => focus.restore()}>close</button>
    </main>
  );
}

test.each([
  [true, 'BUTTON'],
  [false, 'MAIN'],
])('the focus goes back to what opened the dialog (still there: %s)', async (isThere, tag) => {
  const { rerender } = render(<Page keepsOpener />);
  const button = screen.getByText('open');
  button.focus();
  fireEvent.click(button);
  rerender(<Page keepsOpener={isThere} />);
  (document.activeElement as HTMLElement).blur();
  fireEvent.click(screen.getByText('close'));
  await waitFor(() => expect(document.activeElement?.tagName).toBe(tag));
});

test('another page is seen from its top, and the same one stays where it is', () => {
  const first: { readonly page: PageId } = { page: 'overview' };
  const scrolled = vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
  const { rerender } = renderHook(({ page }) => useTopOfPage(page), { initialProps: first });
  rerender({ page: 'overview' });
  expect(scrolled).not.toHaveBeenCalled();
  rerender({ page: 'agents' });
  expect(scrolled).toHaveBeenCalledExactlyOnceWith(0, 0);
});
