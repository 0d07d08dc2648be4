// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { choose, draw, press, saidProblem } from '../../ui/testing.tsx';
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

test('the theme that is picked is on the page and stays', () => {
  open();
  choose('Dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(localStorage.getItem('purser:theme')).toBe('dark');
  choose('Same as the system');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});

test('what this gateway is, and where it keeps things', () => {
  open();
  const facts = screen.getAllByRole('definition').map(({ textContent }) => textContent);
  expect(facts[0]).toContain('http://127.0.0.1:1');
  expect(facts[1]).toBe('Europe/Berlin');
  expect(facts[2]).toBe('Memory only: forgotten when Purser quits');
  expect(facts[3]).toContain('/d');
  expect(facts[4]).toBe('0, process 1');
  expect(screen.getByRole('button', { name: 'Copy the data folder' })).toBeDefined();
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
