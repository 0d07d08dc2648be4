const BETWEEN = /\s/;
const QUOTES = ['"', "'"];

/**
 * Splits a command into its words, as a person writes them: spaces between them, quotes around one that has spaces.
 * Nothing is expanded and nothing is escaped: no shell reads it.
 * @returns undefined where a quote has no end
 */
export function splitWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (const sign of text) {
    if (quote === undefined && BETWEEN.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (quote === undefined && QUOTES.includes(sign)) {
      quote = sign;
      word ??= '';
    } else if (sign === quote) quote = undefined;
    else word = (word ?? '') + sign;
  }
  if (quote !== undefined) return undefined;
  return word === undefined ? words : [...words, word];
}
