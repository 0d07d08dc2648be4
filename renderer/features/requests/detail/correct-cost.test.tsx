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
  const gateway = { usage: { correct: asked }, reconcile: { last: () => Promise.resolve([]) } };
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

const BILL = {
  title: 'OpenAI',
  at: 0,
  month: '2026-11',
  total: { billed: 0, own: 0, difference: 0, percent: null },
  openDays: 0,
  failed: null,
};

test('an estimate is settled with its day from the bill of its provider, with one click', async () => {
  const settle = vi.fn(() => Promise.resolve({ requests: 2, before: 3_000_000_000, after: 1_000_000_000 }));
  const last = () => Promise.resolve([{ ...BILL, provider: request.provider, tellsDays: true }]);
  const onClose = vi.fn();
  const guess = { ...request, certainty: 'assumed' as const, startedAt: Date.parse('2026-11-09T23:59:59Z') };
  const { toasts } = draw(<CorrectCostDialog request={guess} onClose={onClose} />, aState(), {
    reconcile: { last, settle },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Settle 2026-11-09 from the bill of OpenAI' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(settle).toHaveBeenCalledWith({ provider: request.provider, day: '2026-11-09' });
  expect(toasts).toEqual([{ text: '2 requests now count $1.00 instead of $3.00.' }]);
});

test.each([
  ['an exact cost', 'exact', true],
  ['a provider that tells no days', 'estimated', false],
] as const)('%s is not', async (_name, certainty, tellsDays) => {
  const last = vi.fn(() => Promise.resolve([{ ...BILL, provider: request.provider, tellsDays }]));
  draw(<CorrectCostDialog request={{ ...request, certainty }} onClose={vi.fn()} />, aState(), { reconcile: { last } });
  await waitFor(() => expect(last).toHaveBeenCalled());
  await Promise.resolve();
  expect(screen.queryByRole('button', { name: /Settle/ })).toBeNull();
});

test('a list that was read before shows what was set since', () => {
  const now = { ...request, cost: nanodollarsOf(5), basis: 'corrected' as const };
  expect(withCorrections([aRequest(2, 1), request], [now])).toEqual([aRequest(2, 1), now]);
  expect(withCorrections([request], [])).toEqual([request]);
});
