import { expect, it } from 'vitest';
import { amountFault, capFault } from './cap-fault.ts';

it.each([
  ['-5/day', 'more than $0'],
  ['0/day', 'more than $0'],
  ['5', 'a window is missing'],
  ['5,50/day', '5.50'],
  ['1,000/day', 'leave the commas out: 1000'],
  ['€5/day', 'US dollars'],
  ['5 USD/day', 'leave the currency out'],
  ['1e9/day', 'write the number out'],
  ['100000000/day', 'at most $9,007,199'],
  ['9999999/day', 'at most $9,007,199'],
  ['0.0000000001/day', 'at least $0.000000001'],
  ['5/fortnight', 'no window "fortnight". Windows: hour, day, week, month, total'],
  ['5/rolling-total', 'a total cannot be rolling'],
  ['5/day/half', 'can only be /full'],
  ['5/day/full/x', 'too much'],
  ['/day', 'an amount is missing'],
  ['five/day', '"five" is no amount of dollars'],
])('says what is wrong with %s', (text, why) => {
  expect(capFault(text)).toContain(why);
});

it.each(['5/day', '0.25/rolling-hour', '$20/total', '5/day/full'])('finds nothing wrong with %s', (text) => {
  expect(capFault(text)).toBeUndefined();
});

it('says the same of an amount alone', () => {
  expect([amountFault('2'), amountFault('2,5')]).toEqual([undefined, 'write the decimals behind a point: 2.5.']);
});
