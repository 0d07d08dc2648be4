import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findRepeatedAnywhere } from './find-repeated.ts';

it.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', undefined],
  ['{"a":{"max":1,"max":9}}', 'max'],
  ['{"a":[[{"b":1,"c":[],"b":2}]]}', 'b'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"a":"a","b":["a","a"],"c":"\\"c\\":"}', undefined],
  ['{"a":{"x":{}},"a":1}', 'a'],
  ['{"__proto__":1,"x":{"__proto__":1,"__proto__":2}}', '__proto__'],
  ['{}', undefined],
])('%s: %s', (text, name) => expect(findRepeatedAnywhere(text)).toBe(name));

it('finds nothing in what was written from a value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(findRepeatedAnywhere(JSON.stringify({ value }))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

it('reads what is very deep', () => {
  expect(findRepeatedAnywhere(`${'[{"a":'.repeat(200_000)}{"b":1,"b":2}${'}]'.repeat(200_000)}`)).toBe('b');
});
