import { visibleLines, visibleText, withoutHidden } from '../../shared/visible-text.ts';
import { fitColumns } from './fit-columns.ts';
import { hintsAsTheyWork } from './invocation.ts';
import { plain, styled } from './style.ts';
import type { Style } from './style.ts';
import { screenWidth } from './screen-width.ts';

/**
 * Text of several lines for a terminal, made by {@link lines}, {@link table}, {@link inStyle} and {@link block} alone.
 * A plain text beside it is one line: a line break in it came with a name, and is shown as `\x0a`.
 */
export class ScreenText {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static of(text: string): ScreenText {
    return new ScreenText(text);
  }

  /** With its styles, for a terminal. */
  inColor(): string {
    return this.#text;
  }

  toString(): string {
    return plain(this.#text);
  }
}

/** The text as a terminal shows it, styles included. */
export function screenText(text: string | ScreenText): string {
  return typeof text === 'string' ? visibleText(hintsAsTheyWork(text)) : text.inColor();
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

/** The same for a text in which the gateway has written out what is hidden: that is not done twice. */
export function writtenOut(text: string): ScreenText {
  return ScreenText.of(withoutHidden(text));
}

/** A line in a style, which is shown on terminals only. */
export function inStyle(style: Style, text: string): ScreenText {
  return ScreenText.of(styled(style, screenText(text)));
}

/** What stands in a table: a text, or one in a style. */
export type Cell = string | { readonly text: string; readonly style: Style };

/** A table as wide as it needs to be; where the screen is narrower, long cells go on below themselves. */
export function table(headers: readonly string[], rows: readonly (readonly Cell[])[]): ScreenText {
  // A cell is a name as often as not: no hint is looked for in it.
  const cells = rows.map((row) => row.map(cellOf));
  const head = headers.map((text) => ({ text: visibleText(text), style: 'bold' as const }));
  return ScreenText.of(fitColumns(headers.length === 0 ? cells : [head, ...cells], screenWidth()).join('\n'));
}

function cellOf(cell: Cell): { readonly text: string; readonly style?: Style } {
  return typeof cell === 'string' ? { text: visibleText(cell) } : { text: visibleText(cell.text), style: cell.style };
}
