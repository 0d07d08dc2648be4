import { visibleText } from '../../shared/visible-text.ts';
import { ScreenText } from './screen-text.ts';
import { textWidth } from './text-width.ts';

const GAP = '  ';
/** A name is never cut to less. */
const SHORTEST_NAME = 12;

/** How much room a table leaves to its names: negative when there is none. */
export function roomForNames(rows: readonly (readonly string[])[], width: number): number {
  return (
    width -
    widthsOf(rows)
      .slice(1)
      .reduce((sum, column) => sum + column + GAP.length, 0)
  );
}

/**
 * A table of figures: the first column has names, cut in their middle where they do not fit, all others are figures
 * and stand at the right edge of their column. The first row is the head.
 */
export function figuresTable(rows: readonly (readonly string[])[], width: number): ScreenText {
  const room = Math.max(SHORTEST_NAME, roomForNames(rows, width));
  const cells = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cutMiddle(visibleText(cell), room) : cell)),
  );
  const widths = widthsOf(cells);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - textWidth(cell)));
        return column === 0 ? cell + space : space + cell;
      })
      .join(GAP)
      .trimEnd();
  return ScreenText.of(cells.map(line).join('\n'));
}

function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => textWidth(visibleText(row[column] ?? '')))));
}

/** `claude-…-20251001`: the beginning says which family, the end which version. */
function cutMiddle(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const letters = Array.from(text);
  const take = (list: readonly string[], room: number): string => {
    let taken = '';
    for (const letter of list) {
      if (textWidth(taken + letter) > room) break;
      taken += letter;
    }
    return taken;
  };
  const end = Array.from(take(letters.toReversed(), Math.floor((width - 1) / 2)))
    .toReversed()
    .join('');
  return `${take(letters, width - 1 - textWidth(end))}…${end}`;
}
