import type { en } from './en.ts';

/** Every word of the desktop. A translation that lacks one does not compile. */
export type Words = WordsOf<typeof en>;

type WordsOf<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Name in keyof T]: WordsOf<T[Name]> };
