import { expect, test } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { columnText, costText, moneyText, shortText } from './money-text.ts';

const amounts = (...dollars: readonly number[]) => dollars.map((each) => nanodollarsOf(Math.round(each * 1e9)));
const [CENTS, BIG] = amounts(0.02, 1_234.5);

test.each([
  [0.02, '$0.0200'],
  [0.00051, '$0.0006'],
  [0.0000083, '$0.0001'],
  [0, '$0.0000'],
  [1234.5, '$1,234.5000'],
])('%d in a column of costs is %s', (dollars, text) => {
  const [amount] = amounts(dollars);
  expect(amount !== undefined && costText(amount)).toBe(text);
});

test('a column has the decimals of its finest amount, four at most', () => {
  const written = (...dollars: readonly number[]) => amounts(...dollars).map(columnText(amounts(...dollars)));
  expect(written(0.88, 10)).toEqual(['$0.88', '$10.00']);
  expect(written(0.88, 0.0084)).toEqual(['$0.8800', '$0.0084']);
  expect(written(0.88, 0.00000083)).toEqual(['$0.8800', '$0.0001']);
});

test('what is not the same does not look the same beside each other', () => {
  const [spent, cap] = amounts(0.0466, 0.05);
  if (spent === undefined || cap === undefined) throw new Error('two amounts');
  expect(columnText([spent])(spent)).toBe('$0.05');
  expect(columnText([spent], [[spent, cap]])(spent)).toBe('$0.047');
});

test('outside of a column an amount is as short as it can be', () => {
  expect([CENTS, BIG].map((amount) => amount !== undefined && moneyText(amount))).toEqual(['$0.02', '$1,234.50']);
});

test.each([
  [0, '$0.00'],
  [18_000, '$0.01'],
  [12_345_000_000, '$12.35'],
  [319_400_000_000, '$319'],
  [1_234_560_000_000, '$1.2K'],
])('%i nanodollars in a small box are %s', (amount, text) => {
  expect(shortText(nanodollarsOf(amount))).toBe(text);
});
