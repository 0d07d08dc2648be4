import { expect, test } from 'vitest';
import { readCaps } from './read-caps.ts';

test('reads one cap or both', () => {
  expect(readCaps({ day: '5', total: '' })).toEqual({ caps: [{ window: 'day', rolling: false, amount: 5_000_000_000 }] });
  expect(readCaps({ day: '', total: '$0.25' })).toEqual({ caps: [{ window: 'total', rolling: false, amount: 250_000_000 }] });
  expect(readCaps({ day: '5', total: '20' })).toMatchObject({ caps: [{ window: 'day' }, { window: 'total' }] });
});

test.each(['0', '-1', 'five', '1e3', '5,00'])('%s is no cap', (text) => {
  expect(readCaps({ day: text, total: '' })).toHaveProperty('problem');
});

test('no cap at all is refused', () => {
  expect(readCaps({ day: ' ', total: '' })).toEqual({ problem: 'Give at least one cap, such as 5 dollars a day.' });
});
