/** One line of a difference: kept, taken away or added. */
type DiffLine = readonly [' ' | '-' | '+', string];

const CONTEXT = 3;
/** Above this many pairs of lines the middle is shown as replaced whole. */
const MAX_CELLS = 4_000_000;

/** A unified difference without file names: hunks with three lines around each change. Empty when nothing differs. */
export function lineDiff(before: string, after: string): string {
  const lines = compare(splitLines(before), splitLines(after));
  const shown = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(([sign]) => sign !== ' '),
  );
  const text: string[] = [];
  let old = 1;
  let next = 1;
  for (const [index, [sign, line]] of lines.entries()) {
    if (shown[index] === true) {
      if (shown[index - 1] !== true) text.push(`@@ line ${Math.max(old, next)} @@`);
      text.push(`${sign}${line}`);
    }
    if (sign !== '+') old += 1;
    if (sign !== '-') next += 1;
  }
  return text.join('\n');
}

function splitLines(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

function compare(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  const keep = (lines: readonly string[]): readonly DiffLine[] => lines.map((line) => [' ', line]);
  const middle = longestCommon(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [...keep(before.slice(0, head)), ...middle, ...keep(before.slice(before.length - tail))];
}

/** The shortest way from one list of lines to the other. */
function longestCommon(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  if (before.length * after.length > MAX_CELLS)
    return [...before.map((line): DiffLine => ['-', line]), ...after.map((line): DiffLine => ['+', line])];
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const mine = before[row];
    const theirs = after[column];
    if (mine !== undefined && mine === theirs) {
      lines.push([' ', mine]);
      row += 1;
      column += 1;
    } else if (mine !== undefined && (theirs === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push(['-', mine]);
      row += 1;
    } else {
      lines.push(['+', theirs ?? '']);
      column += 1;
    }
  }
  return lines;
}
