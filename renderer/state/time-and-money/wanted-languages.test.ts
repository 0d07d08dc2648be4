import { expect, test } from 'vitest';
import { localeFor } from './locale.ts';
import { wantedLanguages } from './wanted-languages.ts';

test('a browser is asked itself', () => {
  expect(wantedLanguages('', ['de-AT', 'en'])).toEqual({ languages: ['de-AT', 'en'], formats: ['de-AT', 'en'] });
});

test('a desktop says it: the languages, and a region that may be another', () => {
  const { languages, formats } = wantedLanguages('?languages=en-GB%2Cde&region=de-CH', ['en-US']);
  expect(languages).toEqual(['en-GB', 'de']);
  expect(localeFor(formats, 'en')).toEqual({ numbers: 'de-CH', words: 'en-CH' });
});

test('a bare machine without a language is no reason to fail', () => {
  expect(wantedLanguages('?languages=c&region=en-US%40posix', ['en-US']).languages).toEqual(['c']);
  expect(localeFor(wantedLanguages('?languages=&region=en-US%40posix', ['en-US']).formats, 'en')).toEqual({
    numbers: 'en-US',
    words: 'en-US',
  });
});
