import { isolated, oneLine, withoutHidden } from '../../../shared/visible-text.ts';

/**
 * A name or a sentence from elsewhere as it is drawn: what is hidden in it is written out, and it turns nothing around.
 * A name alone gets no marks: it may be copied.
 */
export function plainText(text: string): string {
  const shown = oneLine(text);
  const marked = isolated(shown);
  return marked === `\u2068${shown}\u2069` ? shown : marked;
}

/** A name that is put into a sentence. */
export function nameInSentence(text: string): string {
  return isolated(oneLine(text));
}

/** The same for text that has lines of its own: a difference, a body, instructions. */
export function plainLines(text: string): string {
  return withoutHidden(text.replaceAll('\r\n', '\n'));
}
