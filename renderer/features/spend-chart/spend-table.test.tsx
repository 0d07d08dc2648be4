// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import { aState } from '../../state/testing.ts';
import { draw, giveSize } from '../../ui/testing.tsx';
import { SpendTable } from './spend-table.tsx';

const FROM = Date.parse('2026-11-21T00:00:00Z');
const rows = Array.from({ length: 400 }, (_, index) => {
  const amount = nanodollarsOf(index * 10_000_000);
  return {
    at: FROM + index * 60_000,
    end: FROM + (index + 1) * 60_000,
    total: amount,
    byGroup: { a: amount },
    before: ZERO,
  };
});
const usd = (dollars: number) => nanodollarsOf(dollars * 1e9);
const groups = [
  { id: 'a', name: 'shop', fullName: '/home/me/shop', color: '' },
  { id: 'b', name: 'till', fullName: '/home/me/till', color: '' },
];
// No layout here, so the scrolling box is given a size.
beforeEach(() => {
  giveSize(320);
});
test('of many rows only those in sight are drawn, the newest first, and each says which one of all it is', () => {
  draw(<SpendTable rows={rows} timeZone="UTC" groups={groups} />, aState());
  const table = screen.getByRole('table', { name: 'Spend as a table' });
  // The first bucket had nothing.
  expect(table.getAttribute('aria-rowcount')).toBe('400');
  const [head, first, ...more] = within(table).getAllByRole('row');
  expect(more.length).toBeGreaterThan(5);
  expect(more.length).toBeLessThan(40);
  expect([...(head?.children ?? [])].map(({ textContent }) => textContent)).toEqual(['When', 'shop', 'till', 'Total']);
  expect(first?.getAttribute('aria-rowindex')).toBe('2');
  expect([...(first?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    'Sat 21 Nov, 06:39 to 06:40',
    '$3.99',
    '–',
    '$3.99',
  ]);
});

test('where not all columns fit, the others are one, and no amount is cut or out of sight', () => {
  giveSize(320, 560);
  const three = [...groups, { id: 'c', name: 'yard', fullName: 'yard', color: '' }];
  const byGroup = { a: usd(1), b: usd(2), c: usd(3) };
  const spent = [{ at: FROM, end: FROM + 60_000, total: usd(6), byGroup, before: ZERO }];
  draw(<SpendTable rows={spent} timeZone="UTC" groups={three} />, aState());
  const [head, first] = screen.getAllByRole('row');
  expect([...(head?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    'When',
    'shop',
    '2 others',
    'Total',
  ]);
  expect([...(first?.children ?? [])].slice(1).map(({ textContent }) => textContent)).toEqual([
    '$1.00',
    '$5.00',
    '$6.00',
  ]);
});

test('says so when nothing was spent', () => {
  draw(<SpendTable rows={rows.slice(0, 1)} timeZone="UTC" groups={groups} />, aState());
  expect(screen.getByText('Nothing was spent in this time.')).toBeTruthy();
});
