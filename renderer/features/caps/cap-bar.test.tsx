// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { capViewSchema } from '../../../shared/contract/views.ts';
import { CapBar } from './cap-bar.tsx';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const DAY = {
  window: 'day',
  rolling: false,
  amount: 5_000_000_000,
  raisedBy: 0,
  spent: 1_200_000_000,
  reserved: 0,
  resetsAt: NOW + 12 * 3_600_000,
};
afterEach(cleanup);

test.each([
  ['calm', {}, '$1.20 of $5.00 today', 'resets at 00:00'],
  ['nearly used up', { spent: 4_500_000_000 }, '$4.50 of $5.00 today', '$0.50 left, resets at 00:00'],
  ['held by what runs', { reserved: 300_000_000 }, '$1.20 of $5.00 today', '$0.30 held by running requests'],
  [
    'raised',
    { amount: 10_000_000_000, raisedBy: 5_000_000_000 },
    '$1.20 of $10.00 today',
    'resets at 00:00, raised by $5.00 for today',
  ],
  ['held in full', { hold: 'full' }, '$1.20 of $5.00 today', 'resets at 00:00, requests held in full'],
  ['rolling', { rolling: true, resetsAt: null }, '$1.20 of $5.00 in the last 24 hours', 'rolling'],
  ['in total', { window: 'total', resetsAt: null }, '$1.20 of $5.00 in total', 'never resets'],
])('a cap that is %s', (_name, changes, used, tail) => {
  const { container } = render(<CapBar cap={capViewSchema.parse({ ...DAY, ...changes })} now={NOW} timeZone="UTC" />);
  expect([...container.querySelectorAll('.cap-words > span')].map(({ textContent }) => textContent)).toEqual([
    used,
    tail,
  ]);
  // The amount that was spent stands out, wherever the language puts it.
  expect(container.querySelector('strong')?.textContent).toBe(used.split(' ')[0]);
  expect(screen.getByRole('progressbar', { name: used })).toBeTruthy();
});
