import type { Count } from './vocabularies.ts';

/** A tokenizer takes quadratic time for letters, symbols or spaces in a row; a longer run counts as its bytes. */
const LONGEST_RUN = 256;

/** Counts the most tokens that a text can have, in linear time. */
export function countText(text: string, count: Count): number {
  let total = 0;
  let done = 0;
  for (const { start, end } of longRuns(text)) {
    total += countShort(text.slice(done, start), count) + Buffer.byteLength(text.slice(start, end));
    done = end;
  }
  return total + countShort(text.slice(done), count);
}

function countShort(text: string, count: Count): number {
  return text === '' ? 0 : Math.min(Buffer.byteLength(text), count(text));
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** Vocabularies differ in whether a mark (an accent of its own) is a letter or a symbol: it goes on with both. */
const [LETTER, SYMBOL, SPACE] = [1, 2, 4] as const;

/** Where one kind of character goes on for too long to be given to a tokenizer. One pass. */
function* longRuns(text: string): Generator<Run> {
  /** Where the letters, the symbols and the white space that go on here have begun. */
  const begun = { [LETTER]: 0, [SYMBOL]: 0, [SPACE]: 0 };
  let open: (Run & { readonly kind: typeof LETTER | typeof SYMBOL | typeof SPACE }) | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const kinds = kindsOf(text, index);
    if (open && (kinds & open.kind) === 0) {
      yield { start: open.start, end: index };
      begun[LETTER] = begun[SYMBOL] = begun[SPACE] = index;
      open = undefined;
    }
    for (const kind of [LETTER, SYMBOL, SPACE] as const) {
      if ((kinds & kind) === 0) begun[kind] = index + 1;
      else if (!open && index - begun[kind] >= LONGEST_RUN) open = { kind, start: begun[kind], end: index };
    }
  }
  if (open) yield { start: open.start, end: text.length };
}

const known = new Uint8Array(0x10000);

function kindsOf(text: string, index: number): number {
  const code = text.charCodeAt(index);
  // Halves of a pair: both may be of a letter or of a symbol.
  if (code >= 0xd800 && code < 0xe000) return LETTER | SYMBOL;
  const kinds = known[code];
  if (kinds !== undefined && kinds > 0) return kinds - 1;
  const character = text.charAt(index);
  const found = classify(character);
  known[code] = found + 1;
  return found;
}

function classify(character: string): number {
  // A line end belongs to the symbols before it as well.
  if (/[\r\n]/.test(character)) return SYMBOL | SPACE;
  if (/\s/.test(character)) return SPACE;
  if (/\p{M}/u.test(character)) return LETTER | SYMBOL;
  if (/\p{L}/u.test(character)) return LETTER;
  return /\p{N}/u.test(character) ? 0 : SYMBOL;
}
