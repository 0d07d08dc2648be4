// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { noticeViewSchema } from '../../../shared/contract/views.ts';
import type { NoticeView } from '../../../shared/contract/views.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { Notices } from './notices.tsx';

const agentId = 'agt_aaaaaaaaaaa0';
const house = { name: 'house', stopsWhenLeft: { answer: 'unknown', said: null } };
beforeEach(() => void (window.location.hash = ''));
function show(more: object): void {
  const notice: NoticeView = noticeViewSchema.parse({ id: 1, at: Date.now(), text: 'Something.', agentId, ...more });
  const state = { ...aState({ providers: [house] }), notices: [notice] };
  draw(<Notices state={state} />, state);
}

test.each([
  ['provider-question', { provider: 'house' }, 'Choose', '#/keys?provider=house'],
  ['bill-fault', { provider: 'house' }, 'See its requests', `#/requests?agent=${agentId}&provider=house`],
])('%s leads to what one would do about it', (kind, more, button, address) => {
  show({ kind, ...more });
  fireEvent.click(screen.getByRole('button', { name: button }));
  expect(window.location.hash).toBe(address);
});

test.each([
  ['brake-warning', ['Pause Agent 0', 'Dismiss']],
  ['cap-warning', ['Dismiss']],
  ['rotation', ['Dismiss']],
])('%s offers a pause only where an agent may be out of hand', (kind, buttons) => {
  show({ kind });
  const names = screen.getAllByRole('button').map((one) => one.textContent || one.getAttribute('aria-label'));
  expect(names).toEqual(buttons);
});

test('several are one line with a count, a warning first, and each cross says what it takes away', () => {
  const about = (id: number, kind: string) =>
    noticeViewSchema.parse({ id, at: Date.now(), kind, text: `Notice ${id}.`, agentId });
  const state = { ...aState(), notices: [about(3, 'prices'), about(2, 'brake-warning'), about(1, 'cap-warning')] };
  draw(<Notices state={state} />, state);
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual(['Notice 2.Pause Agent 02 more']);
  fireEvent.click(screen.getByRole('button', { name: '2 more' }));
  expect(screen.getAllByRole('status')).toHaveLength(3);
  expect(screen.getAllByRole('button', { name: /^Dismiss/ }).map((one) => one.getAttribute('aria-label'))).toEqual([
    'Dismiss: Notice 2.',
    'Dismiss: Notice 3.',
    'Dismiss: Notice 1.',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss: Notice 3.' }));
  fireEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
  expect(screen.getAllByRole('status')).toHaveLength(1);
});

test.each([
  ['provider-question', 'notice-info'],
  ['bill-fault', 'notice-warning'],
])('%s looks as what it is', (kind, tone) => {
  show({ kind, provider: 'house' });
  expect(screen.getByRole('status').className).toContain(tone);
});
