import { visibleLines, visibleText } from '../../shared/visible-text.ts';
import { textWidth } from './text-width.ts';

/**
 * Text of several lines for a terminal, made by {@link lines}, {@link table} and {@link block} alone. A plain text
 * beside it is one line: a line break in it came with a name, and is shown as `\x0a`.
 */
export class ScreenText {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static of(text: string): ScreenText {
    return new ScreenText(text);
  }

  toString(): string {
    return this.#text;
  }
}

/** The text as a terminal shows it. */
export function screenText(text: string | ScreenText): string {
  return typeof text === 'string' ? visibleText(text) : text.toString();
}

/** Lines, one below the other; an empty text is an empty line. */
export function lines(...parts: readonly (string | ScreenText)[]): ScreenText {
  return ScreenText.of(parts.map(screenText).join('\n'));
}

/** Parts with an empty line between them. */
export function paragraphs(...parts: readonly (string | ScreenText)[]): ScreenText {
  return ScreenText.of(parts.map(screenText).join('\n\n'));
}

/** A text that has lines itself, such as a difference of two files: only its line breaks and tabs stay. */
export function block(text: string): ScreenText {
  return ScreenText.of(visibleLines(text));
}

/** A table with columns as wide as they need to be. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): ScreenText {
  const cells = [headers, ...rows].map((row) => row.map(visibleText));
  const widths = headers.map((_, column) => Math.max(...cells.map((row) => textWidth(row[column] ?? ''))));
  const pad = (cell: string, column: number): string =>
    cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - textWidth(cell)));
  return ScreenText.of(cells.map((row) => row.map(pad).join('  ').trimEnd()).join('\n'));
}
