import type { Settings } from '../../../shared/settings/settings.ts';

/** The person's way of writing numbers, and dates among English words. BCP 47 tags. */
export interface Locale {
  /** For numbers and money: exactly the person's own. */
  readonly numbers: string;
  /** For dates and times in a sentence: the words' language, written as in the person's region. */
  readonly words: string;
  /** Left out: as in the region of the words. */
  readonly hourCycle?: 'h12' | 'h23';
}

/** Before `writeAs` is called, and in tests. */
export let locale: Locale = { numbers: 'en-US', words: 'en-GB' };

/**
 * The locale that the languages of a browser come to.
 * @param languages as `navigator.languages` lists them, the most wanted first; what is no language tag is passed over
 * @param spoken the language of the dashboard's own words
 */
export function localeFor(languages: readonly string[], spoken: string): Locale {
  const numbers = languages.find(isKnown);
  if (numbers === undefined) return locale;
  const { language, region } = new Intl.Locale(numbers);
  // "en" alone would be American to Intl. Without a region nobody has asked for that.
  const words = language === spoken ? numbers : region === undefined ? spoken : `${spoken}-${region}`;
  return { numbers, words: words === 'en' ? 'en-GB' : words };
}

/** The person's own, as the browser tells it. */
let own = locale;

/** From here on numbers and dates are written so. Called once, before anything is drawn. */
export function writeAs(wanted: Locale): void {
  own = wanted;
  locale = wanted;
}

const MONEY = { point: 'en-US', comma: 'de-DE', space: 'fr-FR' } as const;
const HOURS = { h12: 'h12', h24: 'h23' } as const;

/** The same, but for what the person has set otherwise. */
export function preferFormats({ clock, money }: Pick<Settings, 'clock' | 'money'>): void {
  locale = {
    ...own,
    ...(money !== 'region' && { numbers: MONEY[money] }),
    ...(clock !== 'region' && { hourCycle: HOURS[clock] }),
  };
}

function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    // Not a language tag at all: "C" in a bare terminal.
    return false;
  }
}
