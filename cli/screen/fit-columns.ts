import { styled } from './style.ts';
import type { Style } from './style.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

interface FittedCell {
  readonly text: string;
  readonly style?: Style;
}

const GAP = 2;
/** A word longer than this may be broken where nothing else helps. */
const LONGEST_WORD = 22;

/** Lays rows out in columns of at most `width` together: long cells go on in lines below. Nothing is cut. */
export function fitColumns(rows: readonly (readonly FittedCell[])[], width: number): readonly string[] {
  const widths = columnWidths(rows, width);
  return rows.flatMap((row) => {
    const parts = widths.map((columns, at) => wrapText(row[at]?.text ?? '', columns));
    const height = Math.max(1, ...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((columns, at) =>
          pad(parts[at]?.[line] ?? '', { columns, style: row[at]?.style, last: at === widths.length - 1 }),
        )
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  });
}

/** As wide as each column wants to be; where that is too much, the widest give way, down to their longest word. */
function columnWidths(rows: readonly (readonly FittedCell[])[], width: number): readonly number[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const column = (at: number): readonly string[] => rows.map((row) => row[at]?.text ?? '');
  const widths = Array.from({ length: count }, (_, at) => Math.max(0, ...column(at).map(textWidth)));
  const words = Array.from({ length: count }, (_, at) =>
    Math.max(
      1,
      ...column(at).flatMap((text) => text.split(' ').map((word) => Math.min(LONGEST_WORD, textWidth(word)))),
    ),
  );
  const room = width - GAP * (count - 1);
  const shrink = (least: readonly number[]): void => {
    for (let over = sum(widths) - room; over > 0; over -= 1) {
      const widest = widths.reduce(
        (best, columns, at) => (slack(columns, least[at]) > slack(widths[best], least[best]) ? at : best),
        0,
      );
      if (slack(widths[widest], least[widest]) <= 0) return;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  };
  shrink(words);
  shrink(words.map(() => 4));
  return widths;
}

/** How much a column can give: one that has reached its least gives nothing. */
function slack(columns = 0, least = 0): number {
  return columns > least ? columns : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

interface Place {
  readonly columns: number;
  readonly style: Style | undefined;
  readonly last: boolean;
}

function pad(text: string, { columns, style, last }: Place): string {
  const space = last ? '' : ' '.repeat(Math.max(0, columns - textWidth(text)));
  return `${style === undefined ? text : styled(style, text)}${space}`;
}
