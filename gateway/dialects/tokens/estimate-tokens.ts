import { isCommonHan, isCommonHangul } from './common-letters.ts';

/**
 * Most tokens that a text can have, without a tokenizer: two bytes a token of words and of letters that are common in
 * their script, one byte a token of characters that tokenizers know little of (digits, symbols, keys in base64, rare
 * letters). Ordinary text has three to five bytes a token at every vendor; random letters of each kind are held too, by
 * the vocabulary of OpenAI's models (o200k). One pass over the text. Not rounded.
 */
export function estimateTokens(text: string): number {
  let quarters = 0;
  let before: Kind = OTHER;
  /** Letters in a row, and how many of the last ones were all vowels or all consonants. */
  let run = 0;
  let cluster = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = kindOf(code);
    if (isLetter(kind)) {
      run += 1;
      cluster = isSameSound(kind, before) ? cluster + 1 : 1;
      quarters += weighLetter(kind, before, run, cluster);
    } else {
      run = 0;
      if (kind === OTHER_SCRIPT) quarters += weighOtherScript(code);
      else if (kind === SPACE) quarters += weighSpace(text, index, code);
      // Several symbols in a row are often one token, and never all of them one each.
      else quarters += kind === OTHER && before === OTHER ? 3 : 4;
    }
    before = kind;
  }
  return quarters / 4;
}

type Kind = number;
const OTHER: Kind = 0;
const DIGIT: Kind = 1;
const SPACE: Kind = 2;
const OTHER_SCRIPT: Kind = 3;
const VOWEL: Kind = 4;
const CONSONANT: Kind = 5;
/** Letters that few words have. */
const RARE: Kind = 6;
const UPPER: Kind = 7;

const ASCII: readonly Kind[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if ('aeiou'.includes(character)) return VOWEL;
  if ('jqvwxz'.includes(character)) return RARE;
  if (/[a-z]/.test(character)) return CONSONANT;
  if (/[A-Z]/.test(character)) return UPPER;
  if (/\d/.test(character)) return DIGIT;
  return ' \t\n\r'.includes(character) ? SPACE : OTHER;
});

function kindOf(code: number): Kind {
  return code < 128 ? (ASCII[code] ?? OTHER) : OTHER_SCRIPT;
}

function isLetter(kind: Kind): boolean {
  return kind >= VOWEL;
}

function isSameSound(kind: Kind, before: Kind): boolean {
  return kind === before || (isConsonant(kind) && isConsonant(before));
}

function isConsonant(kind: Kind): boolean {
  return kind === CONSONANT || kind === RARE;
}

/** No word is longer: longer ones are keys, hashes, or invented. */
const LONGEST_WORD = 20;
/** Vowels or consonants in a row, as most words have them. */
const LONGEST_CLUSTER = 2;

function weighLetter(kind: Kind, before: Kind, run: number, cluster: number): number {
  if (run > LONGEST_WORD) return 4;
  const isInside = kind === UPPER && run > 1;
  const isOdd = kind === RARE || isInside || cluster > LONGEST_CLUSTER;
  // A capital after a small letter (camelCase, base64) begins a token.
  return 2 + (isOdd ? 1 : 0) + (isInside && before !== UPPER ? 2 : 0);
}

/** A space before a word or a symbol is part of it, and the same space many times over is a token for many of them. */
function weighSpace(text: string, index: number, code: number): number {
  if (text.charCodeAt(index - 1) === code) return 2;
  const next = index + 1 < text.length ? kindOf(text.charCodeAt(index + 1)) : SPACE;
  return code === 0x20 && next !== DIGIT && next !== SPACE ? 2 : 4;
}

/** Code units beyond ASCII up to an end, and quarters of a token for each of them. */
const RANGES: readonly (readonly [end: number, quarters: number])[] = [
  // Two bytes: Latin with marks, Greek, Cyrillic (lower case is common), Armenian, Hebrew and Arabic, others.
  [0x0250, 6],
  [0x0370, 8],
  [0x0430, 6],
  [0x0450, 4],
  [0x0590, 8],
  [0x0780, 6],
  [0x0800, 8],
  // Three bytes: scripts of India and of South-East Asia, then scripts that are spelled byte by byte.
  [0x0900, 12],
  [0x0e80, 6],
  [0x0f00, 8],
  [0x3040, 12],
  // Kana; marks and rare Han; Han; what is left before Hangul; Hangul; halves of characters of four bytes; the rest.
  [0x3100, 7],
  [0x4e00, 12],
  [0xa000, 10],
  [0xac00, 12],
  [0xd800, 12],
  [0xe000, 8],
];

function weighOtherScript(code: number): number {
  if (isCommonHan(code)) return 6;
  if (isCommonHangul(code)) return 8;
  return RANGES.find(([end]) => code < end)?.[1] ?? 12;
}
