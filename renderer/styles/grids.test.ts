import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '..');

/** Their columns come with the data. */
const ELSEWHERE = ['.spend-line'];

/** @returns selectors of grids that leave the width of their column to its longest word */
function widenedByWords(css: string): readonly string[] {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\/|@import[^;]*;/g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules].flatMap(([, selector = '', body = '']) => {
    const named = selector.trim();
    const open = /display:\s*grid\b/.test(body) && !body.includes('grid-template');
    return open && !ELSEWHERE.includes(named) ? [named] : [];
  });
}

it('every grid says how wide its columns are: one that does not grows with its longest word, out of the page', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  expect(files.length).toBeGreaterThan(10);
  const found = files.flatMap((file) =>
    widenedByWords(readFileSync(join(renderer, file), 'utf8')).map((selector) => `${file}: ${selector}`),
  );
  expect(found).toEqual([]);
});

it('finds one', () => {
  expect(
    widenedByWords(
      '/* .a { display: grid; } */ .b { display: grid; gap: 4px; } .c { display: grid; grid-template-columns: 1fr; }',
    ),
  ).toEqual(['.b']);
});
