import type { Strings } from './say.ts';

/** A word that may be shown: a text, a text made of values, or a group of them. */
type Word = string | ((...values: never[]) => string) | { readonly [name: string]: Word };

/**
 * The words as no language has them: ⟦in brackets and a third longer ~~~⟧. What stands on a page without brackets was
 * forgotten in the catalogue; what sticks out would in German too.
 */
export function pseudo(strings: Strings): Strings {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape, leaf by leaf
  return disguise(strings) as unknown as Strings;
}

function disguise(word: Word): Word {
  if (typeof word === 'string') return bracket(word);
  if (typeof word === 'function') return (...values: never[]) => bracket(word(...values));
  return Object.fromEntries(Object.entries(word).map(([name, inner]) => [name, disguise(inner)]));
}

/** A part that is put into another text is bracketed already: only the outermost brackets stay. */
function bracket(text: string): string {
  const plain = text.replaceAll(/[⟦⟧]|[ ~]+(?=⟧)/g, '');
  // In words, so that it breaks as a text does.
  return plain === '' ? '' : `⟦${plain} ${'~~~~~ '.repeat(Math.ceil(plain.length / 3 / 6)).trimEnd()}⟧`;
}
