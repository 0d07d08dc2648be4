/*
 * Names come from anywhere: a tool names its model, a repository its folder, a provider words its error. On a screen
 * such a text must not move the cursor, turn the reading direction around, hide what follows or look like a line of
 * ours.
 */

/**
 * Characters that a screen does not show as such: control characters (C0, DEL, C1), line and paragraph
 * separators, formats (bidi, zero width, tags), halves of a surrogate pair, and whatever Unicode lets a screen ignore.
 * A variation selector stays where it belongs: behind an emoji or another variation of a pictograph.
 */
const HIDDEN =
  /(?<!\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]/gu;
/** Text that reads like one of our escapes: its backslash is written as one, so that an escape is always an escape. */
const LOOKS_ESCAPED = /\\(?=x[0-9a-f]{2}|u[0-9a-f]{4}|u\{)/g;

/** One hidden character, visibly: `\x1b`, `\u202e`, `\u{e0041}`. */
function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
  return code < 0x1_0000 ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`;
}

/**
 * A text from elsewhere as one line that a person can trust: what is hidden in it is written out (`\x1b`, `\x0a`,
 * `\u202e`). The original can be told from it: a text that only looks like an escape gets its backslash written as
 * `\x5c`.
 */
export function visibleText(text: string): string {
  return text.replace(LOOKS_ESCAPED, String.raw`\x5c`).replace(HIDDEN, escapeCharacter);
}

/** The same for a text of several lines, such as a difference of two files: its line breaks and tabs stay. */
export function visibleLines(text: string): string {
  return text.replace(/[^\n\t]+/g, visibleText);
}

/** Writes out what must never reach a screen, and nothing else: the last pass over text that is composed already. */
export function withoutHidden(text: string): string {
  return text.replace(/[^\n\t]+/g, oneLine);
}

/** The same where there is one line only: a menu, a title. */
export function oneLine(text: string): string {
  return text.replace(HIDDEN, escapeCharacter);
}

/**
 * Letters that are read from right to left, and what stands between two of them: Hebrew, Arabic and their relatives.
 */
const FROM_RIGHT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]+(?:[ \p{M}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]+)*/gu;

/**
 * Keeps a name that is read from the right from turning the amounts beside it around, where nothing is known of where
 * it begins: puts the pair of marks around it that is made for that. For windows and menus; a terminal may show the
 * marks.
 */
export function isolated(text: string): string {
  return text.replace(FROM_RIGHT, (name) => `\u2068${name}\u2069`);
}

/**
 * A name as it stands in a sentence or a menu: on one line, visible, at most `longest` characters; what is cut off
 * ends with `…`. An escape is not cut in its middle.
 */
export function clippedName(name: string, longest: number): string {
  return clipped(visibleText(name), longest);
}

/** Visible text of at most `longest` characters: neither an escape nor a letter with its marks is torn. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let clipped = '';
  for (const [piece] of text.matchAll(PIECES)) {
    if (clipped.length + piece.length > longest - 1) break;
    clipped += piece;
  }
  return `${clipped}…`;
}

/** An escape, or one character with the marks on it. */
const PIECES = /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|u\{[0-9a-f]+\})|[^\p{M}]\p{M}*|\p{M}+/gu;

/** Longer than any model's name; a sentence that pretends to be ours needs more. */
const LONGEST_QUOTE = 60;

/** A name between quotation marks that it cannot close: what stands in them is not said by us. */
export function quotedName(name: string, longest = LONGEST_QUOTE): string {
  return `"${clippedName(name.replaceAll('"', "'"), longest)}"`;
}

/** JSON that is as safe on a screen as text: what is hidden is written `\u202e`. It reads back as the same value. */
export function jsonText(value: unknown): string {
  // Outside of its texts JSON has nothing that is hidden.
  return replaceHidden(JSON.stringify(value) ?? 'null', (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/** Replaces what is hidden in another notation's own way. */
export function replaceHidden(text: string, write: (character: string) => string): string {
  return text.replace(HIDDEN, write);
}
