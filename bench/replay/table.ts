/** Rows in columns: the first to the left, numbers and what follows to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell)),
  );
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

/** Nano-dollars, with as many digits as tell something. */
export function usd(nanodollars: number): string {
  const dollars = nanodollars / 1e9;
  return `$${dollars >= 100 ? dollars.toLocaleString('en-US', { maximumFractionDigits: 0 }) : dollars.toPrecision(3)}`;
}

/** How many there are of each, the most first. */
export function countBy<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly (readonly [name: string, items: readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups].toSorted(([, left], [, right]) => right.length - left.length);
}
