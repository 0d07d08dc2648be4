import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitColumns } from './fit-columns.ts';
import { textWidth } from './text-width.ts';

const rows = (...texts: readonly (readonly string[])[]) => texts.map((row) => row.map((text) => ({ text })));

it('folds the longest cells between words, and leaves ids whole', () => {
  const table = rows(
    ['ID', 'WHY'],
    ['key_ab12cd34ef56', 'the cap of the sub-key of Claude Code has no room for the next request'],
  );
  expect(fitColumns(table, 50)).toEqual([
    'ID                WHY',
    'key_ab12cd34ef56  the cap of the sub-key of Claude',
    '                  Code has no room for the next',
    '                  request',
  ]);
});

it('is as wide as it needs to be where there is room', () => {
  expect(fitColumns(rows(['A', 'B'], ['one', 'two']), 80)).toEqual(['A    B', 'one  two']);
});

it('is never wider than the screen, and loses nothing', () => {
  const cell = fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  const row = fc.array(cell, { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (texts) => {
      const lines = fitColumns(rows(...texts), 80);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(80);
      const letters = (text: string): string => Array.from(text.replaceAll(/\s/g, '')).toSorted().join('');
      expect(letters(lines.join(''))).toBe(letters(texts.flat().join('')));
    }),
  );
});
