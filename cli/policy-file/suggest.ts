/** ` Did you mean "caps"?` for what is nearly one of the known names, else nothing. */
export function didYouMean(text: string, known: readonly string[]): string {
  const wanted = text.toLowerCase();
  const near = known
    .map((name) => ({ name, distance: distanceOf(wanted, name.toLowerCase()) }))
    .toSorted((one, other) => one.distance - other.distance)[0];
  // Cut off or with something added (`cap`, `rotateDays`) is as near as a slip of the finger.
  const begins = known.find(
    (name) => wanted.length > 2 && (name.toLowerCase().startsWith(wanted) || wanted.startsWith(name.toLowerCase())),
  );
  const found = near && near.distance <= Math.max(1, Math.floor(wanted.length / 3)) ? near.name : begins;
  return found === undefined ? '' : ` Did you mean "${found}"?`;
}

/** Letters to insert, remove or replace to get from one text to the other, neighbours swapped counting once. */
function distanceOf(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= from.length; row += 1) {
    rows[row] = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const cost = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped =
        from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
          ? cell(row - 2, column - 2) + 1
          : Number.POSITIVE_INFINITY;
      rows[row]?.push(
        Math.min(cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + cost, swapped),
      );
    }
  }
  return cell(from.length, to.length);
}
