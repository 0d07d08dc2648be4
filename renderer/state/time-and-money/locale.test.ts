import { afterEach, describe, expect, test } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { count } from '../../strings/en/count.ts';
import { clockTime, requestTime, tokenText } from './format.ts';
import { locale, localeFor, writeAs } from './locale.ts';
import { moneyText, readMoney } from './money-text.ts';

const BEFORE = locale;
afterEach(() => writeAs(BEFORE));

/** CLDR separates with spaces that do not break. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ').replace(/[ap]m/, (half) => half.toUpperCase());

describe.each([
  // Numbers are the person's own, dates are English as in their region.
  {
    languages: ['en-US'],
    price: '$1,234.50',
    small: '$0.0012',
    minus: '-$0.10',
    many: '1,204 requests',
    tokens: '12.3k',
    clock: '2:05 PM',
    day: 'Nov 20, 2:05 PM',
  },
  {
    languages: ['en-GB'],
    price: '$1,234.50',
    small: '$0.0012',
    minus: '-$0.10',
    many: '1,204 requests',
    tokens: '12.3k',
    clock: '14:05',
    day: '20 Nov, 14:05',
  },
  {
    languages: ['de-DE', 'en'],
    price: '1.234,50 $',
    small: '0,0012 $',
    minus: '-0,10 $',
    many: '1.204 requests',
    tokens: '12,3k',
    clock: '14:05',
    day: '20 Nov, 14:05',
  },
  {
    languages: ['de'],
    price: '1.234,50 $',
    small: '0,0012 $',
    minus: '-0,10 $',
    many: '1.204 requests',
    tokens: '12,3k',
    clock: '14:05',
    day: '20 Nov, 14:05',
  },
])('$languages', ({ languages, price, small, minus, many, tokens, clock, day }) => {
  const at = Date.parse('2026-11-20T14:05:09Z');
  test('numbers, money and times', () => {
    writeAs(localeFor(languages, 'en'));
    expect(
      [1_234_500_000_000, 1_200_000, -100_000_000].map((amount) => plain(moneyText(nanodollarsOf(amount)))),
    ).toEqual([price, small, minus]);
    expect(count(1204, 'request')).toBe(many);
    expect(tokenText(12_345)).toBe(tokens);
    expect(plain(clockTime(at, 'UTC'))).toBe(clock);
    expect(plain(requestTime(at, at + 86_400_000, 'UTC'))).toBe(day);
  });
});

test('an amount is read as the person types it', () => {
  writeAs(localeFor(['de-DE'], 'en'));
  expect(['0,50', '0.50', '5', '$5', '5 $', '5,00 $'].map(readMoney)).toEqual([5e8, 5e8, 5e9, 5e9, 5e9, 5e9]);
  expect(['1.000,50', '5,0,0', 'five', ''].map(readMoney)).toEqual([undefined, undefined, undefined, undefined]);
  writeAs(localeFor(['en-US'], 'en'));
  expect(['0.50', '$5'].map(readMoney)).toEqual([5e8, 5e9]);
  // Could be a thousand or one: asked again rather than guessed.
  expect(['0,50', '1,000'].map(readMoney)).toEqual([undefined, undefined]);
});

test('what is no language is passed over', () => {
  expect(localeFor(['C', 'x_y', 'fr-CH'], 'en')).toEqual({ numbers: 'fr-CH', words: 'en-CH' });
  expect(localeFor([], 'en')).toEqual(BEFORE);
});

test('counts have their plural', () => {
  expect([0, 1, 2].map((amount) => count(amount, 'request'))).toEqual(['0 requests', '1 request', '2 requests']);
  expect([1, 2].map((amount) => count(amount, 'entry', 'entries'))).toEqual(['1 entry', '2 entries']);
});
