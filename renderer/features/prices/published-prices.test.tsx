// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PriceBookView } from '../../../shared/contract/price-views.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { PublishedPrices } from './published-prices.tsx';

const AT = Date.parse('2026-11-27T12:00:00Z');
const CHECK = { on: true, at: null, unreachable: [], news: [] };

/** Draws it on a gateway whose book is this; its switch works. */
async function published(book: PriceBookView): Promise<readonly boolean[]> {
  let current = book;
  const turned: boolean[] = [];
  draw(<PublishedPrices />, aState({}), {
    prices: {
      book: () => Promise.resolve(current),
      auto: ({ on }: { readonly on: boolean }) => {
        turned.push(on);
        current = { ...book, check: book.check && { ...book.check, on } };
        return Promise.resolve(current);
      },
    },
  });
  await act(async () => undefined);
  return turned;
}

test('says what is in use and what the last look found', async () => {
  await published({
    fetchedAt: null,
    secondFetchedAt: null,
    check: {
      ...CHECK,
      at: AT,
      unreachable: ['models.dev'],
      news: ['The price of a changed. Use the new one: `purser price update`'],
    },
  });
  expect(
    screen.getByText(/^Using the prices that came with Purser\. Last checked .*; models\.dev could not be reached\.$/),
  ).toBeDefined();
  expect(screen.getByText('purser price update').tagName).toBe('CODE');
});

test('has one switch', async () => {
  const turned = await published({ fetchedAt: AT, secondFetchedAt: AT, check: CHECK });
  expect(screen.getByText(/^Using the prices fetched .*\. Not checked yet\.$/)).toBeDefined();
  fireEvent.click(screen.getByRole('radio', { name: 'Never check' }));
  await act(async () => undefined);
  expect([turned, screen.getByRole('radio', { name: 'Never check', checked: true })]).toEqual([
    [false],
    expect.anything(),
  ]);
});

test('has none where nobody ever looks', async () => {
  await published({ fetchedAt: null, secondFetchedAt: null, check: null });
  expect(screen.queryByRole('radio')).toBeNull();
});
