// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { locale } from '../state/time-and-money/locale.ts';
import { de } from './de/de.ts';
import { en } from './en/en.ts';
import { say, speak } from './say.ts';
import { speakAtFirst, useLanguage } from './spoken.ts';
import { zh } from './zh/zh.ts';

afterEach(() => {
  localStorage.clear();
  speakAtFirst({ languages: ['en'], formats: ['en-US'] });
  speak(en);
});

test('the first language of the system that there are words in is spoken', () => {
  speakAtFirst({ languages: ['fr', 'de-AT', 'en'], formats: ['de-AT'] });
  expect(say.common.cancel).toBe(de.common.cancel);
  expect(document.documentElement.lang).toBe('de');
  expect(locale).toMatchObject({ numbers: 'de-AT', words: 'de-AT' });
});

test('what the person has set is spoken at once, and is remembered for the next start', () => {
  speakAtFirst({ languages: ['en-GB'], formats: ['en-GB'] });
  useLanguage('zh');
  expect(say.common.cancel).toBe(zh.common.cancel);
  expect(document.documentElement.lang).toBe('zh');
  expect(locale.numbers).toBe('en-GB');
  speakAtFirst({ languages: ['en-GB'], formats: ['en-GB'] });
  expect(say.common.cancel).toBe(zh.common.cancel);
  useLanguage('system');
  expect(say.common.cancel).toBe(en.common.cancel);
});

test('a language that is stored and not known any more is passed over', () => {
  localStorage.setItem('purser:language', 'tlh');
  speakAtFirst({ languages: ['de'], formats: ['de-DE'] });
  expect(say.common.cancel).toBe(de.common.cancel);
});
