import { LANGUAGES } from '../../shared/settings/settings.ts';
import type { LanguageChoice } from '../../shared/settings/settings.ts';
import { localeFor, writeAs } from '../state/time-and-money/locale.ts';
import type { Wanted } from '../state/time-and-money/wanted-languages.ts';
import { languageFor } from './languages.ts';
import { speak } from './say.ts';

const KEY = 'purser:language';

/** What the browser or the desktop asks for, and what the person has set instead. */
let system: Wanted = { languages: [], formats: [] };
let spoken: LanguageChoice = 'system';

/** Chooses the language at the start: the one that was set last on this machine, until the gateway tells. */
export function speakAtFirst(wanted: Wanted): void {
  system = wanted;
  const stored = localStorage.getItem(KEY);
  begin(LANGUAGES.find((language) => language === stored) ?? 'system');
}

/** Speaks as the person has set it. While drawing, before anything below is drawn: all of it is drawn again with the state. */
export function useLanguage(choice: LanguageChoice | undefined): void {
  if (choice === undefined || choice === spoken) return;
  localStorage.setItem(KEY, choice);
  begin(choice);
}

function begin(choice: LanguageChoice): void {
  spoken = choice;
  const language = languageFor(choice === 'system' ? system.languages : [choice]);
  speak(language.strings());
  writeAs(localeFor(system.formats, language.spoken));
  document.documentElement.lang = language.spoken;
}
