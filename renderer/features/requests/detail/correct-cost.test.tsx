// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { nanodollarsOf } from '../../../../shared/money.ts';
import { aRequest, aState } from '../../../state/testing.ts';
import { draw } from '../../../ui/testing.tsx';
import { CorrectCostDialog } from './correct-cost-dialog.tsx';
import { withCorrections } from '../with-corrections.ts';

const request = aRequest(1, 1);
function open(correct: (input: object) => Promise<object>) {
  const asked = vi.fn(correct);
  const onClose = vi.fn();
  const gateway = { usage: { correct: asked } };
  const { toasts } = draw(<CorrectCostDialog request={request} onClose={onClose} />, aState(), gateway);
  const set = (text: string): void => {
    fireEvent.change(screen.getByLabelText('Cost in dollars'), { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Set cost' }));
  };
  return { asked, onClose, toasts, set };
}

test.each([
  ['0.0231', 23_100_000, '$0.02'],
  ['0', 0, '$0.00'],
  ['$12', 12_000_000_000, '$12.00'],
])('%s dollars are set, whatever was counted before', async (typed, cost, shown) => {
  const { asked, onClose, toasts, set } = open(() => Promise.resolve({}));
  expect(screen.getByLabelText<HTMLInputElement>('Cost in dollars').value).toBe('0.01');
  set(typed);
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(asked).toHaveBeenCalledWith({ id: request.id, cost });
  expect(toasts).toEqual([{ text: `This request now counts as ${shown}.` }]);
});

test.each(['', 'much', '-1'])('%j is said to be no amount, and nothing is sent', (typed) => {
  const { asked, set } = open(() => Promise.resolve({}));
  set(typed);
  expect(screen.getByRole('alert').textContent).toBe('Enter an amount of $0 or more, such as 0.0231.');
  expect(asked).not.toHaveBeenCalled();
});

test('what the gateway refuses is said, and the dialog stays', async () => {
  const { onClose, set } = open(() => Promise.reject(new Error('boom')));
  set('1');
  await screen.findByRole('alert');
  expect(onClose).not.toHaveBeenCalled();
});

test('a list that was read before shows what was set since', () => {
  const now = { ...request, cost: nanodollarsOf(5), basis: 'corrected' as const };
  expect(withCorrections([aRequest(2, 1), request], [now])).toEqual([aRequest(2, 1), now]);
  expect(withCorrections([request], [])).toEqual([request]);
});
