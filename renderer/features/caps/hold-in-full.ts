import type { CapRow } from './cap-row.ts';

/** Is every request under these caps held in full? One of them is enough for that. */
export function holdsInFull(rows: readonly Pick<CapRow, 'hold'>[]): boolean {
  return rows.some(({ hold }) => hold === 'full');
}

/** The same caps, each of them holding in full, or none. */
export function holdInFull(rows: readonly CapRow[], inFull: boolean): readonly CapRow[] {
  return rows.map(({ hold: _hold, ...row }) => (inFull ? { ...row, hold: 'full' } : row));
}

/** The caps without one of them. What was held in full still is. */
export function withoutRow(rows: readonly CapRow[], id: number): readonly CapRow[] {
  const rest = rows.filter((row) => row.id !== id);
  return holdsInFull(rows) && !holdsInFull(rest) ? holdInFull(rest, true) : rest;
}
