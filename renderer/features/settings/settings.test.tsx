// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { noteFacts } from '../../state/desktop/desktop.ts';
import { aState } from '../../state/testing.ts';
import { choose, draw, fill, fillTime, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeHost } from '../../ui/testing.tsx';
import { SettingsPanel } from './settings-panel.tsx';

const state = aState();
const browser = (changes: object) => ({
  id: 'brw_aaaaaaaa',
  browser: 'Firefox on Linux',
  begunAt: 1,
  lastUsedAt: 1,
  endsAt: 1,
  current: false,
  ...changes,
});
const here = browser({ current: true });
const other = browser({ id: 'brw_bbbbbbbb', browser: 'Chrome on Windows' });

function open(host: FakeHost = { dashboard: { sessions: () => Promise.resolve([]) } }) {
  return draw(<SettingsPanel state={state} />, state, {}, host);
}

test('the theme that is picked is on the page at once, and the gateway keeps it for every window', () => {
  const { set } = openSetting();
  choose('Dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(set).toHaveBeenLastCalledWith({ theme: 'dark' });
  choose('Same as the system');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  expect(set).toHaveBeenLastCalledWith({ theme: 'system' });
});

test('what this gateway is, and where it keeps things', () => {
  open();
  const facts = screen.getAllByRole('definition').map(({ textContent }) => textContent);
  for (const fact of ['http://127.0.0.1:1', '/d', '0, process 1'])
    expect(facts).toContainEqual(expect.stringContaining(fact));
  expect(facts).toEqual(expect.arrayContaining(['Europe/Berlin', 'Memory only: forgotten when Purser quits']));
  expect(screen.getByRole('button', { name: 'Copy the data folder' })).toBeDefined();
});

/** Settings that the gateway was asked for, one change after the other. */
function openSetting(settings: object = {}) {
  const set = vi.fn((change: object) => Promise.resolve({ ...state.settings, ...change }));
  const having = { ...state, settings: { ...state.settings, ...settings } };
  const deleteHistory = vi.fn(() => Promise.resolve({ requests: 3, logged: 0 }));
  const host = { dashboard: { sessions: () => Promise.resolve([]) } };
  const drawn = draw(
    <SettingsPanel state={having} />,
    having,
    { settings: { set, deleteHistory }, connections: { list: () => Promise.resolve([]) } },
    host,
  );
  return { set, deleteHistory, ...drawn };
}

test('formats are set, and one that was refused goes back with the reason', async () => {
  const { set } = openSetting();
  choose('24 hours');
  fill('First day of the week', 'sunday');
  fill('Amounts of money', 'comma');
  await waitFor(() =>
    expect(set.mock.calls.map(([change]) => change)).toEqual([
      { clock: 'h24' },
      { weekStart: 'sunday' },
      { money: 'comma' },
    ]),
  );
  set.mockRejectedValue(new Error('gone'));
  choose('12 hours');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '12 hours' }).checked).toBe(false);
});

test('notifications: topics, shares of a cap, quiet hours', async () => {
  const { set } = openSetting();
  choose('Changed prices', 'checkbox');
  choose('80%', 'checkbox');
  choose('Keep quiet', 'checkbox');
  fillTime('until', '08:30');
  await waitFor(() =>
    expect(set).toHaveBeenLastCalledWith({
      notifications: { on: true, muted: ['prices'], capLevels: [50, 100], quiet: { from: 1_320, to: 510 } },
    }),
  );
  // A test needs a desktop.
  expect(screen.queryByRole('button', { name: 'Send a test notification' })).toBeNull();
});

test('caps and preset that new ones begin with', async () => {
  const { set } = openSetting();
  fill('Cap in dollars', '12');
  press('Save caps');
  choose('Careful');
  await waitFor(() => expect(set).toHaveBeenCalledTimes(2));
  const caps = [{ window: 'day', rolling: false, amount: 12_000_000_000 }];
  expect(set.mock.calls[0]?.[0]).toEqual({ newKeys: { caps, preset: 'everyday' } });
  expect(set.mock.calls[1]?.[0]).toMatchObject({ newKeys: { preset: 'careful' } });
});

test('a port waits for the next start; one that cannot be is refused here', async () => {
  const { set } = openSetting({ port: 4242 });
  expect(screen.getByText(/Purser uses port 4242 from its next start on/)).toBeDefined();
  fill('Port', '80');
  press('Save port');
  expect(await saidProblem()).toBe('Enter a port from 1024 to 65535.');
  fill('Port', '4141');
  press('Save port');
  await waitFor(() => expect(set).toHaveBeenCalledExactlyOnceWith({ port: null }));
});

test('history is deleted when the question was answered, and kept for so many days', async () => {
  const { set, deleteHistory, toasts } = openSetting();
  fill('Keep single requests', '90');
  await waitFor(() => expect(set).toHaveBeenCalledExactlyOnceWith({ keepRequestsDays: 90 }));
  press('Delete all history');
  expect(deleteHistory).not.toHaveBeenCalled();
  const question = within(screen.getByRole('dialog', { name: 'Delete all history?' }));
  fireEvent.click(question.getByRole('button', { name: 'Delete all history' }));
  await waitFor(() => expect(toasts).toEqual([{ text: 'History deleted: 3 requests.' }]));
  expect(deleteHistory).toHaveBeenCalledExactlyOnceWith({ confirm: true });
});

test('what only this machine can do is there in the desktop’s window alone', () => {
  const asks: unknown[] = [];
  vi.spyOn(window, 'postMessage').mockImplementation((message: unknown) => void asks.push(message));
  noteFacts({ host: { kind: 'ready' }, startsAtLogin: false, notifications: true });
  openSetting({ port: 4242 });
  const login = within(screen.getByRole('group', { name: 'Start at login' }));
  fireEvent.click(login.getByRole('radio', { name: 'On' }));
  press('Send a test notification');
  press('Restart the gateway now');
  expect(asks).toEqual(
    [{ ask: 'start-at-login', on: true }, { ask: 'test-notification' }, { ask: 'restart-gateway' }].map((ask) => ({
      type: 'purser:ask',
      ask,
    })),
  );
  act(() => noteFacts(undefined));
  expect(screen.queryByRole('group', { name: 'Start at login' })).toBeNull();
});

test('in the desktop’s own window nothing is said of browsers', async () => {
  const sessions = vi.fn(() => Promise.resolve([]));
  open({ dashboard: { sessions } });
  await waitFor(() => expect(sessions).toHaveBeenCalledOnce());
  expect(screen.queryByText('Browsers that are logged in')).toBeNull();
});

test('another browser is logged out, and the list is read again', async () => {
  const sessions = vi.fn(() => Promise.resolve([here, other]));
  const logOut = vi.fn(() => Promise.resolve({ ended: 1 }));
  open({ dashboard: { sessions, logOut } });
  expect(await screen.findAllByTestId('browser')).toHaveLength(2);
  sessions.mockResolvedValue([here]);
  press('Log out Chrome on Windows');
  await waitFor(() => expect(screen.getAllByTestId('browser')).toHaveLength(1));
  expect(logOut).toHaveBeenCalledExactlyOnceWith({ id: other.id });
});

test('this browser is logged out through the session, which shows nothing afterwards', async () => {
  const { session } = open({ dashboard: { sessions: () => Promise.resolve([here]) } });
  expect((await screen.findByTestId('browser')).textContent).toContain('This one');
  press('Log out of this browser');
  await waitFor(() => expect(session.logOut).toHaveBeenCalledExactlyOnceWith(here.id));
});

test('a browser that could not be logged out stays, with the reason', async () => {
  const logOut = () => Promise.reject(new Error('gone'));
  open({ dashboard: { sessions: () => Promise.resolve([other]), logOut } });
  await screen.findByTestId('browser');
  press('Log out Chrome on Windows');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.getByTestId('browser')).toBeDefined();
});

test('browsers that cannot be read are said to be', async () => {
  open({ dashboard: { sessions: () => Promise.reject(new Error('gone')) } });
  expect(await saidProblem()).toContain('did not answer');
});
