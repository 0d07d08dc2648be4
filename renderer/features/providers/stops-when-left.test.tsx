// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { StopsWhenLeft } from './stops-when-left.tsx';

const name = providerNameSchema.parse('openai');
const group = 'Whether openai stops when a tool leaves a stream early';
function show(stopsWhenLeft: Parameters<typeof StopsWhenLeft>[0]['provider']['stopsWhenLeft'], isAsked = false) {
  const set = vi.fn(() => Promise.resolve({}));
  draw(<StopsWhenLeft provider={{ name, stopsWhenLeft }} isAsked={isAsked} />, aState(), { providers: { set } });
  return set;
}

test.each([
  [{ answer: 'yes', said: null }, 'the provider stops and bills only what it made until then', false],
  [{ answer: 'no', said: null }, 'the provider goes on and bills all of it', false],
  [{ answer: 'unknown', said: null }, 'Nobody knows if the provider stops', true],
  [{ answer: 'yes', said: 'yes' }, 'You said that it stops', false],
  [{ answer: 'no', said: 'no' }, 'You said that it goes on', false],
] as const)('%o is told, and asked where nobody knows', (stopsWhenLeft, told, asks) => {
  show(stopsWhenLeft);
  expect(document.body.textContent).toContain(told);
  expect(screen.queryByRole('group', { name: group }) !== null).toBe(asks);
  const change = screen.queryByRole('button', {
    name: 'Change whether openai stops when a tool leaves a stream early',
  });
  expect(change !== null).toBe(!asks);
});

test('what costs nothing has nothing to choose', () => {
  show({ answer: 'free', said: null }, true);
  expect(document.body.textContent).toContain('costs nothing here');
  expect(screen.queryByRole('group')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

test.each([
  ['Stops', 'yes'],
  ['Goes on', 'no'],
  ['Default', null],
] as const)('“%s” is said to the gateway, and the choice stays in sight', async (choice, said) => {
  const set = show({ answer: 'yes', said: choice === 'Stops' ? 'no' : 'yes' });
  fireEvent.click(screen.getByRole('button', { name: /^Change/ }));
  fireEvent.click(screen.getByRole('radio', { name: choice }));
  await waitFor(() => expect(set).toHaveBeenCalledWith({ name, stopsWhenLeft: said }));
  expect(screen.getByRole('group', { name: group })).toBeDefined();
});

test('who came to say it finds the choice open', () => {
  show({ answer: 'yes', said: null }, true);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Default' }).checked).toBe(true);
});
