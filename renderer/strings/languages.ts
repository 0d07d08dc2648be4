import { de } from './de/de.ts';
import { en } from './en/en.ts';
import { pseudo } from './pseudo.ts';
import type { Strings } from './say.ts';
import { zh } from './zh/zh.ts';

interface Language {
  /** Its language subtag, for the locale that dates are written in. */
  readonly spoken: string;
  readonly strings: () => Strings;
}

/** By language tag. `en-XA` is what Chromium and Android call the pseudo language that finds forgotten words. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  en: { spoken: 'en', strings: () => en },
  de: { spoken: 'de', strings: () => de },
  zh: { spoken: 'zh', strings: () => zh },
  'en-XA': { spoken: 'en', strings: () => pseudo(en) },
};
const ENGLISH: Language = { spoken: 'en', strings: () => en };

/**
 * The first language a person wants that there are words in; else English. @param wanted as `navigator.languages` lists
 * them
 */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES[tag] ?? LANGUAGES[tag.split('-')[0] ?? ''];
    if (found !== undefined) return found;
  }
  return ENGLISH;
}
