import { afterEach, expect, test } from 'vitest';
import { en } from './en/en.ts';
import { languageFor } from './languages.ts';
import { say, speak } from './say.ts';

afterEach(() => speak(en));

test('the first language that there are words in is spoken', () => {
  expect(languageFor(['fr-CH', 'en-US']).strings()).toBe(en);
  expect(languageFor(['tlh']).strings()).toBe(en);
  expect(languageFor([]).strings()).toBe(en);
  expect(languageFor(['en-XA', 'en']).strings()).not.toBe(en);
});

test('the pseudo language brackets every word once, also what is made of values', () => {
  speak(languageFor(['en-XA']).strings());
  expect(say.common.cancel).toBe('⟦Cancel ~~~~~⟧');
  expect(say.revoke.button(2)).toBe('⟦Revoke 2 sub-keys ~~~~~⟧');
  expect(say.revoke.agentTitle(say.common.cancel)).toBe('⟦Revoke all sub-keys of Cancel? ~~~~~ ~~~~~⟧');
  expect(say.shell.pages.overview).toMatch(/^⟦Overview/);
});
