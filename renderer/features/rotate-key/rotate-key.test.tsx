// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { choose, draw, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { RotateKeyDialog } from './rotate-key-dialog.tsx';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const HOUR_MS = 3_600_000;
const state = aState();

function open(rotate: NonNullable<NonNullable<FakeGateway['keys']>['rotate']>): void {
  const [subKey] = state.keys;
  if (subKey === undefined) throw new Error('the state has a sub-key');
  draw(<RotateKeyDialog state={state} subKey={subKey} onClose={() => undefined} />, state, { keys: { rotate } });
}

test.each([
  ['Not at all', 0, 'The tool is refused until it has the new secret.', 'The old secret has stopped working.'],
  ['1 hour', HOUR_MS, /If it keeps using the old one, the Agents page says so\./, 'The old secret works until 12:00.'],
  [
    '7 days',
    168 * HOUR_MS,
    /Give the tool the new secret before then\./,
    'The old secret works until Sat 28 Nov, 11:00.',
  ],
])('%s: the new secret is shown, and how long the old one works', async (choice, graceMs, before, after) => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const rotate = vi.fn(() =>
    Promise.resolve({ id: 'key_aaaaaaaaaaa0', key: 'sk-purser-new', agent: 'Agent 0', graceEndsAt: NOW + graceMs }),
  );
  open(rotate);
  choose(choice);
  expect(screen.getByText(before)).toBeDefined();
  press('Rotate');
  expect((await screen.findByTestId('issued-key')).textContent).toBe('sk-purser-new');
  expect(rotate).toHaveBeenCalledExactlyOnceWith({ id: 'key_aaaaaaaaaaa0', graceMs });
  expect(screen.getByRole('dialog', { name: 'New secret for Agent 0' }).textContent).toContain(after);
});

test('a day is the choice to begin with', () => {
  open(() => Promise.reject(new Error('not asked')));
  expect(screen.getByRole('dialog', { name: 'Rotate …ab12 of Agent 0' })).toBeDefined();
  expect(screen.getByRole('radio', { name: '24 hours' })).toHaveProperty('checked', true);
});

test('a rotation that failed shows no secret', async () => {
  open(() => Promise.reject(new Error('gone')));
  press('Rotate');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.queryByTestId('issued-key')).toBeNull();
});
