import { expect, it } from 'vitest';
import { figuresTable, roomForNames } from './figures-table.ts';

const rows = [
  ['MODEL', 'REQUESTS', 'COST'],
  ['gpt-5', '1,204', '$37.59'],
  ['claude-haiku-4-5-20251001', '7', '$0.0012'],
] as const;

it('figures stand at the right, names at the left', () => {
  expect(figuresTable(rows, 80).toString()).toBe(
    [
      'MODEL                      REQUESTS     COST',
      'gpt-5                         1,204   $37.59',
      'claude-haiku-4-5-20251001         7  $0.0012',
    ].join('\n'),
  );
});

it('a name that does not fit loses its middle, and never all of it', () => {
  const lines = figuresTable(rows, 36).toString().split('\n');
  expect(lines.at(-1)).toBe('claude-ha…20251001         7  $0.0012'.replace('claude-ha…', 'claude-h…'));
  expect(Math.max(...lines.map(({ length }) => length))).toBe(36);
  expect(roomForNames(rows, 36)).toBe(17);
  expect(figuresTable(rows, 10).toString()).toContain('claude…51001');
});

it('what is hidden in a name is shown', () => {
  expect(
    figuresTable(
      [
        ['A', 'B'],
        ['x\u001b[2Jy', '1'],
      ],
      80,
    ).toString(),
  ).toContain('\\x1b');
});
