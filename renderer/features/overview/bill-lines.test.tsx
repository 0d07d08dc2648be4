// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { BillLines } from './bill-lines.tsx';

const BILL = {
  provider: 'openai',
  title: 'OpenAI',
  at: 0,
  month: '2026-11',
  openDays: 2,
  tellsDays: true,
  failed: null,
};
function figures(billed: number, own: number) {
  const percent = billed === 0 ? null : (100 * Math.abs(billed - own)) / billed;
  return { billed, own, difference: billed - own, percent };
}
function show(...bills: readonly object[]): void {
  const last = vi.fn(() => Promise.resolve(bills));
  draw(<BillLines />, aState({}), { reconcile: { last } } satisfies FakeGateway);
}

test('what the provider says of the month stands beside what Purser has', async () => {
  show({ ...BILL, total: figures(41_200_000_000, 41_180_000_000) });
  expect((await screen.findByTestId('bills')).textContent).toBe(
    'OpenAI says $41.20 for November 2026, Purser has $41.18: 0.05% apart, 2 days not final.',
  );
});

test.each([
  ['they agree', figures(5e9, 5e9), 'OpenAI and Purser both say $5.00 for November 2026, 2 days not final.'],
  ['nothing is billed', figures(0, 5e9), 'OpenAI says $0.00 for November 2026, Purser has $5.00, 2 days not final.'],
  [
    'they are a hair apart',
    figures(500_000_000_000, 500_000_000_001),
    'OpenAI says $500.00 for November 2026, Purser has $500.00: less than 0.01% apart, 2 days not final.',
  ],
  [
    'they are far apart',
    figures(4e9, 3e9),
    'OpenAI says $4.00 for November 2026, Purser has $3.00: 25% apart, 2 days not final.',
  ],
])('the line where %s', async (_name, total, sentence) => {
  show({ ...BILL, total });
  expect((await screen.findByTestId('bills')).textContent).toBe(sentence);
});

test('a bill that could not be read again says so, and how to see why', async () => {
  show({ ...BILL, openDays: 0, failed: 'no', total: figures(1e9, 1e9) });
  expect((await screen.findByTestId('bills')).textContent).toBe(
    'OpenAI and Purser both say $1.00 for November 2026. The bill could not be read last time: ' +
      '`purser reconcile openai`',
  );
});

test('where no bill was read there is nothing', async () => {
  show();
  await Promise.resolve();
  expect(document.body.textContent).toBe('');
});
