import { nameInSentence } from '../state/words/plain-text.ts';
import { en } from './en/en.ts';

/** Every word of the dashboard. A translation that lacks one does not compile. */
export type Strings = Words<typeof en>;

type Words<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Name in keyof T]: Words<T[Name]> };

/**
 * The words in the language that is spoken. Read it while drawing, never while a module loads: the language is chosen
 * later.
 */
export let say: Strings = careful(en);

/** Chooses the language, once, before anything is drawn. */
export function speak(strings: Strings): void {
  say = careful(strings);
}

/** The same catalogue, whose sentences write out what is hidden in the names they are given. */
function careful<T extends object>(words: T): T {
  return new Proxy(words, {
    get(target, name, receiver) {
      const word: unknown = Reflect.get(target, name, receiver);
      if (typeof word === 'function')
        return new Proxy(word, {
          apply: (sentence, self, values: unknown[]): unknown => Reflect.apply(sentence, self, values.map(plain)),
        });
      return typeof word === 'object' && word !== null ? careful(word) : word;
    },
  });
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  return typeof value === 'string' ? nameInSentence(value) : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
