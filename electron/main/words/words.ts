import { LANGUAGES } from '../../../shared/settings/settings.ts';
import type { LanguageChoice } from '../../../shared/settings/settings.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Words } from './wording.ts';
import { zh } from './zh.ts';

const SPOKEN = { en, de, zh } as const satisfies Readonly<Record<Exclude<LanguageChoice, 'system'>, Words>>;

/** The words in the language that is spoken. Read it while drawing, never while a module loads. */
export let words: Words = en;

/** The languages of the system, the most wanted first. */
let system: readonly string[] = [];

/** Speaks the first language of the system that there are words in, until the person's own is known. */
export function speakAsSystem(languages: readonly string[]): void {
  system = languages;
  speak('system');
}

/** Speaks as the person has set it. */
export function speak(choice: LanguageChoice): void {
  const wanted = choice === 'system' ? system.map((tag) => tag.split('-')[0]) : [choice];
  const found = wanted.flatMap((tag) => LANGUAGES.find((language) => language === tag) ?? [])[0];
  words = found === undefined || found === 'system' ? en : SPOKEN[found];
}
