import { expect, test } from 'vitest';
import { collectPrice } from './price.ts';

test('a price is for tools, by the call and by the unit', () => {
  expect(collectPrice('search=0.01+0.002/pages', collectPrice('*=0'))).toEqual([
    { tools: '*', call: 0, unit: null },
    { tools: 'search', call: 10_000_000, unit: { argument: 'pages', price: 2_000_000 } },
  ]);
});

test.each(['0.01', '*=', '*=-1', 'x=1+', 'x=1+2'])('%s is no price', (text) => {
  expect(() => collectPrice(text)).toThrow('A price is TOOLS=USD');
});
