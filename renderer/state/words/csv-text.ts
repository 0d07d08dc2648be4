import { oneLine } from '../../../shared/visible-text.ts';

/** Rows as comma-separated values, as RFC 4180 has them. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * Quoted where it must be, on one line, with what is hidden written out. A name that begins like a formula would be run
 * by a spreadsheet, so it gets a quote in front: full-width signs and spaces in front of one count too.
 * A number with decimals may begin with a minus.
 */
function cell(text: string): string {
  const shown = oneLine(text);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(shown) && !/^-\d+\.\d+$/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
