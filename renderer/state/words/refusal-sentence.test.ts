import { afterEach, expect, it } from 'vitest';
import type { RefusalFact } from '../../../shared/refusals/refusal-facts.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { de } from '../../strings/de/de.ts';
import { en } from '../../strings/en/en.ts';
import { languageFor } from '../../strings/languages.ts';
import { speak } from '../../strings/say.ts';
import { zh } from '../../strings/zh/zh.ts';
import { preferFormats, writeAs } from '../time-and-money/locale.ts';
import { refusalSentence } from './refusal-sentence.ts';

afterEach(() => {
  speak(en);
  writeAs({ numbers: 'en-US', words: 'en-GB' });
});

const CAP: RefusalFact = {
  code: 'cap',
  cap: {
    owner: 'Codex',
    window: 'day',
    rolling: false,
    amount: nanodollarsOf(1_250e9),
    spent: nanodollarsOf(1_200e9),
    reserved: nanodollarsOf(0),
    resetsAt: Date.parse('2026-11-21T23:00:00Z'),
  },
  needed: nanodollarsOf(75e9),
};
const HOURS: RefusalFact = {
  code: 'working-hours',
  whose: { kind: 'key', name: 'Codex' },
  days: ['mon', 'tue', 'wed'],
  from: '09:00',
  to: '17:30',
};
const told = (about: RefusalFact): string =>
  refusalSentence({ message: 'as the tool got it', about }, 'Europe/Berlin').replaceAll(/[\u00A0\u202F]/g, ' ');

it('is the sentence of the tool where the gateway told no code', () => {
  expect(refusalSentence({ message: 'as the tool got it' }, 'UTC')).toBe('as the tool got it');
});

it('is said in German and in Chinese, with the money and the clock of the person', () => {
  speak(de);
  writeAs({ numbers: 'de-DE', words: 'de-DE' });
  expect(told(CAP)).toBe(
    'Codex hat heute 1.200,00 $ von 1.250,00 $ verbraucht; diese Anfrage könnte 75,00 $ kosten. ' +
      'Das Limit wird um 00:00 zurückgesetzt.',
  );
  expect(told(HOURS)).toBe('Dieser Unterschlüssel von Codex darf nur Mo bis Mi von 09:00 bis 17:30 Geld ausgeben.');
  speak(zh);
  writeAs({ numbers: 'zh-CN', words: 'zh-CN' });
  expect(told(CAP)).toBe(
    'Codex 的限额不足（今天 $1,200.00 / $1,250.00）；这个请求可能花费 $75.00。限额将于 00:00 重置。',
  );
});

it('stands in the brackets of the pseudo language, which shows what is not in the catalogue', () => {
  speak(languageFor(['en-XA']).strings());
  expect([told(CAP), told(HOURS)].every((sentence) => /^⟦.*⟧$/.test(sentence))).toBe(true);
});

it('is in English what the tool got, but for the clock and the money that the person has set', () => {
  expect(told(CAP)).toBe(
    'Codex has used $1,200.00 of its $1,250.00 for today; this request could cost $75.00. Resets at 00:00.',
  );
  preferFormats({ ...DEFAULT_SETTINGS, clock: 'h12', money: 'comma' });
  expect(told(CAP)).toMatch(/1\.200,00 \$ of its 1\.250,00 \$.* Resets at 12:00 am\.$/i);
  expect(told(HOURS)).toMatch(/only Mon to Wed from 9:00 am to 5:30 pm\.$/i);
});

it.each([
  ['German', de],
  ['Chinese', zh],
] as const)('has a word of its own for each code in %s', (_, strings) => {
  for (const code of Object.keys(en.refusals))
    expect(Object.entries(strings.refusals).find(([name]) => name === code)?.[1]).not.toBe(
      Object.entries(en.refusals).find(([name]) => name === code)?.[1],
    );
});
