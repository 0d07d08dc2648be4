import { en } from './en/en.ts';

/** Every word of the dashboard. A translation that lacks one does not compile. */
export type Strings = Words<typeof en>;

type Words<T> = T extends string ? string : T extends (...values: infer Values) => string ? (...values: Values) => string : { readonly [Name in keyof T]: Words<T[Name]> };

/** The words in the language that is spoken. Read it while drawing, never while a module loads: the language is chosen later. */
export let say: Strings = en;

/** Chooses the language, once, before anything is drawn. */
export function speak(strings: Strings): void {
  say = strings;
}
