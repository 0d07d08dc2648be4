export interface Wanted {
  /** The most wanted first, for the words. */
  readonly languages: readonly string[];
  /** The same, behind the one whose way of writing numbers and dates the person chose. */
  readonly formats: readonly string[];
}

/**
 * The languages that the person reads and writes numbers in. A desktop puts them into the address of the page; a
 * browser knows by itself.
 * @param query of the address. @param ofBrowser `navigator.languages`
 */
export function wantedLanguages(query: string, ofBrowser: readonly string[]): Wanted {
  const told = new URLSearchParams(query);
  const listed = (told.get('languages') ?? '').split(',').filter((tag) => tag !== '');
  const languages = listed.length > 0 ? listed : ofBrowser;
  const region = told.get('region') ?? '';
  return { languages, formats: region === '' ? languages : [region, ...languages] };
}
