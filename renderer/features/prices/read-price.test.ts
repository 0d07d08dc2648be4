import { expect, test } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { readPrice, textsOf } from './read-price.ts';

const texts = {
  model: ' my-model ',
  provider: 'openai',
  input: '2.50',
  output: '$10',
  cacheRead: '0.25',
  cacheWrite: '',
};

test('reads dollars per million tokens to the last nano-dollar, and writes them as they were', () => {
  const read = readPrice(texts);
  const price = {
    model: 'my-model',
    provider: providerNameSchema.parse('openai'),
    input: nanodollarsOf(2_500_000_000),
    output: nanodollarsOf(10_000_000_000),
    cacheRead: nanodollarsOf(250_000_000),
    cacheWrite: null,
    assumed: false,
  };
  expect(read).toEqual({ price });
  expect(textsOf(price)).toEqual({
    model: 'my-model',
    provider: 'openai',
    input: '2.50',
    output: '10',
    cacheRead: '0.25',
    cacheWrite: '',
  });
  expect(textsOf(undefined)).toEqual({ model: '', provider: '', input: '', output: '', cacheRead: '', cacheWrite: '' });
});

test.each([
  [{ model: '' }, 'Enter the model, by the name that the tool sends.'],
  [{ output: '' }, 'Enter a price for input and output. It may be 0.'],
  [{ input: 'two' }, 'Enter a price of $0 or more, such as 2.50.'],
  [{ cacheRead: '-1' }, 'Enter a price of $0 or more, such as 2.50.'],
])('%o', (changes, problem) => {
  expect(readPrice({ ...texts, ...changes })).toEqual({ problem });
});
