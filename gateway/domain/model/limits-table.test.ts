import { describe, expect, it } from 'vitest';
import { limitsFrom } from './limits-table.ts';

const find = limitsFrom([
  ['one two-mini', 400_000, 128_000, 272_000],
  ['two', 128_000, 16_384],
  ['two-2024-05-13', 128_000, 4_096],
  ['three-latest', 1_000, undefined],
  ['Vendor/Four', undefined, 8_000],
]);

describe('the maxima of a model', () => {
  it.each([
    ['one', { context: 400_000, input: 272_000, output: 128_000 }],
    ['two-mini', { context: 400_000, input: 272_000, output: 128_000 }],
    ['two', { context: 128_000, output: 16_384 }],
    ['two-2026-01-15', { context: 128_000, output: 16_384 }],
    ['two-20260115', { context: 128_000, output: 16_384 }],
    ['two@20260115', { context: 128_000, output: 16_384 }],
    ['two-latest', { context: 128_000, output: 16_384 }],
    // A snapshot that differs has a row of its own.
    ['two-2024-05-13', { context: 128_000, output: 4_096 }],
    ['three-latest', { context: 1_000 }],
    ['vendor/four', { output: 8_000 }],
    ['ONE', { context: 400_000, input: 272_000, output: 128_000 }],
  ])('%s', (model, limits) => expect(find(model)).toEqual(limits));

  it.each([
    'two-max',
    'two-',
    'tw',
    'twofold',
    'a-two',
    'two-2024',
    'two-05-13',
    'two-20240',
    'two-1234-56-78',
    'two-2026-01-15-fast',
    'two-latest-latest',
    'three',
    '',
    ' ',
    'one two-mini',
    'toString',
    '__proto__',
  ])('is not guessed from the beginning of a name: %j', (model) => expect(find(model)).toBeUndefined());
});
