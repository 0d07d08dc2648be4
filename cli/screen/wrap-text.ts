import { textWidth } from './text-width.ts';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Breaks a line into lines of at most `width` columns, between words where it can. Nothing of it is lost. */
export function wrapText(text: string, width: number): readonly string[] {
  if (textWidth(text) <= width) return [text];
  const done: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => breakWord(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= width) line = longer;
    else {
      if (line !== '') done.push(line);
      line = word;
    }
  }
  return [...done, line];
}

/** A word that is longer than a line, in pieces that fit: an address behind a slash, anything else anywhere. */
function breakWord(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (textWidth(piece + segment) > width) {
      const slash = piece.lastIndexOf('/');
      const end = slash > width / 2 && slash < piece.length - 1 ? slash + 1 : piece.length;
      pieces.push(piece.slice(0, end));
      piece = piece.slice(end);
    }
    piece += segment;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
