// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SubKeyView } from '../../../shared/contract/views.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { AllowUnknown } from './allow-unknown.tsx';

const REFUSED: NonNullable<SubKeyView['lastRefusal']> = {
  at: 1,
  rule: 'price',
  provider: 'openai',
  model: 'gpt-9',
  message:
    'Purser does not know the price of "gpt-9" at OpenAI. Allow it at the dearest price of its family: purser price ' +
    'allow "gpt-9" --provider openai.',
};

test('allows a model in one click, says at which price, and is gone', async () => {
  const asked: unknown[] = [];
  const price = {
    model: 'gpt-9',
    provider: 'openai',
    input: 150_000_000_000,
    output: 600_000_000_000,
    cacheRead: null,
    cacheWrite: null,
    assumed: true,
  };
  const { toasts } = draw(<AllowUnknown refusal={REFUSED} />, aState({}), {
    prices: {
      allowUnknown: (input: unknown) => {
        asked.push(input);
        return Promise.resolve(price);
      },
    },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Allow gpt-9 at the dearest price of its family' }));
  await act(async () => undefined);
  expect([asked, toasts.map(({ text }) => text)]).toEqual([
    [{ provider: 'openai', model: 'gpt-9' }],
    ['gpt-9 is counted at $150.00 in and $600.00 out per million tokens, marked as assumed.'],
  ]);
  expect(screen.queryByRole('button')).toBeNull();
});

test('says why it cannot', async () => {
  draw(<AllowUnknown refusal={REFUSED} />, aState({}), {
    prices: { allowUnknown: () => Promise.reject(new Error('no')) },
  });
  fireEvent.click(screen.getByRole('button'));
  await act(async () => undefined);
  expect(screen.getByRole('alert').textContent).not.toBe('');
});

test.each([
  ['of a cap', { ...REFUSED, rule: 'cap' }],
  [
    'of something else that has no price',
    { ...REFUSED, message: 'Purser knows no price for audio of "gpt-9" at OpenAI.' },
  ],
  ['at the door', { ...REFUSED, model: null }],
])('offers nothing for a refusal %s', (_what, refusal) => {
  draw(<AllowUnknown refusal={refusal} />, aState({}));
  expect(screen.queryByRole('button')).toBeNull();
});
