import { expect, test } from 'vitest';
import { nanodollarsOf } from '../../../../shared/money.ts';
import { pricesText } from './prices-text.ts';
import { linesOf, readPrices } from './read-prices.ts';

const prices = [
  { tools: 'search_*', call: nanodollarsOf(10_000_000), unit: { argument: 'pages', price: nanodollarsOf(2_000_000) } },
  { tools: '*', call: nanodollarsOf(0), unit: null },
];

test('prices go through the form unchanged', () => {
  expect(readPrices(linesOf(prices))).toEqual({ prices });
  expect(pricesText(prices)).toBe('search_*: $0.01 a call and $0.002 for each of pages; *: $0.00 a call');
});

test('an empty line says nothing, and a price by the unit alone makes the call itself free', () => {
  expect(readPrices(linesOf([]))).toEqual({ prices: [] });
  expect(readPrices([{ id: 0, tools: 'scan', call: '', argument: 'pages', unit: '0.5' }])).toEqual({
    prices: [{ tools: 'scan', call: 0, unit: { argument: 'pages', price: 500_000_000 } }],
  });
});

test.each([
  [{ call: '1' }, 'Line 1: enter the tools, such as search_* or *.'],
  [{ tools: '*' }, 'Line 1: enter an amount of $0 or more, such as 0.01.'],
  [{ tools: '*', call: '-1' }, 'Line 1: enter an amount of $0 or more, such as 0.01.'],
  [{ tools: '*', call: '1', unit: '1' }, 'Line 1: a price by the unit needs both the argument and its price.'],
  [{ tools: '*', call: '1', argument: 'n' }, 'Line 1: a price by the unit needs both the argument and its price.'],
  [{ tools: '*', call: '1', argument: 'n', unit: 'x' }, 'Line 1: enter an amount of $0 or more, such as 0.01.'],
])('%j is not taken', (changes, problem) => {
  expect(readPrices([{ id: 0, tools: '', call: '', argument: '', unit: '', ...changes }])).toEqual({ problem });
});
